/** The server's answer about a month, checked as it comes in; a section of another shape is as good as none. */

import { isDocument } from "../../ledger/document";
import type { Day, Minor, Month } from "../../ledger/types";
import { documentAt, listAt, textAt, wholeAt } from "../../sync/wire";

/** Which transactions a figure counted. */
export interface Link {
  readonly month?: Month;
  readonly first?: Day;
  readonly last?: Day;
  readonly category?: string;
  readonly payee?: string;
  readonly kind?: string;
}

/** A piece of a sentence; `fact` is the place of its fact among the narrative's, null for plain words. */
export interface Part {
  readonly text: string;
  readonly fact: number | null;
  readonly link: Link | null;
}

/** A verified sentence, and the same as a voice reads it well. */
export interface Told {
  readonly sentence: string;
  readonly spoken: string;
  readonly parts: readonly Part[];
}

export interface Contribution {
  readonly category: string;
  readonly name: string;
  /** Change against the month before, in minor units. */
  readonly delta: Minor;
}

export interface Changed {
  readonly told: Told;
  readonly currency: string;
  readonly delta: Minor;
  readonly contributions: readonly Contribution[];
}

/** Running sums by day; `typical` of every day of the month. */
export interface Course {
  readonly soFar: readonly Minor[];
  readonly typical: readonly Minor[];
}

/** The course of the running month, and where it is heading. */
export interface Projection extends Course {
  readonly told: Told;
  readonly known: Minor;
  readonly expected: Minor;
  readonly low: Minor;
  readonly high: Minor;
}

export interface MonthTotal {
  readonly month: Month;
  readonly income: Minor | null;
  readonly spent: Minor | null;
}

export interface Bill {
  readonly day: Day;
  readonly payee: string;
  readonly name: string;
  readonly amount: Minor;
  readonly late: boolean;
}

export interface Subscription {
  readonly payee: string;
  readonly name: string;
  readonly cadence: string;
  readonly amount: Minor;
  readonly yearly: Minor;
  readonly nextDay: Day;
  readonly rise: { readonly before: Minor; readonly now: Minor; readonly since: Day } | null;
}

export interface Card {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly told: Told;
  readonly link: Link | null;
}

export interface Digest {
  readonly id: string;
  readonly told: readonly Told[];
}

export interface MonthAnswer {
  readonly currency: string;
  readonly changed: Changed | null;
  /** Why there is nothing to compare; null where there is. */
  readonly reason: string | null;
  readonly compared: Told | null;
  readonly projection: Projection | null;
  /** Of a month that is over. */
  readonly course: Course | null;
  readonly months: { readonly told: Told; readonly months: readonly MonthTotal[] } | null;
  readonly upcoming: { readonly told: Told; readonly bills: readonly Bill[]; readonly total: Minor; readonly last: Day } | null;
  readonly subscriptions: readonly Subscription[];
  readonly cards: readonly Card[];
  readonly digest: Digest | null;
}

/** Null for an answer that is no summary of a month at all. */
export function monthAnswerOf(answer: unknown): MonthAnswer | null {
  if (!isDocument(answer)) return null;
  const { finding, reason_without_finding: reason, currency, compared, projection, course, months, upcoming, subscriptions, cards, digest } = answer;
  if (finding === undefined && reason === undefined) return null;
  return {
    currency: typeof currency === "string" ? currency : "",
    reason: typeof reason === "string" ? reason : null,
    changed: section(finding, changedOf), compared: section(compared, (found) => toldOf(documentAt(found, "compared")["told"])),
    projection: section(projection, projectionOf), course: section(course, courseOf), months: section(months, monthsOf), upcoming: section(upcoming, upcomingOf),
    subscriptions: section(subscriptions, (found) => listAt(found, "subscriptions").map(subscriptionOf)) ?? [],
    cards: section(cards, (found) => listAt(found, "cards").map(cardOf)) ?? [], digest: section(digest, digestOf),
  };
}

function section<Shape>(found: unknown, read: (found: unknown) => Shape): Shape | null {
  if (found === null || found === undefined) return null;
  try {
    return read(found);
  } catch {
    return null;
  }
}

export function toldOf(found: unknown): Told {
  const { sentence, spoken, parts } = documentAt(found, "told");
  return { sentence: textAt(sentence, "sentence"), spoken: textAt(spoken, "spoken"), parts: listAt(parts, "parts").map(partOf) };
}

function partOf(found: unknown): Part {
  const { text, fact, link } = documentAt(found, "part");
  return { text: textAt(text, "text"), fact: fact === null ? null : wholeAt(fact, "fact"), link: linkOf(link) };
}

function linkOf(found: unknown): Link | null {
  if (!isDocument(found)) return null;
  const named = ["month", "first", "last", "category", "payee", "kind"].map((name) => [name, found[name]] as const);
  return Object.fromEntries(named.filter(([, value]) => typeof value === "string")) as Link;
}

function changedOf(found: unknown): Changed {
  const { told, currency, contributions } = documentAt(found, "finding");
  const each = listAt(contributions, "contributions").map((one) => {
    const { category, name, delta } = documentAt(one, "contribution");
    return { category: textAt(category, "category"), name: textAt(name, "name"), delta: wholeAt(delta, "delta") };
  });
  return { told: toldOf(told), currency: textAt(currency, "currency"), contributions: each, delta: each.reduce((sum, { delta }) => sum + delta, 0) };
}

function projectionOf(found: unknown): Projection {
  const { told, known, expected, low, high } = documentAt(found, "projection");
  return {
    told: toldOf(told), known: wholeAt(known, "known"), expected: wholeAt(expected, "expected"), low: wholeAt(low, "low"),
    high: wholeAt(high, "high"), ...courseOf(found),
  };
}

function courseOf(found: unknown): Course {
  const { so_far_by_day, typical_by_day } = documentAt(found, "course");
  const amounts = (list: unknown): readonly Minor[] => listAt(list, "by_day").map((one) => wholeAt(one, "by_day"));
  return { soFar: amounts(so_far_by_day), typical: amounts(typical_by_day) };
}

function monthsOf(found: unknown): NonNullable<MonthAnswer["months"]> {
  const { told, months } = documentAt(found, "months");
  const flow = (minor: unknown): Minor | null => (minor === null ? null : wholeAt(minor, "flow"));
  return {
    told: toldOf(told),
    months: listAt(months, "months").map((one) => {
      const { month, income, spent } = documentAt(one, "month");
      return { month: textAt(month, "month"), income: flow(income), spent: flow(spent) };
    }),
  };
}

function upcomingOf(found: unknown): NonNullable<MonthAnswer["upcoming"]> {
  const { told, bills, total, last } = documentAt(found, "upcoming");
  const billOf = (one: unknown): Bill => {
    const { day, payee, name, amount, late } = documentAt(one, "bill");
    return { day: textAt(day, "day"), payee: textAt(payee, "payee"), name: textAt(name, "name"), amount: wholeAt(amount, "amount"), late: late === true };
  };
  return { told: toldOf(told), bills: listAt(bills, "bills").map(billOf), total: wholeAt(total, "total"), last: textAt(last, "last") };
}

function subscriptionOf(found: unknown): Subscription {
  const { payee, name, cadence, amount, yearly, next_day, rise } = documentAt(found, "subscription");
  return {
    payee: textAt(payee, "payee"), name: textAt(name, "name"), cadence: textAt(cadence, "cadence"), amount: wholeAt(amount, "amount"),
    yearly: wholeAt(yearly, "yearly"), nextDay: textAt(next_day, "next_day"), rise: section(rise, riseOf),
  };
}

function riseOf(found: unknown): NonNullable<Subscription["rise"]> {
  const { before, now, since } = documentAt(found, "rise");
  return { before: wholeAt(before, "before"), now: wholeAt(now, "now"), since: textAt(since, "since") };
}

function cardOf(found: unknown): Card {
  const { id, kind, title, told, link } = documentAt(found, "card");
  return { id: textAt(id, "id"), kind: textAt(kind, "kind"), title: textAt(title, "title"), told: toldOf(told), link: linkOf(link) };
}

function digestOf(found: unknown): Digest {
  const { id, told } = documentAt(found, "digest");
  return { id: textAt(id, "id"), told: listAt(told, "told").map(toldOf) };
}

/** The figures that answer a question, worked out from the daybooks; currencies are never added together. */

import { addDays, addMonths, monthOf } from "../lib/days";
import { type Daybook, entriesOfTransaction, type Entry, readEach } from "./daybook";
import { counter, type LedgerNames, type Question, signOf } from "./question";
import type { Period, Query } from "./reading";
import type { Account, Day, Minor, Month, Transaction } from "./types";

/** An amount of one currency, in whole minor units. */
export interface Sum {
  readonly currency: string;
  readonly amount: Minor;
}

export interface Reply {
  readonly question: Question;
  /** What was asked for, a sum per currency, the ledger's own first; empty where nothing counted. */
  readonly sums: readonly Sum[];
  /** How many transactions counted. */
  readonly count: number;
  /** Over how many months an average is taken; 1 for everything else. */
  readonly months: number;
  /** The same for the period to compare with, or null. */
  readonly compared: readonly Sum[] | null;
  /** The largest ones, one per currency, or the last one. */
  readonly shown: readonly Transaction[];
  /** What each account holds, where a balance was asked for. */
  readonly held: readonly { readonly account: Account; readonly sums: readonly Sum[] }[];
}

/** A transaction by what the daybook knows of it: what of it counts. */
export interface Counted extends Sum {
  readonly day: Day;
}

/** What a question counts in some months. */
export interface Tally {
  readonly sums: ReadonlyMap<string, Minor>;
  readonly count: number;
  readonly months: ReadonlySet<Month>;
  readonly largest: ReadonlyMap<string, Counted>;
  readonly last: Day | null;
}

/** Count the lines a question asks for in the months' daybooks. */
export function tallied(books: Iterable<readonly [Month, Daybook]>, question: Question, names: LedgerNames): Tally {
  const [counts, sign] = [counter(question, names), signOf(question, names)];
  const made = new Tallying();
  for (const [month, book] of books) {
    readEach(month, book, (entry, row) => counts(entry) && made.add(month, row, entry, sign(entry) * entry.amount));
    made.close();
  }
  return made;
}

/** Sums in the order they are told: the ledger's currency first, then by code; zeros only of the ledger's. */
export function inOrder(sums: ReadonlyMap<string, Minor>, own: string): readonly Sum[] {
  const rank = (currency: string): string => (currency === own ? "" : currency);
  return [...sums].map(([currency, amount]) => ({ currency, amount }))
    .filter(({ currency, amount }) => amount !== 0 || currency === own)
    .sort((one, other) => (rank(one.currency) < rank(other.currency) ? -1 : 1));
}

/** How many months an average is over: those of the period up to today, or since the first that counted. */
export function monthsOver(period: Period | null, counted: ReadonlySet<Month>, today: Day): number {
  const first = period?.[0] ?? [...counted].sort()[0] ?? today;
  const last = period !== null && period[1] < today ? period[1] : today;
  return Math.max(1, ordinal(last) - ordinal(first) + 1);
}

/** Each sum over a number of months, to the nearest minor unit. */
export function perMonth(sums: ReadonlyMap<string, Minor>, months: number): ReadonlyMap<string, Minor> {
  return new Map([...sums].map(([currency, amount]) => [currency, Math.round(amount / months)]));
}

/** What a question counts of some transactions, per currency. */
export function sumsOf(question: Question, names: LedgerNames, transactions: readonly Transaction[]): ReadonlyMap<string, Minor> {
  const [counts, sign] = [counter(question, names), signOf(question, names)];
  const sums = new Map<string, Minor>();
  for (const entry of transactions.flatMap(entriesOfTransaction).filter(counts)) {
    sums.set(entry.currency, (sums.get(entry.currency) ?? 0) + sign(entry) * entry.amount);
  }
  return sums;
}

/** The twelve whole months before this one, for a question about this month; else null. */
export function yearBefore({ measure, period }: Query, today: Day): Period | null {
  const month = monthOf(today);
  if (measure !== "average" || period === null || monthOf(period[0]) !== month || monthOf(period[1]) !== month) return null;
  return [`${addMonths(month, -12)}-01`, addDays(`${month}-01`, -1)];
}

/** The period from its first month that holds anything. */
export function sinceFirst(period: Period, months: ReadonlySet<Month>): Period {
  const [first] = [...months].sort();
  return first === undefined ? period : [`${first}-01`, period[1]];
}

function ordinal(day: Day): number {
  const [year = 0, month = 0] = monthOf(day).split("-").map(Number);
  return 12 * year + month;
}

class Tallying implements Tally {
  readonly sums = new Map<string, Minor>();
  readonly months = new Set<Month>();
  readonly largest = new Map<string, Counted>();
  count = 0;
  last: Day | null = null;
  #row = -1;
  #open: Counted | null = null;

  /** A line of a transaction; its other lines follow at once. */
  add(month: Month, row: number, { day, currency }: Entry, amount: Minor): void {
    this.months.add(month);
    this.sums.set(currency, (this.sums.get(currency) ?? 0) + amount);
    if (this.last === null || day > this.last) this.last = day;
    if (row !== this.#row) this.count += 1;
    const sameRow = row === this.#row && this.#open?.currency === currency;
    if (!sameRow) this.#settle();
    this.#open = { day, currency, amount: amount + (sameRow ? this.#open?.amount ?? 0 : 0) };
    this.#row = row;
  }

  /** Row numbers begin anew with each month. */
  close(): void {
    this.#settle();
    this.#row = -1;
  }

  #settle(): void {
    const [open, largest] = [this.#open, this.largest.get(this.#open?.currency ?? "")];
    if (open !== null && (largest === undefined || open.amount > largest.amount)) this.largest.set(open.currency, open);
    this.#open = null;
  }
}

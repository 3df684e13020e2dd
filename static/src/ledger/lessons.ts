/** Learning from corrections: what a corrected draft or entry teaches, and what lessons and habits tell the parser. */

import { daysBetween } from "../lib/days";
import { fold } from "../lib/fold";
import { naturalId, newId } from "../lib/ids";
import type { Change } from "./drafts";
import type { History } from "./reading";
import type { Account, Day, Fields, Lesson, LessonKind, Minor, Payee, Taught, Transaction, Value } from "./types";

/** What a person corrected; the transaction they saved tells what was right. */
export type Correction =
  | { readonly kind: "alias"; readonly heard: string }
  | { readonly kind: "category"; readonly words: string }
  | { readonly kind: "amount" };

/** One entry of a lesson, to be kept. */
export interface Teaching extends Taught {
  readonly kind: LessonKind;
  readonly about: string;
}

/** The slots in which what was proposed and what was saved are compared. */
export interface Slots {
  readonly type: string;
  readonly amount: Minor | null;
  readonly category: string | null;
  readonly payeeName: string | null;
  readonly note: string;
}

/** A lesson weighs half after so many days. */
export const HALF_LIFE_DAYS = 180;
/** What a correction weighs beside an entry that merely stands in the ledger. */
const CORRECTED = 3;
/** How many entries a lesson keeps. */
const MOST_TAUGHT = 20;
/** How long after it was recorded a change of an entry is a correction, ms. */
const SOON_MS = 7 * 86_400_000;
const SHORTEST_WORD = 3;
const MOST_WORDS = 6;
/** Amounts of one category that are told. */
const MOST_AMOUNTS = 40;

/** What a person corrected in a draft before they saved it. */
export function corrections(proposed: Slots, saved: Slots): readonly Correction[] {
  const found: Correction[] = [];
  const renamed = proposed.payeeName !== null && saved.payeeName !== null && fold(proposed.payeeName) !== fold(saved.payeeName);
  if (renamed) found.push({ kind: "alias", heard: proposed.payeeName });
  if (saved.category !== null && saved.category !== proposed.category) found.push({ kind: "category", words: saved.note || proposed.note });
  if (saved.category !== null && saved.amount !== proposed.amount) found.push({ kind: "amount" });
  return found;
}

/** Whether an entry is so young that a change of it corrects what was understood; its id tells when it was made. */
export function isFresh(transaction: string, now: Date): boolean {
  const made = parseInt(transaction.replaceAll("-", "").slice(0, 12), 16);
  return now.getTime() - made < SOON_MS;
}

/** What corrections teach, given the transaction as it was saved; `taken` are folded names that mean another payee already. */
export function teachings(found: readonly Correction[], saved: Transaction, taken: ReadonlySet<string>, today: Day): readonly Teaching[] {
  const [line, ...more] = saved.lines;
  if (!line || more.length > 0) return [];
  const { payee } = saved;
  const { category, amount } = line;
  const one = (kind: LessonKind, about: string, meant: string | Minor): Teaching => ({ kind, about, meant, transaction: saved.id, day: today });
  return found.flatMap((correction) => {
    if (correction.kind === "alias") return payee === null || taken.has(fold(correction.heard)) ? [] : [one("alias", fold(correction.heard), payee)];
    if (category === null) return [];
    if (correction.kind === "amount") return [one("amount", category, Math.abs(amount))];
    return [...(payee === null ? [] : [one("category", payee, category)]), ...wordsOf(correction.words).map((word) => one("word", word, category))];
  });
}

/** The change that keeps a teaching: one lesson is one row on every device. Null where it stands already. */
export function teach(ledger: string, { kind, about, transaction, meant, day }: Teaching, stands: Lesson | null): Change | null {
  const before = stands?.taught.find((taught) => taught.transaction === transaction);
  if (!stands?.deleted && before?.meant === meant) return null;
  const old = stands?.deleted ? stands.taught : stands?.taught.slice(0, Math.max(0, stands.taught.length + 1 - MOST_TAUGHT)) ?? [];
  const dropped: Fields = Object.fromEntries(old.map((taught) => [`taught.${taught.transaction}`, null]));
  const kept: Value = { meant, day };
  return {
    mid: newId(), op: "create", entity: "lesson", id: lessonId(ledger, kind, about),
    fields: { kind, about, ...dropped, [`taught.${transaction}`]: kept },
  };
}

export function lessonId(ledger: string, kind: LessonKind, about: string): string {
  return naturalId(ledger, "lesson", `${kind}:${fold(about)}`);
}

/** What a person reads or types as words, one by one, that may tell a category. */
export function wordsOf(text: string): readonly string[] {
  const words = fold(text).split(/[^\p{L}\p{M}'’]+/u).filter((word) => word.length >= SHORTEST_WORD);
  return [...new Set(words)].slice(0, MOST_WORDS);
}

export interface Past {
  /** The latest transactions, newest first: habits. */
  readonly recent: readonly Transaction[];
  readonly lessons: readonly Lesson[];
  readonly accounts: ReadonlyMap<string, Account>;
  readonly payees: ReadonlyMap<string, Payee>;
  readonly today: Day;
}

/** What the past tells the parser. What was forgotten is not guessed from habits either, until it is taught anew. */
export function historyOf(past: Past): History {
  const { lessons } = past;
  const forgotten = new Set(lessons.filter(({ deleted }) => deleted).map(({ kind, about }) => `${kind} ${about}`));
  const live = lessons.filter(({ deleted }) => !deleted);
  const scales = { payees: new Scales(), words: new Scales() };
  const amounts = new Scales();
  for (const transaction of past.recent) weighHabit(transaction, past, forgotten, scales, amounts);
  for (const lesson of live) weighLesson(lesson, past, scales);
  return {
    aliases: aliasesOf(live, past.payees), payee_category: scales.payees.read(), word_category: scales.words.read(),
    amounts: amountsOf(live, past, amounts),
  };
}

/** The weight of something of a day: half after HALF_LIFE_DAYS. */
export function weightOn(day: Day, today: Day): number {
  return 2 ** (-Math.max(0, daysBetween(day, today)) / HALF_LIFE_DAYS);
}

function weighHabit(transaction: Transaction, past: Past, forgotten: ReadonlySet<string>, { payees, words }: Record<"payees" | "words", Scales>, amounts: Scales): void {
  const [line, ...more] = transaction.lines;
  const key = keyOf(past.accounts.get(line?.category ?? ""));
  if (!line || key === null || more.length > 0) return;
  const weight = weightOn(transaction.date, past.today);
  amounts.list(key, Math.abs(line.amount));
  const payee = past.payees.get(transaction.payee ?? "");
  if (payee && !forgotten.has(`category ${payee.id}`)) payees.add(payee.name, key, weight);
  for (const word of wordsOf(transaction.note)) if (!forgotten.has(`word ${word}`)) words.add(word, key, weight);
}

function weighLesson({ kind, about, taught }: Lesson, past: Past, { payees, words }: Record<"payees" | "words", Scales>): void {
  const name = kind === "category" ? past.payees.get(about)?.name : kind === "word" ? about : undefined;
  if (name === undefined) return;
  for (const { meant, day } of taught) {
    const key = keyOf(past.accounts.get(String(meant)));
    if (key !== null) (kind === "category" ? payees : words).add(name, key, CORRECTED * weightOn(day, past.today));
  }
}

/** What was heard → the payee last meant by it; the payees' own other names too. */
function aliasesOf(lessons: readonly Lesson[], payees: ReadonlyMap<string, Payee>): Record<string, string> {
  const found = byName<string>();
  for (const { name, aliases } of payees.values()) for (const alias of aliases) found[alias] = name;
  for (const { kind, about, taught } of lessons) {
    const meant = kind === "alias" ? payees.get(String(taught.at(-1)?.meant)) : undefined;
    if (meant) found[about] = meant.name;
  }
  return found;
}

/** What was said to be right comes first, then what was usual lately. */
function amountsOf(lessons: readonly Lesson[], { accounts }: Past, habits: Scales): Record<string, readonly Minor[]> {
  const found = habits.lists();
  for (const { kind, about, taught } of lessons) {
    const key = kind === "amount" ? keyOf(accounts.get(about)) : null;
    if (key !== null) found[key] = [...taught.map(({ meant }) => Number(meant)).reverse(), ...(found[key] ?? [])];
  }
  return Object.assign(byName(), Object.fromEntries(Object.entries(found).map(([key, past]) => [key, past.slice(0, MOST_AMOUNTS)])));
}

/** The name by which the parser knows a category; null for what is none. */
function keyOf(account: Account | undefined): string | null {
  if (account?.kind !== "expense" && account?.kind !== "income") return null;
  return account.key ?? account.name;
}

/** Weights by name and key, and plain lists by key. */
class Scales {
  readonly #weights = byName<Record<string, number>>();
  readonly #lists = byName<Minor[]>();

  add(name: string, key: string, weight: number): void {
    const keys = (this.#weights[name] ??= byName());
    keys[key] = Math.round(1000 * ((keys[key] ?? 0) + weight)) / 1000;
  }

  list(key: string, amount: Minor): void {
    (this.#lists[key] ??= []).push(amount);
  }

  read(): Record<string, Record<string, number>> {
    return this.#weights;
  }

  lists(): Record<string, readonly Minor[]> {
    return this.#lists;
  }
}

/** A record without a prototype: people may name a payee "constructor". */
function byName<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}

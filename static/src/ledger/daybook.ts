/**
 * A month's lines packed in columns, so that the phone answers questions about years without unpacking every transaction.
 * The rows of a table stand one after the other in `figures`; texts stand once in `names` and are pointed at.
 */

import { isDay, monthOf } from "../lib/days";
import { decodeTransaction } from "./decode";
import type { Sight } from "./replay";
import type { Day, Minor, Month, Transaction } from "./types";

/** One line of a transaction that counts: live, and not merely planned. */
export interface Entry {
  readonly day: Day;
  readonly payee: string;
  readonly account: string;
  readonly category: string;
  /** The account that a transfer's line reaches; else empty. */
  readonly reached: string;
  readonly currency: string;
  readonly amount: Minor;
  /** Tags, one a line. */
  readonly tags: string;
  readonly note: string;
}

export interface Daybook {
  readonly names: readonly string[];
  readonly figures: Float64Array;
}

export const BLANK: Daybook = { names: [""], figures: new Float64Array() };

/** Columns of a line, in their order: its transaction's number in the month, day of the month, seven texts, amount. */
const TEXTS = ["payee", "account", "category", "reached", "currency", "tags", "note"] as const;
const WIDTH = TEXTS.length + 3;
const LONGEST_NOTE = 200;

/** The lines a row counts for, as `figuresOf` in rollup.ts counts them. */
export function entriesOf(sight: Sight | null | undefined): readonly Entry[] {
  if (!sight || sight.entity !== "transaction" || typeof sight.fields["account"] !== "string") return [];
  return entriesOfTransaction(decodeTransaction(sight));
}

export function entriesOfTransaction({ deleted, date, status, account, payee, tags, note, lines }: Transaction): readonly Entry[] {
  if (deleted || !isDay(date) || status === "planned") return [];
  const shared = { day: date, account, payee: payee ?? "", tags: tags.join("\n"), note: note.slice(0, LONGEST_NOTE) };
  const counted = lines.filter((line) => line.category !== null || line.account !== null);
  return counted.map(({ category, account: reached, amount, currency }) => ({
    ...shared, category: category ?? "", reached: category === null ? reached ?? "" : "", currency, amount,
  }));
}

/** Lines by month, for rows that change together. */
export function byMonth(rows: readonly (readonly Entry[])[]): ReadonlyMap<Month, readonly (readonly Entry[])[]> {
  const months = new Map<Month, (readonly Entry[])[]>();
  for (const row of rows) {
    const [first] = row;
    if (first === undefined) continue;
    const month = monthOf(first.day);
    const there = months.get(month);
    if (there) there.push(row);
    else months.set(month, [row]);
  }
  return months;
}

/** The daybook without some transactions' lines and with others'. */
export function rewritten(book: Daybook, gone: readonly (readonly Entry[])[], come: readonly (readonly Entry[])[]): Daybook {
  const names = [...book.names];
  const places = new Map(names.map((name, place) => [name, place]));
  const place = (name: string): number => {
    const known = places.get(name);
    if (known === undefined) places.set(name, names.push(name) - 1);
    return known ?? names.length - 1;
  };
  const kept = gone.reduce((figures, row) => withoutRow(figures, packed(row, 0, place)), book.figures);
  const next = 1 + (kept.at(-WIDTH) ?? 0);
  return { names, figures: joined(kept, come.flatMap((row, ordinal) => packed(row, next + ordinal, place))) };
}

/** Every line of a month's daybook, with its transaction's number in it. */
export function readEach(month: Month, { names, figures }: Daybook, visit: (entry: Entry, row: number) => void): void {
  const text = (at: number): string => names[figures[at] ?? 0] ?? "";
  for (let at = 0; at < figures.length; at += WIDTH) {
    visit({
      day: `${month}-${String(figures[at + 1]).padStart(2, "0")}`, payee: text(at + 2), account: text(at + 3), category: text(at + 4),
      reached: text(at + 5), currency: text(at + 6), tags: text(at + 7), note: text(at + 8), amount: figures[at + 9] ?? 0,
    }, figures[at] ?? 0);
  }
}

function packed(row: readonly Entry[], ordinal: number, place: (name: string) => number): number[] {
  return row.flatMap((entry) => [ordinal, Number(entry.day.slice(8)), ...TEXTS.map((text) => place(entry[text])), entry.amount]);
}

/** Without the first transaction whose lines are the same; unchanged where there is none. */
function withoutRow(figures: Float64Array, row: readonly number[]): Float64Array {
  for (let start = 0; start < figures.length;) {
    const end = endOfRow(figures, start);
    if (end - start === row.length && row.every((figure, place) => place % WIDTH === 0 || figures[start + place] === figure)) {
      return joined(figures.subarray(0, start), figures.subarray(end));
    }
    start = end;
  }
  return figures;
}

function endOfRow(figures: Float64Array, start: number): number {
  let end = start + WIDTH;
  while (figures[end] === figures[start]) end += WIDTH;
  return end;
}

function joined(before: Float64Array, after: ArrayLike<number>): Float64Array {
  const all = new Float64Array(before.length + after.length);
  all.set(before);
  all.set(after, before.length);
  return all;
}

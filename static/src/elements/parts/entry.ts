/** A transaction as one line of a list: what it was, where, how much, and which way the money went. */

import type { Account, Day, Line, Transaction } from "../../ledger/types";
import { formatMoney } from "../../lib/money";
import { say } from "../../lib/say";
import type { Names } from "./accounts";

export type Tone = "spent" | "received" | "moved";

export interface Entry {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly amount: string;
  readonly tone: Tone;
  /** Lexicon key of the category, for its icon; "transfer" for money that moved. */
  readonly key: string | null;
  readonly unsynced: boolean;
}

export interface DayOfEntries {
  readonly day: Day;
  readonly entries: readonly Entry[];
}

export function entryOf(transaction: Transaction, names: Names, locale: string): Entry {
  const [line] = transaction.lines;
  const category = nameOfLine(line, names);
  const payee = transaction.payee === null ? null : names.payees.get(transaction.payee)?.name ?? null;
  const account = names.accounts.get(transaction.account)?.name ?? say("account.unknown");
  const title = payee ?? (transaction.note || category.name);
  const parts = [transaction.lines.length > 1 ? say("entry.split") : category.name, account];
  return {
    id: transaction.id, title, detail: parts.filter((part) => part !== title).join(" · "), key: category.key,
    amount: amountInWords(transaction, names, locale), tone: toneOf(transaction, names), unsynced: transaction.unsynced,
  };
}

/** Newest day first, as the store lists them. */
export function groupedByDay(transactions: readonly Transaction[], names: Names, locale: string): readonly DayOfEntries[] {
  const days = new Map<Day, Entry[]>();
  for (const transaction of transactions) {
    const entries = days.get(transaction.date) ?? [];
    entries.push(entryOf(transaction, names, locale));
    days.set(transaction.date, entries);
  }
  return [...days].map(([day, entries]) => ({ day, entries }));
}

export function toneOf({ lines }: Transaction, names: Names): Tone {
  const category = lines[0]?.category ? names.accounts.get(lines[0].category) : undefined;
  if (lines[0]?.category == null || category?.kind === "equity") return "moved";
  return totalsOf(lines).every(([, total]) => total < 0) ? "received" : "spent";
}

/** The sums per currency of what reached the lines. */
export function totalsOf(lines: readonly Line[]): readonly (readonly [currency: string, total: number])[] {
  const sums = new Map<string, number>();
  for (const { currency, amount } of lines) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  return [...sums];
}

function amountInWords(transaction: Transaction, names: Names, locale: string): string {
  const tone = toneOf(transaction, names);
  const sign = tone === "received" ? "+" : "";
  return totalsOf(transaction.lines)
    .map(([currency, total]) => sign + formatMoney(tone === "received" ? -total : total, currency, locale))
    .join(" + ");
}

function nameOfLine(line: Line | undefined, names: Names): { name: string; key: string | null } {
  const id = line?.category ?? line?.account ?? "";
  const found: Account | undefined = names.accounts.get(id);
  if (line?.account) return { name: say("entry.moved_to", { account: found?.name ?? say("account.unknown") }), key: "transfer" };
  return found ?? { name: say("category.unknown"), key: null };
}

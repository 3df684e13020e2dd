/** What the parser is told about this ledger, so that names and habits of the household count. */

import type { ParserContext } from "../../ledger/reading";
import type { Account, Transaction } from "../../ledger/types";
import { moneyAccounts, type Names } from "../parts/accounts";

export interface Surroundings {
  readonly names: Names;
  /** The latest transactions, newest first. */
  readonly recent: readonly Transaction[];
  readonly currency: string;
  readonly today: string;
  readonly locale: string;
}

export function parserContext({ names, recent, currency, today, locale }: Surroundings): ParserContext {
  const accounts = [...names.accounts.values()];
  const categories = accounts.filter(({ kind, closed }) => (kind === "expense" || kind === "income") && !closed);
  return {
    locale, currency, today,
    accounts: moneyAccounts(accounts).map(({ name }) => name),
    payees: [...names.payees.values()].map(({ name }) => name),
    categories: categories.map(({ name, key }) => ({ name, key })),
    history: historyOf(recent, names),
  };
}

/** How often each payee went to each category, and the amounts of each category, among the latest transactions. */
export function historyOf(recent: readonly Transaction[], names: Names): NonNullable<ParserContext["history"]> {
  const payeeCategory = byName<Record<string, number>>();
  const amounts = byName<number[]>();
  for (const transaction of recent) {
    const [line] = transaction.lines;
    const category = line?.category ? names.accounts.get(line.category) : undefined;
    if (!line || !category || transaction.lines.length > 1) continue;
    (amounts[keyOf(category)] ??= []).push(Math.abs(line.amount));
    const payee = transaction.payee ? names.payees.get(transaction.payee)?.name : undefined;
    if (payee) count((payeeCategory[payee] ??= byName()), keyOf(category));
  }
  return { payee_category: payeeCategory, amounts };
}

/**
 * The tag whose number words the person uses: their browser's regional form of the ledger's language, and in a
 * rupee ledger the Indian one ("two fifty" is 250).
 */
export function parserLocale(language: string, browserLanguages: readonly string[], currency: string): string {
  if (currency === "INR" && language === "en") return "en-IN";
  return browserLanguages.find((tag) => tag.startsWith(`${language}-`)) ?? language;
}

/** A record without a prototype: people may name a payee "constructor". */
function byName<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}

function keyOf({ key, name }: Account): string {
  return key ?? name;
}

function count(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}

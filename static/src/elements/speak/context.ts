/** What the parser is told about this ledger, so that names and habits of the household count. */

import { historyOf } from "../../ledger/lessons";
import type { History, ParserContext } from "../../ledger/reading";
import type { Lesson, Transaction } from "../../ledger/types";
import { fold } from "../../lib/fold";
import { moneyAccounts, type Names } from "../parts/accounts";

export interface Surroundings {
  readonly names: Names;
  /** The latest transactions, newest first. */
  readonly recent: readonly Transaction[];
  readonly currency: string;
  readonly today: string;
  readonly locale: string;
  readonly lessons: readonly Lesson[];
  /** The last entry recorded here, or null. */
  readonly last: Transaction | null;
}

export function parserContext({ names, recent, currency, today, locale, lessons, last }: Surroundings): ParserContext {
  const accounts = [...names.accounts.values()];
  const categories = accounts.filter(({ kind, closed }) => (kind === "expense" || kind === "income") && !closed);
  const history = historyOf({ recent, lessons, today, ...names });
  const misheard = (name: string): boolean => Object.hasOwn(history.aliases ?? {}, fold(name));
  return {
    locale, currency, today,
    accounts: moneyAccounts(accounts).map(({ name }) => name),
    payees: [...names.payees.values()].map(({ name }) => name).filter((name) => !misheard(name)),
    categories: categories.map(({ name, key }) => ({ name, key })),
    history: { ...history, ...(last && lastOf(last, names)) },
  };
}

/** What "make it sixty" is about. */
function lastOf({ lines: [line] }: Transaction, { accounts }: Names): Pick<History, "last"> {
  const category = accounts.get(line?.category ?? "");
  return line ? { last: { amount: Math.abs(line.amount), category: category ? category.key ?? category.name : null } } : {};
}

/**
 * The tag whose number words the person uses: their browser's regional form of the ledger's language, and in a
 * rupee ledger the Indian one ("two fifty" is 250).
 */
export function parserLocale(language: string, browserLanguages: readonly string[], currency: string): string {
  if (currency === "INR" && language === "en") return "en-IN";
  return browserLanguages.find((tag) => tag.startsWith(`${language}-`)) ?? language;
}

/** The month out of this phone's rollup: spent, received, what is left, and each category's share. */

import type { Account, Minor, RollupCell } from "../../ledger/types";

export interface CategoryTotal {
  readonly category: string;
  readonly name: string;
  readonly key: string | null;
  /** Positive as people say it; below zero when refunds outweigh spending. */
  readonly total: Minor;
  readonly count: number;
  /** Length of the bar, 0…1 of the largest. */
  readonly share: number;
}

/** One currency's month; currencies are never added. */
export interface MonthFigures {
  readonly currency: string;
  readonly spent: Minor;
  readonly received: Minor;
  readonly left: Minor;
  readonly expenses: readonly CategoryTotal[];
  readonly incomes: readonly CategoryTotal[];
}

/** The ledger's currency first, then others that moved this month. */
export function monthFigures(cells: readonly RollupCell[], accounts: ReadonlyMap<string, Account>, own: string): readonly MonthFigures[] {
  const others = [...new Set(cells.map(({ currency }) => currency))].filter((currency) => currency !== own).sort();
  return [own, ...others].map((currency) => figuresOf(cells.filter((cell) => cell.currency === currency), accounts, currency));
}

function figuresOf(cells: readonly RollupCell[], accounts: ReadonlyMap<string, Account>, currency: string): MonthFigures {
  const expenses = totalsOf(cells, accounts, "expense");
  const incomes = totalsOf(cells, accounts, "income");
  const spent = sum(expenses);
  const received = sum(incomes);
  return { currency, spent, received, left: received - spent, expenses, incomes };
}

function totalsOf(cells: readonly RollupCell[], accounts: ReadonlyMap<string, Account>, kind: "expense" | "income"): readonly CategoryTotal[] {
  const sign = kind === "income" ? -1 : 1;
  const totals = cells.flatMap(({ category, total, count }) => {
    const account = accounts.get(category);
    return account?.kind === kind && count > 0 ? [{ category, name: account.name, key: account.key, total: sign * total, count }] : [];
  });
  const largest = Math.max(1, ...totals.map(({ total }) => total));
  return totals
    .sort((one, other) => other.total - one.total || one.name.localeCompare(other.name))
    .map((total) => ({ ...total, share: Math.max(0, total.total / largest) }));
}

function sum(totals: readonly CategoryTotal[]): Minor {
  return totals.reduce((total, { total: one }) => total + one, 0);
}

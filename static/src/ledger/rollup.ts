/** What a transaction adds to the month × category rollup and to the accounts' balances. */

import { isDay, monthOf } from "../lib/days";
import { linesOf } from "./decode";
import type { Sight } from "./replay";
import type { Minor, Month, RollupCell } from "./types";

/** What one account holds, or gains, in one currency. */
export interface Leg {
  readonly account: string;
  readonly currency: string;
  readonly amount: Minor;
}

/** Cells to add to the rollup and legs to add to the balances. */
export interface Figures {
  readonly cells: readonly RollupCell[];
  readonly legs: readonly Leg[];
}

export const NOTHING: Figures = { cells: [], legs: [] };

/** What a row as people see it counts for: nothing unless it is a live, not merely planned transaction with a date. */
export function figuresOf(sight: Sight | null | undefined): Figures {
  if (!sight || sight.entity !== "transaction" || sight.deleted) return NOTHING;
  const { date, account, status, lines } = sight.fields;
  if (typeof date !== "string" || !isDay(date) || typeof account !== "string" || status === "planned") return NOTHING;
  return figuresOfLines(monthOf(date), account, linesOf(lines));
}

function figuresOfLines(month: Month, account: string, lines: ReturnType<typeof linesOf>): Figures {
  const cells: RollupCell[] = [];
  const legs: Leg[] = [];
  for (const { category, account: reached, amount, currency } of lines) {
    if (category === null && reached === null) continue;
    if (category !== null) cells.push({ month, category, currency, total: amount, count: 1 });
    else if (reached !== null) legs.push({ account: reached, currency, amount });
    legs.push({ account, currency, amount: -amount });
  }
  return { cells: summedCells(cells), legs: summedLegs(legs) };
}

/** What must be added where `before` counted to make it count as `after`; zero sums left out. */
export function difference(before: readonly Figures[], after: readonly Figures[]): Figures {
  const cells = [...after.flatMap((figures) => figures.cells), ...before.flatMap((figures) => figures.cells).map(lessCell)];
  const legs = [...after.flatMap((figures) => figures.legs), ...before.flatMap((figures) => figures.legs).map(lessLeg)];
  return {
    cells: summedCells(cells).filter((cell) => cell.total !== 0 || cell.count !== 0),
    legs: summedLegs(legs).filter((leg) => leg.amount !== 0),
  };
}

function lessCell(cell: RollupCell): RollupCell {
  return { ...cell, total: -cell.total, count: -cell.count };
}

function lessLeg(leg: Leg): Leg {
  return { ...leg, amount: -leg.amount };
}

function summedCells(cells: readonly RollupCell[]): readonly RollupCell[] {
  const sums = new Map<string, RollupCell>();
  for (const cell of cells) {
    const key = `${cell.month} ${cell.category} ${cell.currency}`;
    const sum = sums.get(key);
    sums.set(key, sum ? { ...sum, total: sum.total + cell.total, count: sum.count + cell.count } : cell);
  }
  return [...sums.values()];
}

function summedLegs(legs: readonly Leg[]): readonly Leg[] {
  const sums = new Map<string, Leg>();
  for (const leg of legs) {
    const key = `${leg.account} ${leg.currency}`;
    const sum = sums.get(key);
    sums.set(key, sum ? { ...sum, amount: sum.amount + leg.amount } : leg);
  }
  return [...sums.values()];
}

import { describe, expect, it } from "vitest";

import type { RollupCell } from "../../../../static/src/ledger/types";
import { monthFigures } from "../../../../static/src/elements/month/month_figures";
import { NAMES } from "../household";

const cell = (category: string, total: number, currency = "EUR", count = 1): RollupCell => ({ month: "2026-03", category, currency, total, count });

describe("monthFigures", () => {
  it("adds up what was spent and received, largest first", () => {
    const [figures] = monthFigures([cell("dining", 3000), cell("groceries", 12000), cell("salary", -200000)], NAMES.accounts, "EUR");
    expect(figures).toMatchObject({ spent: 15000, received: 200000, left: 185000 });
    expect(figures?.expenses.map(({ name, share }) => [name, share])).toEqual([["Groceries", 1], ["Eating out", 0.25]]);
  });

  it("never adds currencies", () => {
    const figures = monthFigures([cell("dining", 3000), cell("dining", 900, "JPY")], NAMES.accounts, "EUR");
    expect(figures.map(({ currency, spent }) => [currency, spent])).toEqual([["EUR", 3000], ["JPY", 900]]);
  });

  it("nets a refund inside its category and draws no bar below zero", () => {
    const [figures] = monthFigures([cell("dining", -500), cell("groceries", 1000)], NAMES.accounts, "EUR");
    expect(figures).toMatchObject({ spent: 500 });
    expect(figures?.expenses.at(-1)).toMatchObject({ name: "Eating out", total: -500, share: 0 });
  });

  it("leaves out opening balances and what it does not know", () => {
    const [figures] = monthFigures([cell("opening balances", -5000), cell("gone", 700)], NAMES.accounts, "EUR");
    expect(figures).toMatchObject({ spent: 0, received: 0, expenses: [], incomes: [] });
  });
});

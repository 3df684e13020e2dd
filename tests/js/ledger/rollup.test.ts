import { describe, expect, it } from "vitest";

import type { Sight } from "../../../static/src/ledger/replay";
import { difference, figuresOf } from "../../../static/src/ledger/rollup";
import type { Document } from "../../../static/src/ledger/types";

function seen(fields: Document, deleted = false): Sight {
  const start = { date: "2026-03-17", account: "cash", status: "recorded" };
  return { entity: "transaction", id: "t", deleted, fields: { ...start, ...fields }, unsynced: false };
}

const groceries = seen({ lines: { l1: { category: "food", amount: 1250, currency: "EUR" } } });

describe("figuresOf", () => {
  it("counts a line in its category and takes it from the account", () => {
    expect(figuresOf(groceries)).toEqual({
      cells: [{ month: "2026-03", category: "food", currency: "EUR", total: 1250, count: 1 }],
      legs: [{ account: "cash", currency: "EUR", amount: -1250 }],
    });
  });

  it("moves a transfer between accounts and touches no category", () => {
    const { cells, legs } = figuresOf(seen({ lines: { l1: { account: "bank", amount: 500, currency: "EUR" } } }));
    expect(cells).toEqual([]);
    expect(legs).toEqual([{ account: "bank", currency: "EUR", amount: 500 }, { account: "cash", currency: "EUR", amount: -500 }]);
  });

  it("keeps currencies apart and adds lines of one category", () => {
    const split = seen({ lines: {
      a: { category: "food", amount: 100, currency: "EUR" }, b: { category: "food", amount: 50, currency: "EUR" },
      c: { category: "food", amount: 7, currency: "USD" },
    } });
    expect(figuresOf(split).cells.map(({ currency, total, count }) => [currency, total, count])).toEqual([["EUR", 150, 2], ["USD", 7, 1]]);
    expect(figuresOf(split).legs.map(({ currency, amount }) => [currency, amount])).toEqual([["EUR", -150], ["USD", -7]]);
  });

  it.each([
    ["a tombstone", { ...groceries, deleted: true }], ["a planned one", seen({ ...groceries.fields, status: "planned" })],
    ["one without a date", seen({ ...groceries.fields, date: null })], ["a payee", { ...groceries, entity: "payee" as const }],
    ["nothing", null],
  ])("counts %s as nothing", (_name, sight) => expect(figuresOf(sight)).toEqual({ cells: [], legs: [] }));
});

describe("difference", () => {
  it("takes away what was and adds what is", () => {
    const moved = seen({ ...groceries.fields, date: "2026-04-01" });
    const { cells, legs } = difference([figuresOf(groceries)], [figuresOf(moved)]);
    expect(cells).toHaveLength(2);
    expect(cells).toContainEqual({ month: "2026-03", category: "food", currency: "EUR", total: -1250, count: -1 });
    expect(cells).toContainEqual({ month: "2026-04", category: "food", currency: "EUR", total: 1250, count: 1 });
    expect(legs).toEqual([]);
  });

  it("is empty where nothing changed", () => {
    expect(difference([figuresOf(groceries)], [figuresOf(groceries)])).toEqual({ cells: [], legs: [] });
  });
});

import { describe, expect, it } from "vitest";

import { entryOf, groupedByDay } from "../../../../static/src/elements/parts/entry";
import { line, NAMES, transaction } from "../household";

const entry = (...given: Parameters<typeof transaction>) => entryOf(transaction(...given), NAMES, "en-IE");

describe("entryOf", () => {
  it("names payee, category and account, and shows what was spent without a sign", () =>
    expect(entry([line(1250)], { payee: "lidl" })).toMatchObject({ title: "Lidl", detail: "Groceries · Card", amount: "€12.50", tone: "spent" }));

  it("does not say the category twice where there is no payee", () =>
    expect(entry([line(1250)])).toMatchObject({ title: "Groceries", detail: "Card" }));

  it("shows income and refunds as received", () => {
    expect(entry([line(-200000, { category: "salary" })])).toMatchObject({ amount: "+€2,000.00", tone: "received" });
    expect(entry([line(-1250)])).toMatchObject({ amount: "+€12.50", tone: "received" });
  });

  it("shows a transfer as moved, with where it went", () =>
    expect(entry([line(20000, { category: null, account: "Cash" })])).toMatchObject({ title: "To Cash", amount: "€200.00", tone: "moved", key: "transfer" }));

  it("adds the parts of a split, currency by currency", () => {
    const parts = [line(500), line(700, { id: "l2", category: "dining" }), line(900, { id: "l3", currency: "JPY" })];
    expect(entry(parts)).toMatchObject({ amount: "€12.00 + JP¥900", detail: "Split · Card" });
  });

  it("survives rows that have not arrived", () =>
    expect(entry([line(100, { category: "gone" })], { account: "gone", payee: "gone" })).toMatchObject({ title: "No category", detail: "Unknown account" }));
});

describe("groupedByDay", () => {
  it("keeps the store's order", () => {
    const rows = ["2026-03-17", "2026-03-17", "2026-03-15"].map((date, place) => transaction([line(1)], { id: `t${place}`, date }));
    const days = groupedByDay(rows, NAMES, "en");
    expect(days.map(({ day, entries }) => [day, entries.map(({ id }) => id)])).toEqual([["2026-03-17", ["t0", "t1"]], ["2026-03-15", ["t2"]]]);
  });
});

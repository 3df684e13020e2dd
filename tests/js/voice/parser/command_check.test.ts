/** What the parser says is asked or told is believed only after it was checked. */

import { describe, expect, it } from "vitest";

import { toReading } from "../../../../static/src/voice/parser/reading_check";

const amend = (value: unknown) => toReading({ action: "amend", items: [], amend: value }).amend;
const query = (value: unknown) => toReading({ action: "query", items: [], query: value }).query;

describe("amend", () => {
  it("keeps what was said and nothing else", () => {
    const changes = { amount: 6000, category: "groceries", date: "2026-03-17", tags: ["trip"] };
    expect(amend({ op: "change", target: "last", changes: { ...changes, colour: 1 }, confidence: { amount: 0.7 }, other_amounts: [60] }))
      .toEqual({ op: "change", changes, confidence: { amount: 0.7 }, other_amounts: [60] });
  });

  it("needs no changes to undo", () => expect(amend({ op: "undo", target: "last" })).toMatchObject({ op: "undo", changes: {} }));

  it.each([
    ["op", { op: "burn" }], ["amount", { op: "change", changes: { amount: 1.5 } }], ["date", { op: "change", changes: { date: "now" } }],
    ["type", { op: "change", changes: { type: "loan" } }], ["amend", null],
  ])("refuses a wrong %s", (slot, value) => expect(() => amend(value)).toThrow(`The parser's ${slot} cannot be`));
});

describe("query", () => {
  it("keeps measure, filter and periods", () => {
    const asked = { measure: "spent", filter: { category: "groceries" }, period: ["2026-03-01", "2026-03-31"], compare: ["2026-02-01", "2026-02-28"] };
    expect(query(asked)).toEqual(asked);
    expect(query({ measure: "balance", filter: {}, period: null })).toEqual({ measure: "balance", filter: {}, period: null });
  });

  it.each([
    ["measure", { measure: "sum", filter: {} }], ["period", { measure: "spent", filter: {}, period: ["2026-03-01"] }],
    ["period", { measure: "spent", filter: {}, period: ["2026-03-01", "soon"] }], ["payee", { measure: "spent", filter: { payee: 3 } }],
  ])("refuses a wrong %s", (slot, value) => expect(() => query(value)).toThrow(`The parser's ${slot} cannot be`));
});

describe("set", () => {
  it("keeps what is wished for", () => expect(toReading({ action: "set", items: [], set: { what: "budget", category: "groceries", amount: 40000 } }).set)
    .toEqual({ what: "budget", category: "groceries", amount: 40000 }));
});

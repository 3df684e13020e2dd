/** What the parser answers is believed only after it was checked. */

import { describe, expect, it } from "vitest";

import { toReading } from "../../../../static/src/voice/parser/reading_check";

const ITEM = {
  type: "expense", amount: 5_000_000_000, currency: "INR", category: "housing", payee: null, date: "2026-03-17", account: null,
  to_account: null, tags: ["flat"], note: null, recurring: null, confidence: { amount: 0.96 }, other_amounts: [250],
};
const READING = { action: "draft", ask: null, reason: null, items: [ITEM] };

describe("toReading", () => {
  it("keeps every slot of an item, integers whole", () => {
    const { recurring: _, ...item } = ITEM;
    expect(toReading(READING)).toEqual({ action: "draft", ask: null, reason: null, items: [item] });
  });

  it("takes absent ask and reason for null", () => {
    expect(toReading({ action: "refuse", items: [] })).toEqual({ action: "refuse", ask: null, reason: null, items: [] });
  });

  it.each([
    ["action", { ...READING, action: "save" }],
    ["ask", { ...READING, ask: "payee" }],
    ["reason", { ...READING, reason: 3 }],
    ["items", { ...READING, items: null }],
    ["item", { ...READING, items: ["lidl"] }],
    ["type", { ...READING, items: [{ ...ITEM, type: "loan" }] }],
    ["amount", { ...READING, items: [{ ...ITEM, amount: 12.5 }] }],
    ["amount", { ...READING, items: [{ ...ITEM, amount: -1294967296 }] }],
    ["amount", { ...READING, items: [{ ...ITEM, amount: 2 ** 53 }] }],
    ["currency", { ...READING, items: [{ ...ITEM, currency: "rupees" }] }],
    ["payee", { ...READING, items: [{ ...ITEM, payee: {} }] }],
    ["date", { ...READING, items: [{ ...ITEM, date: "yesterday" }] }],
    ["tags", { ...READING, items: [{ ...ITEM, tags: [1] }] }],
    ["confidence", { ...READING, items: [{ ...ITEM, confidence: { amount: 96 } }] }],
    ["other_amounts", { ...READING, items: [{ ...ITEM, other_amounts: ["250"] }] }],
    ["reading", null],
  ])("refuses a wrong %s and names it", (slot, value) => {
    expect(() => toReading(value)).toThrow(`The parser's ${slot} cannot be`);
  });
});

import { describe, expect, it } from "vitest";

import { fieldWords, slotName, valueWords } from "../../../../static/src/elements/attention/value_words";
import { line, NAMES } from "../household";

const AROUND = { names: NAMES, currency: "EUR", today: "2026-03-17", locale: "en-IE" };

describe("valueWords", () => {
  it.each([
    ["date", "2026-03-16", "Yesterday"], ["lines.l1.category", "dining", "Eating out"], ["account", "Cash", "Cash"], ["payee", "lidl", "Lidl"],
    ["deleted", true, "deleted"], ["deleted", false, "not deleted"], ["closed", true, "closed"], ["closed", false, "open"], ["payee", null, "nothing"],
    ["lines.l1", { category: "groceries", amount: 1250, currency: "JPY" }, "Groceries JP¥1,250"], ["lines.l1", null, "nothing"],
  ] as const)("%s %s is %s", (path, value, words) => expect(valueWords(path, value, AROUND)).toBe(words));
});

describe("an amount in words", () => {
  const yen = { currency: "JPY" };
  it.each([
    ["in the currency of its own line", "lines.l2.amount", 540, [line(1), line(540, { id: "l2", ...yen })], "JP¥540"],
    ["without a sign where it goes the usual way", "lines.l1.amount", -200000, [line(-200000, { category: "salary" })], "€2,000.00"],
    ["as a refund", "lines.l1.amount", -450, [line(450)], "€4.50 (refund)"],
    ["as income paid back", "lines.l1.amount", 450, [line(-450, { category: "salary" })], "€4.50 (paid back)"],
    ["with its sign where no category says which way is usual", "lines.l1.amount", -450, [line(1, { category: null, account: "Cash" })], "−€4.50"],
    ["in the ledger's currency where its own is none", "lines.l1.amount", 450, [line(450, { currency: "?" })], "€4.50"],
  ] as const)("is told %s", (_how, path, value, lines, words) => expect(valueWords(path, value, { ...AROUND, lines })).toBe(words));
});

describe("fieldWords", () => {
  it("tells what people entered and leaves out what only machines read", () => {
    const id = "fe131c9d-da23-5020-b8b4-ba2b737cd498";
    const fields = { date: "2026-03-17", note: "", status: "recorded", "lines.l1.amount": 940, "lines.l1.currency": "EUR", "lines.l1.category": "dining", payee: id };
    expect(fieldWords(fields, AROUND)).toEqual([["When", "Today"], ["Amount", "€9.40"], ["Category", "Eating out"]]);
  });
});

describe("slotName", () => {
  it.each([["lines.l1.amount", "Amount"], ["lines.l1.category", "Category"], ["date", "When"], ["deleted", "Entry"], ["lines.l1", "Part"]])("%s is %s", (path, name) =>
    expect(slotName(path)).toBe(name));
});

import { describe, expect, it } from "vitest";

import type { Conflict } from "../../../../static/src/ledger/types";
import { conflictWords, fieldWords, slotName, valueWords } from "../../../../static/src/elements/attention/conflict_words";
import { NAMES } from "../household";

const AROUND = { names: NAMES, currency: "EUR", today: "2026-03-17", locale: "en-IE" };
const CONFLICT: Conflict = {
  id: "c", entity: "transaction", row: "t1", path: "lines.l1.amount", kept: 54000, lost: 45000, kept_by: "This phone", lost_by: "Asha", settled: false,
};

describe("conflictWords", () => {
  it("says who said what and what was kept", () =>
    expect(conflictWords(CONFLICT, AROUND)).toBe("This phone said €540.00, Asha said €450.00. Kept: €540.00."));
});

describe("valueWords", () => {
  it.each([
    ["date", "2026-03-16", "Yesterday"], ["lines.l1.category", "dining", "Eating out"], ["account", "Cash", "Cash"], ["payee", "lidl", "Lidl"],
    ["deleted", true, "deleted"], ["deleted", false, "not deleted"], ["payee", null, "nothing"], ["lines.l1.amount", -500, "€5.00"],
  ] as const)("%s %s is %s", (path, value, words) => expect(valueWords(path, value, AROUND)).toBe(words));
});

describe("fieldWords", () => {
  it("tells what people entered and leaves out what only machines read", () => {
    const id = "fe131c9d-da23-5020-b8b4-ba2b737cd498";
    const fields = { date: "2026-03-17", note: "", status: "recorded", "lines.l1.amount": 940, "lines.l1.currency": "EUR", "lines.l1.category": "dining", payee: id };
    expect(fieldWords(fields, AROUND)).toEqual([["When", "Today"], ["Amount", "€9.40"], ["Category", "Eating out"]]);
  });
});

describe("slotName", () => {
  it.each([["lines.l1.amount", "Amount"], ["lines.l1.category", "Category"], ["date", "When"], ["deleted", "Entry"]])("%s is %s", (path, name) =>
    expect(slotName(path)).toBe(name));
});

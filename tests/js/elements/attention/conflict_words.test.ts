import { describe, expect, it } from "vitest";

import type { Conflict } from "../../../../static/src/ledger/types";
import { conflictWords, slotName, valueWords } from "../../../../static/src/elements/attention/conflict_words";
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

describe("slotName", () => {
  it.each([["lines.l1.amount", "Amount"], ["lines.l1.category", "Category"], ["date", "When"], ["deleted", "Entry"]])("%s is %s", (path, name) =>
    expect(slotName(path)).toBe(name));
});

import { describe, expect, it } from "vitest";

import { disputeWords, fieldWords, keepWords, slotName, takeWords, valueWords } from "../../../../static/src/elements/attention/conflict_words";
import { disputesOf, type Dispute } from "../../../../static/src/elements/attention/dispute";
import type { OpenConflict } from "../../../../static/src/sync/store";
import { conflict, NAMES, sight } from "../household";

const AROUND = { names: NAMES, currency: "EUR", today: "2026-03-17", locale: "en-IE" };
const asked = (...conflicts: readonly OpenConflict[]): Dispute => disputesOf(conflicts)[0]!;
const at = (amount: number, more: Partial<OpenConflict> = {}): OpenConflict => conflict({ now: sight({ lines: { l1: { category: "groceries", amount, currency: "EUR" } } }), ...more });

describe("disputeWords", () => {
  const words = (...conflicts: readonly OpenConflict[]): string => disputeWords(asked(...conflicts), AROUND);

  it("says who said what and what was kept", () => expect(words(at(540))).toBe("This phone said €5.40, Asha said €4.50. Kept: €5.40."));
  it("says what stands now where that is something else", () => expect(words(at(600))).toBe("This phone said €5.40, Asha said €4.50. It says €6.00 now."));
  it("says once what was said twice", () =>
    expect(words(at(600), at(600, { kept: 600, kept_by: "Ben", lost: 540, lost_by: "This phone" }))).toBe("This phone said €5.40, Asha said €4.50, Ben said €6.00. Kept: €6.00."));
  it("says that the row was deleted since", () => expect(words(conflict({ now: sight({}, { deleted: true }) }))).toContain("It has been deleted since."));
});

describe("the buttons", () => {
  const buttons = (one: OpenConflict): readonly string[] => [keepWords(asked(one), AROUND), ...asked(one).others.map((value) => takeWords(asked(one), value, AROUND))];

  it("keep what stands now or take what was said", () => {
    expect(buttons(at(540))).toEqual(["Keep €5.40", "Take €4.50"]);
    expect(buttons(at(600))).toEqual(["Keep €6.00", "Take €4.50", "Take €5.40"]);
  });
  it("bring a deleted row back with a value", () =>
    expect(buttons(at(600, { now: sight({ lines: { l1: { amount: 600 } } }, { deleted: true }) }))).toEqual(["Leave it deleted", "Bring it back with €6.00", "Bring it back with €4.50", "Bring it back with €5.40"]));
  it("leave out a part that was taken out", () => expect(buttons(conflict({ now: sight({ lines: {} }) }))).toEqual(["Leave it out"]));
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

import { describe, expect, it } from "vitest";

import "../../../../static/src/screens_sentences";
import { changeWords, wordsHeard } from "../../../../static/src/elements/transactions/history_words";
import type { Value } from "../../../../static/src/ledger/types";
import { NAMES } from "../household";

const AROUND = { names: NAMES, currency: "EUR", today: "2026-03-17", locale: "en-IE" };
const changed = (paths: Readonly<Record<string, readonly [Value, Value]>>) =>
  ({ seq: 9, by: "asha", at: 0, paths: Object.entries(paths).map(([path, [old, now]]) => ({ path, old, now })) });
const told = (paths: Readonly<Record<string, readonly [Value, Value]>>) => changeWords(changed(paths), AROUND);

describe("a change in words", () => {
  it.each<[string, Value, Value, string]>([
    ["lines.l1.amount", 1250, 1300, "Amount: €12.50 → €13.00"], ["lines.l1.category", "groceries", "dining", "Category: Groceries → Eating out"],
    ["payee", null, "lidl", "Where: nothing → Lidl"], ["tags.trip", null, true, "Tag “trip” added"], ["tags.a.b", true, null, "Tag “a.b” removed"],
    ["lines.l2", null, { category: "groceries", amount: 500, currency: "EUR" }, "Part added: Groceries €5.00"],
    ["lines.l2", { category: "groceries", amount: 500, currency: "EUR" }, null, "Part removed: Groceries €5.00"],
  ])("%s", (path, old, now, words) => expect(told({ [path]: [old, now] })).toEqual([words]));

  it("leaves out what stayed and what means nothing to people", () =>
    expect(told({ note: ["a", "a"], "origin.batch": [null, "b"], deleted: [null, false], "lines.l1.currency": [null, "EUR"] })).toEqual([]));
});

describe("what was said when an entry was made", () => {
  it("is quoted", () => expect(wordsHeard(changed({ origin: [null, { how: "spoken", words: "twelve fifty" }] }))).toBe("twelve fifty"));
  it("is told by its own path too", () => expect(wordsHeard(changed({ "origin.words": [null, "4 coffee"] }))).toBe("4 coffee"));
  it("is nothing where nothing was", () => expect(wordsHeard(changed({ note: [null, "x"] }))).toBe(""));
});

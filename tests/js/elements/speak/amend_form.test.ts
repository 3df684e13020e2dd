import { describe, expect, it } from "vitest";

import { amended, amendedLast } from "../../../../static/src/elements/speak/amend_form";
import type { DraftForm } from "../../../../static/src/elements/speak/draft_form";
import type { AmendChanges } from "../../../../static/src/ledger/reading";
import { ACCOUNTS } from "../household";

const LUNCH: DraftForm = {
  mid: "m", type: "expense", amount: 1250, offered: [], currency: "EUR", date: "2026-03-17", account: "Card", category: "dining", toAccount: null,
  payeeName: "Pho", note: "", tags: ["work"], origin: { how: "spoken", words: "lunch" },
};
const MOVED: DraftForm = { ...LUNCH, type: "transfer", category: null, toAccount: "Cash", payeeName: null };
const SOURCE = { accounts: ACCOUNTS, currency: "EUR" };

const change = (changes: AmendChanges, form = LUNCH, confidence = 1, other_amounts: readonly number[] = []): DraftForm | null =>
  amended(form, { op: "change", changes, confidence: { amount: confidence }, other_amounts }, SOURCE);

describe("amended", () => {
  it.each<[string, AmendChanges, Partial<DraftForm>]>([
    ["an amount", { amount: 6000 }, { amount: 6000 }],
    ["a category by its key", { category: "groceries" }, { category: "groceries" }],
    ["a category by its name", { category: "eating out" }, { category: "dining" }],
    ["a category of the other kind", { category: "salary" }, { type: "income", category: "salary" }],
    ["a payee", { payee: "Lidl" }, { payeeName: "Lidl" }],
    ["a day", { date: "2026-03-16" }, { date: "2026-03-16" }],
    ["an account", { account: "cash" }, { account: "Cash" }],
    ["a note", { note: "with Tom" }, { note: "with Tom" }],
    ["one more tag", { tags: ["trip"] }, { tags: ["work", "trip"] }],
    ["that it came back", { type: "refund" }, { type: "refund", category: "dining" }],
    ["that it was income, of no category said", { type: "income" }, { type: "income", category: "other income" }],
    ["several at once", { amount: 900, payee: "Lidl", category: "groceries" }, { amount: 900, payeeName: "Lidl", category: "groceries" }],
    ["that it moved to an account", { to_account: "Cash" }, { type: "transfer", category: null, toAccount: "Cash", payeeName: null }],
  ])("takes %s", (_name, changes, slots) => expect(change(changes)).toEqual({ ...LUNCH, ...slots }));

  it("offers an amount it is unsure of, with its other readings", () =>
    expect(change({ amount: 1650 }, LUNCH, 0.7, [165000])).toMatchObject({ amount: null, offered: [1650, 165000] }));

  it("keeps the figure where only the currency was said", () => {
    expect(change({ currency: "USD" })).toMatchObject({ amount: 1250, currency: "USD" });
    expect(change({ currency: "JPY" }, { ...LUNCH, amount: 1200 })).toMatchObject({ amount: 12, currency: "JPY" });
    expect(change({ currency: "JPY" })).toBeNull();
  });

  it("keeps the entry's currency where only a figure was said", () =>
    expect(change({ amount: 6000 }, { ...LUNCH, currency: "JPY" })).toMatchObject({ amount: 60, currency: "JPY" }));

  it("changes a transfer's ends, day and amount", () =>
    expect(change({ amount: 6000, date: "2026-03-01" }, MOVED)).toMatchObject({ type: "transfer", amount: 6000, toAccount: "Cash" }));

  it.each<[string, AmendChanges, DraftForm]>([
    ["a category nobody has", { category: "unicorns" }, LUNCH], ["an account nobody has", { account: "swiss" }, LUNCH],
    ["a category of a transfer", { category: "groceries" }, MOVED], ["a payee of a transfer", { payee: "Lidl" }, MOVED],
    ["a transfer to itself", { to_account: "Card" }, LUNCH],
  ])("leaves %s to the editor", (_name, changes, form) => expect(change(changes, form)).toBeNull());
});

describe("drafts that are open", () => {
  const COFFEE: DraftForm = { ...LUNCH, mid: "n", category: "dining", amount: 400 };
  const say = (op: "change" | "undo" | "delete", changes: AmendChanges = {}): readonly DraftForm[] | null =>
    amendedLast([LUNCH, COFFEE], { op, changes, confidence: { amount: 1 }, other_amounts: [] }, SOURCE);

  it("are changed at the last of them", () => expect(say("change", { amount: 450 })).toEqual([LUNCH, { ...COFFEE, amount: 450 }]));

  it("lose the last of them at an undo", () => expect([say("undo"), say("delete")]).toEqual([[LUNCH], [LUNCH]]));

  it("stay as they are where the words mean nothing here", () => {
    expect(say("change", { category: "unicorns" })).toBeNull();
    expect(amendedLast([], { op: "undo", changes: {}, confidence: { amount: 1 }, other_amounts: [] }, SOURCE)).toBeNull();
  });
});

import { describe, expect, it } from "vitest";

import type { Item, Reading } from "../../../../static/src/ledger/reading";
import { draftOf, formOf, formsOf, openSlots, withType, type FormSource } from "../../../../static/src/elements/speak/draft_form";
import { ACCOUNTS } from "../household";

const ITEM: Item = {
  type: "expense", amount: 1250, currency: "EUR", category: "groceries", payee: "Lidl", date: "2026-03-16", account: null,
  to_account: null, tags: [], note: null, confidence: { amount: 0.95 }, other_amounts: [],
};

let minted = 0;
const SOURCE: FormSource = {
  accounts: ACCOUNTS, context: { currency: "EUR", today: "2026-03-17" }, usualAccount: "Card",
  origin: { how: "spoken", words: "twelve fifty at lidl yesterday" }, mint: () => `mid-${++minted}`,
};

describe("formOf", () => {
  it("resolves names to the ledger's rows", () => {
    const form = formOf({ ...ITEM, account: "cash" }, SOURCE);
    expect(form).toMatchObject({ amount: 1250, category: "groceries", account: "Cash", payeeName: "Lidl", date: "2026-03-16", offered: [] });
  });

  it("takes the usual account and today where nothing was said", () =>
    expect(formOf({ ...ITEM, date: null }, SOURCE)).toMatchObject({ account: "Card", date: "2026-03-17" }));

  it("leaves an unsure amount open and offers each reading of it", () => {
    const form = formOf({ ...ITEM, confidence: { amount: 0.6 }, other_amounts: [125000] }, SOURCE);
    expect(form).toMatchObject({ amount: null, offered: [1250, 125000] });
    expect(draftOf(form)).toBeNull();
  });

  it("asks for a tap on an amount it is unsure of, though there is no other", () => {
    const form = formOf({ ...ITEM, confidence: { amount: 0.6 } }, SOURCE);
    expect(form).toMatchObject({ amount: null, offered: [1250] });
  });

  it("is as unsure just below the line, and sure on it", () => {
    const at = (amount: number): number | null => formOf({ ...ITEM, confidence: { amount }, other_amounts: [125000] }, SOURCE).amount;
    expect(at(0.79)).toBeNull();
    expect(at(0.8)).toBe(1250);
  });

  it("names a category that people made by its name", () => {
    const accounts = [...ACCOUNTS, { ...ACCOUNTS[3]!, id: "own", key: null, name: "Dog school" }];
    expect(formOf({ ...ITEM, category: "dog school" }, { ...SOURCE, accounts }).category).toBe("own");
  });

  it("falls back to what has no category, of the right kind", () => {
    expect(formOf({ ...ITEM, category: null }, SOURCE).category).toBe("uncategorised");
    expect(formOf({ ...ITEM, type: "income", category: "groceries" }, SOURCE).category).toBe("other income");
  });

  it("never chooses a closed account", () => expect(formOf({ ...ITEM, account: "Old bank" }, SOURCE).account).toBe("Card"));

  it("gives a transfer its two accounts and no category", () =>
    expect(formOf({ ...ITEM, type: "transfer", account: "card", to_account: "cash" }, SOURCE)).toMatchObject({ account: "Card", toAccount: "Cash", category: null }));
});

describe("formsOf", () => {
  const reading = (action: Reading["action"], items: readonly Item[]): Reading => ({ action, items });

  it("makes one form an item, each with a mid of its own", () => {
    const forms = formsOf(reading("draft", [ITEM, { ...ITEM, amount: 340 }]), SOURCE);
    expect(forms.map(({ amount }) => amount)).toEqual([1250, 340]);
    expect(new Set(forms.map(({ mid }) => mid)).size).toBe(2);
  });

  it("asks with an empty form", () => expect(openSlots(formsOf(reading("ask", []), SOURCE)[0]!)).toContain("amount"));

  it("makes none of a refused sentence", () => expect(formsOf(reading("refuse", []), SOURCE)).toEqual([]));
});

describe("draftOf", () => {
  it("is the draft once every slot is filled, without the offers", () => {
    const draft = draftOf({ ...formOf(ITEM, SOURCE), offered: [1250, 125000] });
    expect(draft).toMatchObject({ amount: 1250, account: "Card", category: "groceries" });
    expect(draft).not.toHaveProperty("offered");
  });

  it("is null while the receiving account is open", () =>
    expect(draftOf(formOf({ ...ITEM, type: "transfer", account: "card" }, SOURCE))).toBeNull());
});

describe("withType", () => {
  it("drops a category that the new type has no use for", () => {
    expect(withType(formOf(ITEM, SOURCE), "income", ACCOUNTS).category).toBeNull();
    expect(withType(formOf(ITEM, SOURCE), "refund", ACCOUNTS).category).toBe("groceries");
    expect(withType(formOf(ITEM, SOURCE), "transfer", ACCOUNTS).category).toBeNull();
  });
});

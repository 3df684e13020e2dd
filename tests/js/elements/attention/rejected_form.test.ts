import { describe, expect, it } from "vitest";

import { rejectedForm } from "../../../../static/src/elements/attention/rejected_form";
import { draftOf } from "../../../../static/src/elements/speak/draft_form";
import type { Fields, Mutation, Result } from "../../../../static/src/ledger/types";
import type { Troubled } from "../../../../static/src/sync/store";
import { NAMES } from "../household";

const ENTRY: Fields = {
  date: "2026-03-16", account: "Card", note: "for two", status: "recorded", payee: "lidl", origin: { how: "spoken", words: "twelve fifty lidl", batch: null },
  "lines.l1.amount": 1250, "lines.l1.currency": "EUR", "lines.l1.category": "groceries", "tags.food": true,
};

function create(fields: Fields, entity: Mutation["entity"] = "transaction", id = "t1"): Mutation {
  return { mid: `old ${id}`, n: 1, device: "d", schema: 1, op: "create", entity, id, fields, was: {}, base: 0, seen: [], client_time: "" };
}

const REFUSED: Result = { mid: "", status: "rejected", seq: null, error: null };
const refused = (mutation: Mutation, later: readonly Mutation[] = []): Troubled => ({ mutation, result: REFUSED, later });

describe("rejectedForm", () => {
  it("is the entry as it was meant, under a new mid", () => {
    const draft = draftOf(rejectedForm(refused(create(ENTRY)), [], NAMES, "new")!);
    expect(draft).toMatchObject({
      mid: "new", type: "expense", amount: 1250, currency: "EUR", category: "groceries", account: "Card", payeeName: "Lidl",
      date: "2026-03-16", note: "for two", tags: ["food"], origin: { how: "spoken", words: "twelve fifty lidl" },
    });
  });

  it("knows what was changed in it since", () => {
    const later = { ...create({ "lines.l1.amount": 1350, note: "for three" }), op: "update" as const };
    expect(rejectedForm(refused(create(ENTRY), [later]), [], NAMES, "new")).toMatchObject({ amount: 1350, note: "for three", date: "2026-03-16" });
  });

  it("leaves open what the ledger does not know", () => {
    const form = rejectedForm(refused(create({ ...ENTRY, account: "gone", "lines.l1.category": "gone", "lines.l1.amount": 0 })), [], NAMES, "new")!;
    expect(form).toMatchObject({ account: null, category: null, amount: null });
  });

  it("knows a payee that was refused with it", () => {
    const payee = create({ name: "Kiosk" }, "payee", "kiosk");
    expect(rejectedForm(refused(create({ ...ENTRY, payee: "kiosk" })), [refused(payee)], NAMES, "new")?.payeeName).toBe("Kiosk");
  });

  it("is none where nothing was bought", () => expect(rejectedForm(refused(create({ date: "2026-03-16" })), [], NAMES, "new")).toBeNull());
});

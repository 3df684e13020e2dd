import { describe, expect, it } from "vitest";

import { draftChanges, DraftIncomplete, payeeCalled } from "../../../static/src/ledger/drafts";
import type { Draft } from "../../../static/src/ledger/types";
import { followingId, naturalId } from "../../../static/src/lib/ids";

const LEDGER = "018f0000-0000-7000-8000-000000000001";
const MID = "018f0000-0000-7000-8000-000000000002";
const ids = { transaction: "t1", line: "l1" };
const expense: Draft = {
  mid: MID, type: "expense", amount: 1250, currency: "EUR", date: "2026-03-17", account: "cash", category: "food",
  toAccount: null, payeeName: null, note: "", tags: [], origin: { how: "spoken", words: "twelve fifty" },
};

const changes = (draft: Partial<Draft>, payees: Parameters<typeof draftChanges>[2] = []) =>
  draftChanges({ ...expense, ...draft }, LEDGER, payees, ids);

describe("draftChanges", () => {
  it("records an expense as one create", () => {
    expect(changes({ tags: ["work", " "] })).toEqual([{
      mid: MID, op: "create", entity: "transaction", id: "t1",
      fields: {
        date: "2026-03-17", account: "cash", note: "", status: "recorded", "tags.work": true,
        origin: { how: "spoken", words: "twelve fifty", batch: null },
        "lines.l1.amount": 1250, "lines.l1.currency": "EUR", "lines.l1.category": "food",
      },
    }]);
  });

  it.each([["expense", 1250], ["income", -1250], ["refund", -1250]] as const)("writes %s as %i", (type, amount) => {
    expect(changes({ type })[0]!.fields["lines.l1.amount"]).toBe(amount);
  });

  it("writes a transfer as a line on the receiving account", () => {
    const [transfer] = changes({ type: "transfer", category: null, toAccount: "bank" });
    expect(transfer!.fields).toMatchObject({ account: "cash", "lines.l1.account": "bank", "lines.l1.amount": 1250 });
    expect(transfer!.fields).not.toHaveProperty("lines.l1.category");
  });

  it("makes a payee that is new, before the transaction that names it", () => {
    const [payee, transaction] = changes({ payeeName: " Lidl " });
    expect(payee).toEqual({
      mid: followingId(MID, "payee"), op: "create", entity: "payee", id: naturalId(LEDGER, "payee", "lidl"), fields: { name: "Lidl" },
    });
    expect(transaction!.fields["payee"]).toBe(payee!.id);
  });

  it("takes a payee that is known by its name or an alias", () => {
    const known = { id: "p1", name: "LIDL", aliases: ["little"] };
    expect(changes({ payeeName: "lidl" }, [known])).toHaveLength(1);
    expect(changes({ payeeName: "Little" }, [known])[0]!.fields["payee"]).toBe("p1");
  });

  it("keeps within the server's lengths", () => {
    const long = "x".repeat(3000);
    const [payee, transaction] = changes({ payeeName: long, origin: { how: "spoken", words: long } });
    expect((payee!.fields["name"] as string).length).toBe(200);
    expect(transaction!.fields["origin"]).toMatchObject({ words: "x".repeat(2000) });
  });

  it.each([
    ["amount", { amount: 0 }], ["amount", { amount: -1 }], ["amount", { amount: 12.5 }], ["category", { category: null }],
    ["toAccount", { type: "transfer", category: null }],
  ] as const)("refuses a draft without %s", (slot, draft) => {
    expect(() => changes(draft)).toThrow(new DraftIncomplete(slot));
  });
});

describe("payeeCalled", () => {
  it("finds a payee under the name it was made with, so that its new name stays", () => {
    const renamed = { id: naturalId(LEDGER, "payee", "Lidl"), name: "The shop below", aliases: [] };
    expect(payeeCalled("LIDL", LEDGER, [renamed])).toBe(renamed);
  });

  it("prefers a name to another's alias", () => {
    const payees = [{ id: "p1", name: "Rewe", aliases: ["lidl"] }, { id: "p2", name: "Lidl", aliases: [] }];
    expect(payeeCalled("LIDL", LEDGER, payees)!.id).toBe("p2");
    expect(payeeCalled("Aldi", LEDGER, payees)).toBeNull();
  });
});

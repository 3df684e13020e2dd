import { describe, expect, it } from "vitest";

import { decodeAccount, decodeConflict, decodePayee, decodeRow, decodeTransaction, Unreadable } from "../../../static/src/ledger/decode";
import type { Document, Entity } from "../../../static/src/ledger/types";

const seen = (entity: Entity, fields: Document) => ({ entity, id: "x", deleted: false, fields, unsynced: true });

describe("decodeRow", () => {
  const row = { entity: "payee", id: "p", seq: 3, deleted: false, fields: { name: "Lidl" } };

  it("takes a row of the protocol", () => expect(decodeRow(row)).toEqual(row));
  it("passes over what this version does not know", () => expect(decodeRow({ ...row, entity: "budget" })).toBeNull());
  it.each([null, 5, [], {}, { ...row, id: 5 }, { ...row, seq: 1.5 }, { ...row, seq: "3" }, { ...row, fields: [] }, { ...row, fields: null }])(
    "refuses %j", (found) => expect(() => decodeRow(found)).toThrow(Unreadable));
});

describe("decodeTransaction", () => {
  it("reads a whole one", () => {
    const transaction = decodeTransaction(seen("transaction", {
      date: "2026-03-17", payee: "p", note: "n", tags: { b: true, a: true }, status: "cleared", account: "cash",
      lines: { l2: { account: "bank", amount: 2, currency: "EUR" }, l1: { category: "food", amount: 1, currency: "EUR" } },
      origin: { how: "spoken", words: "one", batch: null },
    }));
    expect(transaction).toEqual({
      id: "x", date: "2026-03-17", payee: "p", note: "n", tags: ["a", "b"], status: "cleared", account: "cash",
      lines: [
        { id: "l1", category: "food", account: null, amount: 1, currency: "EUR" },
        { id: "l2", category: null, account: "bank", amount: 2, currency: "EUR" },
      ],
      origin: { how: "spoken", words: "one" }, deleted: false, unsynced: true,
    });
  });

  it("gives what is missing or odd its plain default", () => {
    const odd = decodeTransaction(seen("transaction", { status: "odd", lines: { l1: { amount: 1.5 }, l2: 7 }, tags: null }));
    expect(odd).toMatchObject({ date: "", payee: null, note: "", tags: [], status: "recorded", origin: { how: "typed", words: null } });
    expect(odd.lines).toMatchObject([{ amount: 0, category: null }, { amount: 0 }]);
  });
});

describe("decodeAccount, decodePayee, decodeConflict", () => {
  it("read theirs", () => {
    expect(decodeAccount(seen("account", { name: "Cash", kind: "asset", key: "cash", currency: "EUR", order: 2, closed: true }))).toEqual(
      { id: "x", name: "Cash", kind: "asset", key: "cash", currency: "EUR", order: 2, closed: true });
    expect(decodePayee(seen("payee", { name: "Lidl", aliases: { little: true } }))).toEqual({ id: "x", name: "Lidl", aliases: ["little"] });
    expect(decodeConflict(seen("conflict", { entity: "transaction", row: "t", path: "date", kept: "2026-03-17", lost: null, kept_by: "asha", lost_by: "ben" }))).toEqual(
      { id: "x", entity: "transaction", row: "t", path: "date", kept: "2026-03-17", lost: null, kept_by: "asha", lost_by: "ben", settled: false });
  });
});

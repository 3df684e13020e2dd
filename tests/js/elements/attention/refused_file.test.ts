import { describe, expect, it } from "vitest";

import { refusedFile } from "../../../../static/src/elements/attention/refused_file";
import type { Mutation } from "../../../../static/src/ledger/types";
import { NAMES } from "../household";

describe("refusedFile", () => {
  it("has the change, what was done since, the server's answer, and the names of what is meant", () => {
    const mutation: Mutation = { mid: "m1", n: 1, device: "d", schema: 1, op: "create", entity: "transaction", id: "t1", fields: { payee: "lidl", "lines.l1.category": "dining" }, was: {}, base: 0, seen: [], client_time: "" };
    const later = { ...mutation, mid: "m2", op: "update" as const, fields: { account: "Card" } };
    const result = { mid: "m1", status: "rejected" as const, seq: null, error: { code: "bad_value", message: "No." } };
    expect(JSON.parse(refusedFile({ id: "home", name: "Home" }, { mutation, later: [later], result, now: null }, NAMES))).toEqual({
      ledger: { id: "home", name: "Home" }, names: { Card: "Card", dining: "Eating out", lidl: "Lidl" },
      outbox: [{ mutation, result }, { mutation: later, result: null }],
    });
  });
});

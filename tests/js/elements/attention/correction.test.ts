import { describe, expect, it } from "vitest";

import { correctedOf, correctionOf, type Correction } from "../../../../static/src/elements/attention/correction";
import { openIn, type Edit } from "../../../../static/src/elements/transactions/transaction_form";
import type { Entity, Fields, Mutation, Op, Result } from "../../../../static/src/ledger/types";
import type { Troubled } from "../../../../static/src/sync/store";
import { NAMES, sight } from "../household";

const ENTRY: Fields = {
  date: "2026-03-16", account: "Card", note: "for two", status: "recorded", payee: "lidl", origin: { how: "spoken", words: "twelve fifty lidl", batch: null },
  "lines.l1.amount": 1250, "lines.l1.currency": "EUR", "lines.l1.category": "groceries", "tags.food": true,
};

function mutation(op: Op, fields: Fields, entity: Entity = "transaction", id = "t1"): Mutation {
  return { mid: `old ${id}`, n: 1, device: "d", schema: 1, op, entity, id, fields, was: {}, base: 0, seen: [], client_time: "" };
}

const { "tags.food": _food, ...WITHOUT_TAGS } = ENTRY;
const REFUSED: Result = { mid: "", status: "rejected", seq: null, error: null };
const refused = (one: Mutation, more: Partial<Troubled> = {}): Troubled => ({ mutation: one, result: REFUSED, later: [], now: null, ...more });
const create = (fields: Fields, entity: Entity = "transaction", id = "t1"): Troubled => refused(mutation("create", fields, entity, id));
const AROUND = { names: NAMES, rejected: [], currency: "EUR", today: "2026-03-17", mid: "new" };

type Entry = Extract<Correction, { of: "entry" }>;
function entry(one: Troubled, rejected: readonly Troubled[] = []): Entry {
  const correction = correctionOf(one, { ...AROUND, rejected });
  if (correction?.of !== "entry") throw new Error("it is no entry");
  return correction;
}
const withForm = (correction: Entry, form: Partial<Edit["form"]>): Entry => ({ ...correction, edit: { ...correction.edit, form: { ...correction.edit.form, ...form } } });

describe("a refused new entry", () => {
  it("is a form of what was meant", () => {
    const { edit, mid } = entry(create(ENTRY));
    expect(mid).toBe("new");
    expect(edit.form).toMatchObject({
      type: "expense", amount: 1250, currency: "EUR", category: "groceries", account: "Card", payeeName: "Lidl",
      date: "2026-03-16", note: "for two", tags: ["food"], origin: { how: "spoken", words: "twelve fifty lidl" },
    });
    expect(openIn(edit)).toBeNull();
  });

  it("knows what was changed in it since", () => {
    const later = [mutation("update", { "lines.l1.amount": 1350, note: "for three" })];
    expect(entry({ ...create(ENTRY), later }).edit.form).toMatchObject({ amount: 1350, note: "for three", date: "2026-03-16" });
  });

  it("leaves open what the ledger does not know, and no date or currency that none is", () => {
    const { edit } = entry(create({ ...ENTRY, account: "gone", date: "poison", "lines.l1.category": "gone", "lines.l1.amount": 0, "lines.l1.currency": "?" }));
    expect(edit.form).toMatchObject({ account: null, category: null, amount: null, date: "2026-03-17", currency: "EUR" });
    expect(openIn(edit)).toBe("slot");
  });

  it("begins with today where its day does not exist", () =>
    expect(entry(create({ ...ENTRY, date: "2026-02-30" })).edit.form.date).toBe("2026-03-17"));

  it("knows a payee that was refused with it", () =>
    expect(entry(create({ ...ENTRY, payee: "kiosk" }), [create({ name: "Kiosk" }, "payee", "kiosk")]).edit.form.payeeName).toBe("Kiosk"));

  it("is saved whole, with what was corrected", () =>
    expect(correctedOf(withForm(entry(create(ENTRY)), { date: "2026-03-17", tags: [] }))).toEqual({
      mid: "new", payeeName: "Lidl",
      fields: { ...WITHOUT_TAGS, date: "2026-03-17" },
    }));

  it("of several parts is corrected in its parts", () => {
    const correction = entry(create({ ...ENTRY, "lines.l2.category": "gone", "lines.l2.amount": 320, "lines.l2.currency": "EUR" }));
    expect(correction.edit.parts).toMatchObject([{ id: "l1", amount: 1250 }, { id: "l2", amount: 320, category: null }]);
    expect(openIn(correction.edit)).toBe("part");
    const parts = correction.edit.parts.map((part) => ({ ...part, category: part.category ?? "dining" }));
    const corrected = correctedOf({ ...correction, edit: { ...correction.edit, parts } });
    expect(corrected?.fields).toMatchObject({ "lines.l1.category": "groceries", "lines.l1.amount": 1250, "lines.l2.category": "dining", "lines.l2.amount": 320 });
  });

  it("without a line has no form", () => expect(correctionOf(create({ date: "2026-03-16" }), AROUND)).toBeNull());
});

describe("a refused change of an entry", () => {
  const now = sight({ date: "2026-03-16", account: "Card", payee: "lidl", note: "", lines: { l1: { category: "groceries", amount: 1250, currency: "EUR" } } });
  const change = (fields: Fields, more: Partial<Troubled> = {}): Troubled => refused(mutation("update", fields), { now, ...more });

  it("is the entry as it stands with what was to be changed, and saves what differs", () => {
    const correction = entry(change({ "lines.l1.amount": 0, status: "cleared" }));
    expect(correction.edit.form).toMatchObject({ amount: null, payeeName: "Lidl" });
    expect(correctedOf(withForm(correction, { amount: 1300 }))).toEqual({ mid: "new", fields: { status: "cleared", "lines.l1.amount": 1300 } });
  });

  it("names the payee only where that was changed", () =>
    expect(correctedOf(withForm(entry(change({ note: "x" })), { payeeName: "Kiosk" }))).toEqual({ mid: "new", fields: { note: "x" }, payeeName: "Kiosk" }));

  it("saves nothing where all of it was taken back", () => expect(correctedOf(withForm(entry(change({ note: "x" })), { note: "" }))).toBeNull());

  it.each([["not here", null], ["deleted", { ...now, deleted: true }]])("has no form where the entry is %s", (_where, row) =>
    expect(correctionOf(change({ note: "x" }, { now: row }), AROUND)).toBeNull());
});

describe("a refused name", () => {
  it("of a new account is corrected alone", () => {
    const fields = { name: " ", kind: "asset", currency: "EUR", order: 3, closed: false };
    const correction = correctionOf(create(fields, "account"), AROUND);
    expect(correction).toMatchObject({ of: "name", name: " " });
    expect(correctedOf({ ...(correction as Correction & { of: "name" }), name: " Savings " })).toEqual({ mid: "new", fields: { ...fields, name: "Savings" } });
  });

  it("of a payee that stands is corrected among what else was changed", () => {
    const change = refused(mutation("update", { name: "", "aliases.kiosk": true }, "payee"), { now: sight({ name: "Kiosk" }, { entity: "payee" }) });
    const correction = correctionOf(change, AROUND) as Correction & { of: "name" };
    expect(correctedOf({ ...correction, name: "Kiosk 7" })).toEqual({ mid: "new", fields: { name: "Kiosk 7", "aliases.kiosk": true } });
  });
});

describe("what has nothing to edit", () => {
  const account = sight({ name: "Cash" }, { entity: "account" });
  it.each([
    ["a deletion", refused(mutation("delete", {}), { now: sight({}) })], ["an account that was to be closed", refused(mutation("update", { closed: true }, "account"), { now: account })],
    ["something learnt", create({ kind: "word" }, "lesson")], ["a decision", refused(mutation("update", { settled: true }, "conflict"), { now: account })],
  ])("%s", (_what, one) => expect(correctionOf(one, AROUND)).toBeNull());
});

import { describe, expect, it } from "vitest";

import { disputesOf, taking, type Dispute } from "../../../../static/src/elements/attention/dispute";
import type { Fields } from "../../../../static/src/ledger/types";
import type { OpenConflict } from "../../../../static/src/sync/store";
import { conflict, sight } from "../household";

const AMOUNT = "lines.l1.amount";
const at = (amount: number, more: Partial<OpenConflict> = {}): OpenConflict => conflict({ now: sight({ lines: { l1: { category: "groceries", amount, currency: "EUR" } } }), ...more });
const only = (...conflicts: readonly OpenConflict[]): Dispute => {
  const [dispute, ...more] = disputesOf(conflicts);
  if (!dispute || more.length > 0) throw new Error("it is not one question");
  return dispute;
};

describe("a conflict whose kept value stands", () => {
  it("offers the lost one", () => expect(only(at(540))).toMatchObject({ state: "kept", present: 540, others: [450] }));
});

describe("a conflict whose path was set since", () => {
  it("knows what stands now, and offers both values that were said", () =>
    expect(only(at(600))).toMatchObject({ state: "moved", present: 600, others: [450, 540] }));

  it("does not offer what stands already", () => expect(only(at(450))).toMatchObject({ state: "moved", present: 450, others: [540] }));
});

describe("two conflicts on one path", () => {
  it("are one question about what stands now", () => {
    const dispute = only(at(600, { id: "a" }), at(600, { id: "b", kept: 600, lost: 540 }));
    expect(dispute).toMatchObject({ state: "kept", present: 600, others: [450, 540] });
    expect(dispute.conflicts.map(({ id }) => id)).toEqual(["a", "b"]);
  });

  it("are two where the rows or the paths are two", () =>
    expect(disputesOf([at(540), at(540, { row: "t2" }), at(540, { path: "date" })])).toHaveLength(3));
});

describe("a conflict whose row was deleted since", () => {
  const dispute = only(at(600, { now: { ...sight({ lines: { l1: { amount: 600 } } }), deleted: true } }));

  it("offers to bring the row back with any of the values", () => {
    expect(dispute).toMatchObject({ state: "deleted", others: [600, 450, 540] });
    expect(taking(dispute, 450)).toEqual({ deleted: false, [AMOUNT]: 450 });
  });
});

describe("a conflict about a part that was taken out since", () => {
  it("can only be left so: the server refuses half a part", () =>
    expect(only(conflict({ now: sight({ lines: {} }) }))).toMatchObject({ state: "removed", others: [] }));
});

describe("a conflict about a whole part", () => {
  const whole = { category: "groceries", amount: 540, currency: "EUR" };
  const of = (line: Fields): Dispute => only(conflict({ path: "lines.l1", kept: whole, lost: null, now: sight({ lines: line }) }));

  it("offers to take it out", () => expect(of({ l1: { ...whole, account: null } })).toMatchObject({ state: "kept", others: [null] }));
  it("offers to put it back", () => expect(of({})).toMatchObject({ state: "moved", present: null, others: [whole] }));
});

describe("a conflict whose row has not come", () => {
  it("can be settled, and nothing taken", () => expect(only(conflict({ now: null }))).toMatchObject({ present: 540, others: [] }));
});

describe("a conflict about a deletion", () => {
  it("offers to delete what was kept, or to bring back what was deleted since", () => {
    const of = (deleted: boolean): Dispute => only(conflict({ path: "deleted", kept: false, lost: true, now: { ...sight({}), deleted } }));
    expect(of(false)).toMatchObject({ state: "kept", others: [true] });
    expect(of(true)).toMatchObject({ state: "moved", others: [false] });
    expect(taking(of(false), true)).toEqual({ deleted: true });
  });
});

import { describe, expect, it } from "vitest";

import type { House } from "../../../../static/src/elements/parts/house";
import { obey } from "../../../../static/src/elements/speak/commands";
import type { Amend, Reading } from "../../../../static/src/ledger/reading";
import type { Step } from "../../../../static/src/ledger/steps";
import { line, NAMES, transaction } from "../household";

const LUNCH = transaction([line(1250, { category: "dining" })], { payee: "lidl" });
const read = (amend: Partial<Amend>): Reading => ({ action: "amend", items: [], amend: { op: "change", changes: {}, confidence: { amount: 1 }, other_amounts: [], ...amend } });

function phone({ last = LUNCH as typeof LUNCH | null, back = [] as readonly Step[], role = "editor" } = {}) {
  const taken: Step[] = [];
  const store = {
    ledger: { currency: "EUR", role }, lastEntry: async () => last, stepsBack: async () => back, transaction: async () => last,
    sighting: async () => ({ base: 7, seen: [] }),
    take: async (steps: readonly Step[]) => (taken.push(...steps), [{ op: "update", id: "t1", fields: { deleted: false } }]),
    answer: async () => ({ count: 1 }),
  };
  const house = { store, clock: { today: () => "2026-03-17" }, locale: "en-IE" } as unknown as House;
  return { taken, say: (reading: Reading) => obey(house, NAMES, reading, "words") };
}

describe("a change of the last entry", () => {
  it("is shown before it is made", async () => {
    const { say, taken } = phone();
    expect(await say(read({ changes: { amount: 6000 } }))).toMatchObject({ kind: "amend", amendment: { before: { amount: 1250 }, after: { amount: 6000 } } });
    expect(taken).toEqual([]);
  });

  it("that changes nothing says so", async () => expect(await phone().say(read({ changes: { amount: 1250 } }))).toMatchObject({ kind: "refused", reason: "same" }));

  it("without an entry says that there is none", async () => {
    for (const op of ["change", "delete"] as const) expect(await phone({ last: null }).say(read({ op }))).toMatchObject({ kind: "refused", reason: "amend" });
  });

  it("is no undo where there is nothing to take back", async () =>
    expect(await phone({ last: null }).say(read({ op: "undo" }))).toMatchObject({ kind: "refused", reason: "undo" }));
});

describe("what is done at once", () => {
  it("is a deletion, told with the entry and the way back", async () => {
    const { say, taken } = phone();
    expect(await say(read({ op: "delete" }))).toMatchObject({ message: "Deleted: €12.50 · Lidl", back: [{ fields: { deleted: false } }] });
    expect(taken).toEqual([{ op: "delete", id: "t1", fields: {}, sighting: { base: 7, seen: [] } }]);
  });

  it.each<[readonly Step[], string]>([
    [[{ op: "delete", id: "t1", fields: {} }], "Taken back: €12.50 · Lidl"],
    [[{ op: "update", id: "t1", fields: { deleted: false } }], "Back again: €12.50 · Lidl"],
    [[{ op: "update", id: "t1", fields: { "lines.l1.amount": 1250 } }], "As it was: €12.50 · Lidl"],
    [[{ op: "delete", id: "t1", fields: {} }, { op: "delete", id: "t2", fields: {} }], "Taken back: 2 entries"],
  ])("is an undo: %j", async (back, message) => {
    const { say, taken } = phone({ back });
    expect(await say(read({ op: "undo" }))).toMatchObject({ message });
    expect(taken).toEqual(back);
  });
});

describe("a question", () => {
  it("is answered from the phone", async () =>
    expect(await phone().say({ action: "query", items: [], query: { measure: "spent", filter: {}, period: null } })).toMatchObject({ kind: "reply", reply: { count: 1 } }));
});

describe("who may only look", () => {
  it.each<Reading>([{ action: "draft", items: [] }, read({ changes: { amount: 6000 } }), read({ op: "delete" }), read({ op: "undo" })])("changes nothing: %j", async (reading) => {
    const { say, taken } = phone({ role: "viewer", back: [{ op: "delete", id: "t1", fields: {} }] });
    expect(await say(reading)).toEqual({ kind: "refused", words: "words", reason: "viewer" });
    expect(taken).toEqual([]);
  });

  it.each<[Reading, object]>([
    [{ action: "query", items: [], query: { measure: "spent", filter: {}, period: null } }, { kind: "reply" }],
    [{ action: "refuse", reason: "future", items: [] }, { kind: "refused", reason: "future" }],
  ])("is answered as others are: %j", async (reading, turn) => expect(await phone({ role: "viewer" }).say(reading)).toMatchObject(turn));
});

describe("any other sentence", () => {
  it.each<[Reading, string]>([
    [{ action: "refuse", reason: "future", items: [] }, "future"], [{ action: "set", items: [], set: { what: "budget", category: null, amount: null } }, "set"],
  ])("is refused with its reason", async (reading, reason) => expect(await phone().say(reading)).toEqual({ kind: "refused", words: "words", reason }));
});

import { describe, expect, it } from "vitest";

import { amendmentOf, carryOut, changesAnything } from "../../../../static/src/elements/speak/amendment";
import { changedSlots } from "../../../../static/src/elements/speak/amend_words";
import type { AmendChanges } from "../../../../static/src/ledger/reading";
import type { Step } from "../../../../static/src/ledger/steps";
import type { LedgerStore } from "../../../../static/src/sync/store";
import { line, NAMES, transaction } from "../household";

const LUNCH = transaction([line(1250, { category: "dining" })], { payee: "lidl" });
const SIGHTING = { base: 7, seen: ["own"] };
const SPLIT = transaction([line(1250), line(300, { id: "l2", category: "dining" })]);
const amend = (changes: AmendChanges, of = LUNCH) => amendmentOf(of, SIGHTING, { op: "change", changes, confidence: { amount: 1 }, other_amounts: [] }, NAMES, "EUR")!;

async function steps(changes: AmendChanges, of = LUNCH): Promise<readonly Step[]> {
  const taken: Step[] = [];
  const store = { take: async (all: readonly Step[]) => (taken.push(...all), []), addPayee: async (name: string) => `id of ${name}` };
  await carryOut(amend(changes, of), NAMES, store as unknown as LedgerStore);
  return taken;
}

describe("an amendment", () => {
  it("writes only the paths that change", async () => {
    expect(await steps({ amount: 6000 })).toEqual([{ op: "update", id: "t1", fields: { "lines.l1.amount": 6000 }, sighting: SIGHTING }]);
    expect(await steps({ category: "groceries", date: "2026-03-16" })).toMatchObject([{ fields: { "lines.l1.category": "groceries", date: "2026-03-16" } }]);
  });

  it("keeps income and refunds the way the books count", async () =>
    expect(await steps({ amount: 6000 }, transaction([line(-200000, { category: "salary" })]))).toMatchObject([{ fields: { "lines.l1.amount": -6000 } }]));

  it("makes a payee that is new", async () => expect(await steps({ payee: "Pho" })).toMatchObject([{ fields: { payee: "id of Pho" } }]));

  it("changes what a split has as a whole, and leaves its parts to the editor", async () => {
    expect(await steps({ date: "2026-03-16" }, SPLIT)).toEqual([{ op: "update", id: "t1", fields: { date: "2026-03-16" }, sighting: SIGHTING }]);
    expect(amend({ amount: 6000 }, SPLIT).after).toBeNull();
  });

  it("knows when it changes nothing", () => {
    expect(changesAnything(amend({ amount: 1250 }))).toBe(false);
    expect(changesAnything(amend({ amount: 1251 }))).toBe(true);
  });

  it("is told slot by slot", () => {
    const { before, after } = amend({ amount: 6000, payee: "Pho" });
    expect(changedSlots(before, after!, NAMES, { today: "2026-03-17", locale: "en-IE" })).toEqual([
      { slot: "Amount", old: "€12.50", now: "€60.00" }, { slot: "Where", old: "Lidl", now: "Pho" },
    ]);
  });
});

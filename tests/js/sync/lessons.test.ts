import { beforeEach, describe, expect, it } from "vitest";

import type { LedgerStore } from "../../../static/src/sync/store";
import type { FakeServer } from "../fake_server";
import { DINING, draft, GROCERIES, Phone, settledPhone } from "./phone";

let store: LedgerStore;
let server: FakeServer;

beforeEach(async () => {
  [server, , store] = await settledPhone();
});

const known = async () => (await store.lessons()).filter(({ deleted }) => !deleted).map(({ kind, about, taught }) => [kind, about, taught.map(({ meant }) => meant)]);
const lidl = async () => (await store.payees()).find(({ name }) => name === "Lidl")!.id;

describe("a corrected draft", () => {
  it("teaches, and every phone hears of it", async () => {
    const id = await store.record(draft({ payeeName: "Lidl", category: DINING }));
    await store.learn(id, [{ kind: "alias", heard: "Little" }, { kind: "category", words: "" }]);
    const all = [["alias", "little", [await lidl()]], ["category", await lidl(), [DINING]]];
    expect(await known()).toEqual(expect.arrayContaining(all));
    await store.sync();
    expect(await (await new Phone(server, "ben").open()).lessons()).toHaveLength(2);
  });

  it("does not count as one more thing to send", async () => {
    const id = await store.record(draft({ payeeName: "Lidl" }));
    await store.learn(id, [{ kind: "category", words: "boba" }]);
    expect(store.state.unsynced).toBe(0 + 1);
  });

  it("never makes a payee's name mean another", async () => {
    await store.addPayee("Aldi");
    const id = await store.record(draft({ payeeName: "Lidl" }));
    await store.learn(id, [{ kind: "alias", heard: "aldi" }]);
    expect(await known()).toEqual([]);
  });
});

describe("an entry changed soon after it was recorded", () => {
  const change = async (id: string, fields: Record<string, string>) => {
    const [line] = (await store.transaction(id))!.lines;
    await store.change("transaction", id, Object.fromEntries(Object.entries(fields).map(([slot, value]) => [slot === "payee" ? slot : `lines.${line!.id}.${slot}`, value])));
  };

  it("teaches its category, and the last change counts", async () => {
    const id = await store.record(draft({ payeeName: "Lidl" }));
    await change(id, { category: DINING });
    expect(await known()).toEqual([["category", await lidl(), [DINING]]]);
    await change(id, { category: GROCERIES });
    expect(await known()).toEqual([["category", await lidl(), [GROCERIES]]]);
  });

  it("teaches whom a misheard name meant", async () => {
    await store.addPayee("Lidl");
    const id = await store.record(draft({ payeeName: "Little" }));
    await change(id, { payee: await lidl() });
    expect(await known()).toEqual([["alias", "little", [await lidl()]]]);
  });

  it("teaches no name that other entries have", async () => {
    await store.addPayee("Lidl");
    await store.record(draft({ payeeName: "Little" }));
    const id = await store.record(draft({ payeeName: "Little" }));
    await change(id, { payee: await lidl() });
    expect(await known()).toEqual([]);
  });

  it("teaches nothing when it is old", async () => {
    const old = "01000000-0000-7000-8000-0000000000f1";
    server.plant("transaction", old, { date: "2020-01-01", account: GROCERIES, lines: { "018f0000-0000-7000-8000-0000000000e1": { category: GROCERIES, amount: 1, currency: "EUR" } } });
    await store.sync();
    await store.change("transaction", old, { "lines.018f0000-0000-7000-8000-0000000000e1.category": DINING });
    expect(await known()).toEqual([]);
  });
});

describe("forgetting", () => {
  it("leaves a tombstone, and teaching anew begins at nothing", async () => {
    const id = await store.record(draft({ payeeName: "Lidl", category: DINING }));
    await store.learn(id, [{ kind: "category", words: "" }]);
    const [lesson] = await store.lessons();
    await store.forget(lesson!.id);
    await store.sync();
    expect([await known(), server.rows.get(lesson!.id)?.deleted]).toEqual([[], true]);
    const again = await store.record(draft({ payeeName: "Lidl" }));
    await store.learn(again, [{ kind: "category", words: "" }]);
    expect(await known()).toEqual([["category", await lidl(), [GROCERIES]]]);
  });
});

import { beforeEach, describe, expect, it } from "vitest";

import type { LedgerStore } from "../../../static/src/sync/store";
import type { FakeServer } from "../fake_server";
import { draft, GROCERIES, settledPhone } from "./phone";

let store: LedgerStore;
let server: FakeServer;

beforeEach(async () => {
  [server, , store] = await settledPhone();
});

const undo = async () => store.take(await store.stepsBack());
const live = async () => (await store.transactions()).length;

describe("the last entry", () => {
  it("is none where nothing was recorded here", async () => {
    server.plant("transaction", "018f0000-0000-7000-8000-0000000000f1", { date: "2026-03-17", account: GROCERIES, lines: {} });
    await store.sync();
    expect([await store.lastEntry(), await store.stepsBack()]).toEqual([null, []]);
  });

  it("is the one recorded last, not the one dated last, also after a sync", async () => {
    await store.record(draft());
    const last = await store.record(draft({ date: "2020-01-01" }));
    expect((await store.lastEntry())?.id).toBe(last);
    await store.sync();
    expect((await store.lastEntry())?.id).toBe(last);
  });

  it("is the one before when the last was deleted", async () => {
    const first = await store.record(draft());
    await store.remove(await store.record(draft()));
    expect((await store.lastEntry())?.id).toBe(first);
  });
});

describe("the steps back", () => {
  it("take away what was recorded, and are taken back themselves", async () => {
    await store.record(draft({ payeeName: "Lidl" }));
    const again = await undo();
    expect(await live()).toBe(0);
    await store.take(again);
    expect(await live()).toBe(1);
  });

  it("take away all that one breath recorded, and no more", async () => {
    await store.record(draft({ origin: { how: "spoken", words: "coffee four" } }));
    for (const amount of [50, 40]) await store.record(draft({ amount, origin: { how: "spoken", words: "milk 50 and bread 40" } }));
    await undo();
    expect(await live()).toBe(1);
  });

  it("put back what was changed, path by path, also when it was synced", async () => {
    const id = await store.record(draft());
    const [line] = (await store.transaction(id))!.lines;
    await store.take([{ op: "update", id, fields: { [`lines.${line!.id}.amount`]: 6000, date: "2026-03-01", "tags.trip": true } }]);
    await store.sync();
    await undo();
    expect(await store.transaction(id)).toMatchObject({ date: "2026-03-17", tags: [], lines: [{ amount: 1250 }] });
  });

  it("go one deed further back each time, and then there are none", async () => {
    const first = await store.record(draft());
    await store.record(draft({ amount: 300, origin: { how: "typed", words: null } }));
    await undo();
    expect((await store.transactions()).map(({ id }) => id)).toEqual([first]);
    await store.sync();
    await undo();
    expect([await live(), await store.stepsBack()]).toEqual([0, []]);
  });

  it("take back anew what was taken back and brought back", async () => {
    await store.record(draft());
    await store.take(await undo());
    expect(await live()).toBe(1);
    await undo();
    expect([await live(), await store.stepsBack()]).toEqual([0, []]);
  });

  it("leave a deletion that was taken back at once", async () => {
    const id = await store.record(draft());
    await store.remove(id);
    await store.revive(id);
    expect(await live()).toBe(1);
    await undo();
    expect(await live()).toBe(0);
  });

  it("tell the server nothing of what they take back", async () => {
    store.hold();
    await store.record(draft());
    await undo();
    expect((await store.exportOutbox()).match(/"op": "\w+"|takesBack/g)).toEqual(['"op": "create"', '"op": "delete"']);
    store.release();
  });

  it("bring back what was deleted", async () => {
    await store.remove(await store.record(draft()));
    await undo();
    expect(await live()).toBe(1);
  });
});

describe("steps", () => {
  it("answer the steps that take them back", async () => {
    const id = await store.record(draft());
    const back = await store.take([{ op: "delete", id, fields: {} }]);
    expect(await live()).toBe(0);
    await store.take(back);
    expect(await store.transaction(id)).toMatchObject({ deleted: false });
    await store.sync();
    expect(server.rows.get(id)?.deleted).toBe(false);
  });
});

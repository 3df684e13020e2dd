import { beforeEach, describe, expect, it, vi } from "vitest";

import { Database } from "../../../static/src/sync/database";
import { OutboxCount } from "../../../static/src/sync/outbox_count";
import type { LedgerStore } from "../../../static/src/sync/store";
import type { FakeServer } from "../fake_server";
import { draft, type Phone, settledPhone } from "./phone";

let server: FakeServer;
let phone: Phone;
let store: LedgerStore;
let count: OutboxCount;

beforeEach(async () => {
  [server, phone, store] = await settledPhone();
  store.hold();
  count = new OutboxCount(server.ledger);
});

/** What the count says, and how many entries there are. */
const counted = (): Promise<readonly [number, number]> => phone.use(async () => {
  const database = new Database(7);
  const found = await database.read(["outbox", "meta"], (reading) => Promise.all([count.of(reading), reading.objectStore("outbox").count()]));
  database.close();
  return found;
});

describe("the count of the outbox", () => {
  it("goes with what is saved, sent and dropped", async () => {
    expect(await counted()).toEqual([0, 0]);
    for (const date of ["2026-03-17", "poison", "2026-03-18"]) await store.record(draft({ date }));
    expect(await counted()).toEqual([3, 3]);
    store.release();
    await store.sync();
    expect(await counted()).toEqual([1, 1]);
    const [refused] = (await store.attention()).rejected;
    await store.discard(refused!.mutation.mid);
    expect(await counted()).toEqual([0, 0]);
  });

  it("goes with what comes back for a server that was restored", async () => {
    store.release();
    const before = server.copy();
    await store.record(draft());
    await store.sync();
    expect(await counted()).toEqual([0, 0]);
    server.restore(before);
    server.fates = ["fine", "drop"];
    await store.sync();
    const [said, held] = await counted();
    expect([said, held > 0]).toEqual([held, true]);
  });

  it("looks only at what was saved since", async () => {
    await store.record(draft());
    await counted();
    const seen = vi.spyOn(IDBIndex.prototype, "count");
    await store.record(draft());
    seen.mockClear();
    expect(await counted()).toEqual([2, 2]);
    expect(seen.mock.calls.map(([range]) => ((range as IDBKeyRange).lower as [string, number])[1])).toEqual([1]);
    seen.mockRestore();
  });
});

import { beforeEach, describe, expect, it, vi } from "vitest";

import { unwrap } from "idb";

import { EMPTY } from "../../../static/src/ledger/digest";
import type { Mutation } from "../../../static/src/ledger/types";
import type { Api } from "../../../static/src/sync/api";
import { Database } from "../../../static/src/sync/database";
import { MovedOn } from "../../../static/src/sync/errors";
import { openStore } from "../../../static/src/sync/open_store";
import type { LedgerStore } from "../../../static/src/sync/store";
import { newId } from "../../../static/src/lib/ids";
import type { FakeServer } from "../fake_server";
import { CASH, DINING, draft, GROCERIES, Phone, settledPhone } from "./phone";

let server: FakeServer;
let phone: Phone;
let store: LedgerStore;

beforeEach(async () => {
  [server, phone, store] = await settledPhone();
  server.requests = [];
});

const outbox = async () => JSON.parse(await store.exportOutbox()).outbox as { result: { status: string } | null }[];

/** A new entry that the server refuses, though its note was changed on the phone before it was sent. */
async function refusedWithALaterEdit() {
  store.hold();
  const id = await store.record(draft({ date: "poison" }));
  await store.change("transaction", id, { note: "later" });
  store.release();
  await store.sync();
  return { id, refused: (await store.attention()).rejected[0]! };
}

describe("sync", () => {
  it("keeps what was saved while the server is away, and sends it when it is back", async () => {
    server.fates = Array(20).fill("drop");
    const id = await store.record(draft());
    await store.sync();
    expect(store.state).toMatchObject({ phase: "offline", unsynced: 1 });
    server.fates = [];
    await store.sync();
    expect(store.state).toMatchObject({ phase: "synced", unsynced: 0, lastSynced: phone.browser.time.getTime() });
    expect(server.rows.get(id)).toBeDefined();
  });

  it("says what has waited for more than a day, until it is sent", async () => {
    server.fates = Array(20).fill("drop");
    await store.record(draft());
    await store.sync();
    expect(store.state.overdue).toBe(false);
    phone.browser.time = new Date(phone.browser.time.getTime() + 86_400_001);
    await store.sync();
    expect(store.state).toMatchObject({ unsynced: 1, overdue: true });
    server.fates = [];
    await store.sync();
    expect(store.state).toMatchObject({ unsynced: 0, overdue: false });
  });

  it("takes effect once though the reply was lost, and though the request came twice", async () => {
    server.fates = ["lose"];
    await store.record(draft());
    await store.sync();
    server.fates = ["twice"];
    await store.record(draft());
    await store.sync();
    await store.sync();
    expect(server.written).toHaveLength(2);
    expect(await store.transactions()).toHaveLength(2);
    expect(await outbox()).toEqual([]);
  });

  it("lets an entry leave only when its result is held and its row was pulled", async () => {
    server.fates = ["twice", "drop"];
    await store.record(draft());
    await store.sync();
    expect(await outbox()).toMatchObject([{ result: { status: "applied" } }]);
    expect(store.state).toMatchObject({ phase: "offline", unsynced: 1 });
    expect(await store.transactions()).toMatchObject([{ unsynced: true }]);
    await store.sync();
    expect(await outbox()).toEqual([]);
  });

  it("waits longer after each failure, up to five minutes, and a success forgets them", async () => {
    const waits = [];
    for (let failure = 0; failure < 12; failure += 1) {
      server.fates = ["fail"];
      await store.sync();
      waits.push(phone.browser.wait);
    }
    expect(waits.slice(0, 4)).toEqual([500, 1000, 2000, 4000]);
    expect(waits.at(-1)).toBe(150_000);
    expect(store.state).toMatchObject({ phase: "failed", problem: "Broken." });
    await store.sync();
    expect(store.state).not.toHaveProperty("problem");
    expect(phone.browser.wait).toBe(60_000);
    server.fates = ["fail"];
    await store.sync();
    expect(phone.browser.wait).toBe(500);
  });

  it("waits as long as a busy server asks for", async () => {
    server.fates = ["busy"];
    await store.sync();
    expect(phone.browser.wait).toBe(20_000);
  });

  it("syncs again when it is asked to in the moment in which it ends", async () => {
    let rounds = 0;
    let atItsEnd = () => {};
    const alone = (_name: string, work: () => Promise<void>): Promise<void> => {
      const round = work();
      rounds += 1;
      queueMicrotask(() => void round.then(atItsEnd));
      return round;
    };
    const one = await phone.use(() => openStore(server.session(), server.ledger, { ...phone.browser.rim(server.api()), alone }));
    await one.sync();
    [rounds, atItsEnd] = [0, () => void (rounds === 1 && one.sync())];
    await one.sync();
    await vi.waitFor(() => expect(rounds).toBe(2));
  });

  it("tries again by itself when its time has come, and when the page wakes", async () => {
    server.fates = ["drop"];
    await store.sync();
    phone.browser.timers.at(-1)!.work();
    await store.sync();
    expect(store.state.phase).toBe("synced");
    server.plant("payee", newId(), { name: "Lidl" });
    phone.browser.wakers.forEach((wake) => wake());
    await store.sync();
    expect(await store.payees()).toHaveLength(1);
  });

  it("keeps the queue when the session has ended, and asks no more by itself", async () => {
    server.fates = ["sign out"];
    await store.record(draft());
    await store.sync();
    expect(store.state).toMatchObject({ phase: "signed_out", unsynced: 1 });
    expect(phone.browser.timers).toEqual([]);
    await store.sync();
    expect(store.state).toMatchObject({ phase: "synced", unsynced: 0 });
  });

  it("sends nothing while the microphone listens", async () => {
    store.hold();
    const id = await store.record(draft());
    phone.browser.wakers.forEach((wake) => wake());
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(server.requests).toEqual([]);
    expect(store.state).toMatchObject({ phase: "waiting", unsynced: 1 });
    store.release();
    await store.sync();
    expect(server.rows.get(id)).toBeDefined();
  });

  it("sends nothing more from the moment one begins to listen, neither the next batch nor a pull", async () => {
    const { push } = server;
    server.push = (...sent) => {
      store.hold();
      return push.apply(server, sent);
    };
    store.hold();
    for (let count = 0; count < 150; count += 1) await store.record(draft());
    for (const [answered, doors] of [[100, ["push"]], [150, ["push", "push"]]] as const) {
      store.release();
      await vi.waitFor(async () => expect((await outbox()).filter(({ result }) => result)).toHaveLength(answered), 5000);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(server.requests).toEqual(doors);
    }
    store.release();
    await store.sync();
    expect(store.state).toMatchObject({ phase: "synced", unsynced: 0 });
  });

  it("pulls page by page and tells how far it is", async () => {
    for (let count = 0; count < 1200; count += 1) server.plant("payee", newId(), { name: `Shop ${count}` });
    const progress: unknown[] = [];
    store.addEventListener("state", () => progress.push(store.state.progress));
    await store.sync();
    expect(await store.payees()).toHaveLength(1200);
    expect(progress).toContainEqual({ done: 500, total: 1200 });
    expect(store.state.progress).toBeNull();
    progress.length = 0;
    server.plant("payee", newId(), { name: "One more" });
    await store.sync();
    expect(progress.filter((one) => one !== null)).toEqual([]);
  });

  it("keeps the pages that came before one that did not", async () => {
    for (let count = 0; count < 2600; count += 1) server.plant("payee", newId(), { name: `Shop ${count}` });
    server.fates = ["fine", "fine", "fine", "drop", "drop"];
    await store.sync();
    expect(store.state.phase).toBe("offline");
    expect(await store.payees()).toHaveLength(1500);
    server.fates = [];
    await store.sync();
    expect(await store.payees()).toHaveLength(2600);
    expect(server.apart).toEqual([]);
  });

  it("sends at most a hundred at once, in the order they were saved", async () => {
    store.hold();
    for (let count = 0; count < 250; count += 1) await store.record(draft({ amount: count + 1 }));
    const progress: unknown[] = [];
    store.addEventListener("state", () => progress.push(store.state.progress));
    store.release();
    await store.sync();
    expect(progress).toContainEqual({ done: 100, total: 250, sending: true });
    expect(server.largestBatch).toBe(100);
    const amounts = server.written.map(({ row }) => Object.values(server.rows.get(row)!.fields["lines"] as object)[0].amount);
    expect(amounts).toEqual(Array.from({ length: 250 }, (_, place) => place + 1));
    expect(store.state.unsynced).toBe(0);
  });

  it("sends what is saved while it sends, without being asked again", async () => {
    const { push } = server;
    let second = Promise.resolve("");
    server.push = (...sent) => {
      server.push = push;
      second = store.record(draft());
      return push.apply(server, sent);
    };
    const first = await store.record(draft());
    await store.sync();
    await second;
    await vi.waitFor(() => expect(store.state).toMatchObject({ phase: "synced", unsynced: 0 }));
    expect([...server.rows.keys()]).toEqual(expect.arrayContaining([first, await second]));
  });

  it("takes many changed rows at once, all of a month or some of them, and counts right", async () => {
    const ids = Array.from({ length: 150 }, newId);
    const plant = (id: string, amount: number) => server.plant("transaction", id, {
      date: "2026-03-01", account: CASH, status: "recorded", lines: { [id]: { category: DINING, amount, currency: "EUR" } },
    });
    const total = async () => (await store.rollup("2026-03")).map((cell) => [cell.total, cell.count]);
    ids.forEach((id) => plant(id, 10));
    await store.sync();
    expect(await total()).toEqual([[1500, 150]]);
    ids.forEach((id) => plant(id, 20));
    await store.sync();
    expect(await total()).toEqual([[3000, 150]]);
    ids.filter((_, place) => place % 5 === 0).forEach((id) => plant(id, 30));
    await store.sync();
    expect(await total()).toEqual([[3300, 150]]);
    expect((await store.balances()).get(CASH)!.get("EUR")).toBe(-3300);
  });

  it("drops a reply that another tab overtook", async () => {
    const unlocked = (api: Api) => ({ ...phone.browser.rim(api), alone: (_name: string, work: () => Promise<void>) => work() });
    const quick = await phone.use(() => openStore(server.session(), server.ledger, unlocked(server.api())));
    await quick.sync();
    const payee = newId();
    server.plant("payee", payee, { name: "Old" });
    let late = async () => {};
    const api = server.api();
    const pull: Api["pull"] = async (...asked) => {
      const reply = await api.pull(...asked);
      await late();
      return reply;
    };
    const slow = await phone.use(() => openStore(server.session(), server.ledger, unlocked({ ...api, pull })));
    late = async () => {
      late = async () => {};
      server.plant("payee", payee, { name: "New" });
      await quick.sync();
      expect((await quick.payees())[0]!.name).toBe("New");
    };
    const names: string[] = [];
    slow.addEventListener("change", async () => names.push((await slow.payees())[0]!.name));
    await slow.sync();
    expect((await slow.payees())[0]!.name).toBe("New");
    expect(names).not.toContain("Old");
  });

  it("sends nothing more once the store is closed", async () => {
    store.close();
    await store.sync();
    expect(server.requests).toEqual([]);
    expect(phone.browser.wakers.size).toBe(0);
    expect(phone.browser.timers).toEqual([]);
  });
});

describe("a bad mutation", () => {
  it("goes to needs attention, leaves the list, and holds nothing up", async () => {
    const bad = await store.record(draft({ date: "poison" }));
    const good = await store.record(draft());
    await store.sync();
    expect(store.state).toMatchObject({ phase: "synced", unsynced: 0, attention: 1 });
    expect(server.rows.has(good)).toBe(true);
    expect(await store.transaction(bad)).toBeNull();
    const { rejected: [found] } = await store.attention();
    expect(found).toMatchObject({ mutation: { id: bad }, result: { status: "rejected", error: { code: "bad_value" } } });
  });

  it("can be discarded for good", async () => {
    await store.record(draft({ date: "poison" }));
    await store.sync();
    await store.discard((await store.attention()).rejected[0]!.mutation.mid);
    expect(store.state.attention).toBe(0);
    expect(await outbox()).toEqual([]);
  });

  it("takes what was done to its entry since along when it is discarded, and keeps it when it is sent again", async () => {
    const { refused } = await refusedWithALaterEdit();
    expect(refused.later).toMatchObject([{ op: "update", fields: { note: "later" } }]);
    await store.retry(refused.mutation.mid);
    expect(await outbox()).toHaveLength(2);
    await store.sync();
    await store.discard((await store.attention()).rejected[0]!.mutation.mid);
    expect(await outbox()).toEqual([]);
    expect(store.state).toMatchObject({ unsynced: 0, attention: 0 });
  });

  it("is sent again with what was known when it was saved", async () => {
    const id = await store.record(draft());
    await store.sync();
    await store.change("transaction", id, { date: "poison", note: "mine" });
    await store.sync();
    const { rejected: [refused] } = await store.attention();
    server.plant("transaction", id, { ...server.rows.get(id)!.fields, note: "Ben's" });
    await store.sync();
    store.hold();
    await store.retry(refused!.mutation.mid);
    const { mid: old, ...before } = refused!.mutation;
    const [{ mutation: { mid, ...now } }] = (await outbox()) as unknown as [{ mutation: Mutation }];
    expect(now).toEqual(before);
    expect(mid).not.toBe(old);
  });

  it("is corrected under its form's mid, with its payee and without what was done since, however often Save is tapped", async () => {
    const { id, refused } = await refusedWithALaterEdit();
    const corrected = { mid: newId(), fields: { ...refused.mutation.fields, date: "2026-03-01", note: "later" }, payeeName: "Lidl" };
    await Promise.all([store.correct(refused.mutation.mid, corrected), store.correct(refused.mutation.mid, corrected)]);
    await store.sync();
    expect(await store.transactions()).toMatchObject([{ id, date: "2026-03-01", note: "later", payee: (await store.payees())[0]!.id }]);
    expect(server.records.has(corrected.mid)).toBe(true);
    expect(await outbox()).toEqual([]);
    expect(store.state).toMatchObject({ unsynced: 0, attention: 0 });
  });

  it("stays as it was where its correction could not be saved", async () => {
    await store.record(draft({ date: "poison" }));
    await store.sync();
    const { mutation } = (await store.attention()).rejected[0]!;
    const put = IDBObjectStore.prototype.put;
    const full = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, value: { mid?: string }, key) {
      if (value.mid === "corrected") throw new DOMException("full", "QuotaExceededError");
      return put.call(this, value, key);
    });
    await expect(store.correct(mutation.mid, { mid: "corrected", fields: { ...mutation.fields, date: "2026-03-01" }, payeeName: "Kiosk" })).rejects.toThrow("no room");
    full.mockRestore();
    expect((await store.attention()).rejected).toMatchObject([{ mutation: { mid: mutation.mid } }]);
    expect(await outbox()).toHaveLength(1);
    expect([await store.transactions(), await store.payees()]).toEqual([[], []]);
  });

  it("can be sent again as a new one", async () => {
    const id = await store.record(draft({ date: "poison" }));
    await store.sync();
    const { mutation } = (await store.attention()).rejected[0]!;
    server.records.clear();
    server.push = ((push) => (sent: Parameters<typeof push>[0], by: string) => {
      const healed = sent.mutations.map((one) => ({ ...one, fields: { ...one.fields, date: "2026-03-01" } }));
      return push.call(server, { ...sent, mutations: healed }, by);
    })(server.push);
    await store.retry(mutation.mid);
    await store.sync();
    expect(store.state).toMatchObject({ attention: 0, unsynced: 0 });
    expect(await store.transaction(id)).toMatchObject({ date: "2026-03-01" });
    expect(server.records.has(mutation.mid)).toBe(false);
  });

  it("that the server will not even read is found among a batch and rejected alone", async () => {
    const one = draft();
    await store.record(one);
    await store.sync();
    server.records.set(one.mid, { ...server.records.get(one.mid)!, payload: "another" });
    store.hold();
    const ids = [];
    for (let count = 0; count < 5; count += 1) ids.push(await store.record(draft()));
    const { outbox: entries } = JSON.parse(await store.exportOutbox());
    server.records.set(entries[2].mutation.mid, { payload: "another", result: entries[2].result });
    store.release();
    await store.sync();
    expect(store.state).toMatchObject({ phase: "synced", unsynced: 0, attention: 1 });
    expect((await store.attention()).rejected[0]!.mutation.id).toBe(ids[2]);
    expect((await store.transactions()).map(({ id }) => id)).toEqual(expect.arrayContaining([ids[0], ids[1], ids[3], ids[4]]));
  });

  it("that names a row which has not arrived is parked, stays seen, and settles when it arrives", async () => {
    const id = await store.record(draft());
    const payee = newId();
    await store.sync();
    await store.change("transaction", id, { payee });
    await store.sync();
    expect(await outbox()).toMatchObject([{ result: { status: "parked" } }]);
    expect(await store.transaction(id)).toMatchObject({ payee, unsynced: true });
    expect(store.state).toMatchObject({ unsynced: 1, attention: 0 });
    phone.browser.time = new Date("2026-04-20T12:00:00Z");
    expect((await store.attention()).rejected).toEqual([]);
    server.plant("payee", payee, { name: "Lidl" });
    await store.sync();
    expect(store.state).toMatchObject({ unsynced: 0, attention: 0 });
  });

  it("that the server waited for in vain needs attention once the server says so", async () => {
    const id = await store.record(draft());
    await store.sync();
    await store.change("transaction", id, { payee: newId() });
    await store.sync();
    const [mid, { payload, result }] = [...server.records].at(-1)!;
    server.records.set(mid, { payload, result: { ...result, status: "rejected", error: { code: "parent_missing", message: "It never came." } } });
    await store.sync();
    expect((await store.attention()).rejected).toMatchObject([{ mutation: { mid }, result: { error: { code: "parent_missing" } } }]);
  });
});

describe("a restored server", () => {
  it("is told again what it lost, and nothing is doubled", async () => {
    const before = server.copy();
    const id = await store.record(draft({ payeeName: "Lidl" }));
    await store.sync();
    server.restore(before);
    store.hold();
    const waiting = await store.record(draft({ amount: 300, category: DINING }));
    store.release();
    await store.sync();
    expect(store.state).toMatchObject({ phase: "synced", unsynced: 0 });
    expect([...server.rows.keys()]).toEqual(expect.arrayContaining([id, waiting]));
    expect((await store.transactions()).map((one) => one.id)).toEqual([waiting, id]);
    expect((await store.rollup("2026-03")).map(({ total, count }) => [total, count])).toEqual([[1250, 1], [300, 1]]);
    expect(await outbox()).toEqual([]);
  });

  it("shows an edited entry whole before it is pulled again, and one made elsewhere not before", async () => {
    const theirs = newId();
    const { epoch } = server;
    server.plant("transaction", theirs, {
      date: "2026-03-01", account: CASH, status: "recorded", lines: { l1: { category: DINING, amount: 10, currency: "EUR" } },
    });
    const own = await store.record(draft());
    await store.sync();
    server.fates = ["drop", "drop"];
    await store.change("transaction", own, { note: "own" });
    await store.change("transaction", theirs, { note: "theirs" });
    await store.sync();
    server.epoch = newId();
    expect(server.epoch).not.toBe(epoch);
    server.fates = ["fine", "drop", "drop"];
    await store.sync();
    expect(await store.transactions()).toMatchObject([{ id: own, note: "own", lines: [{ category: GROCERIES, amount: 1250 }] }]);
    server.fates = [];
    await store.sync();
    expect((await store.transactions()).map(({ id, note, lines }) => [id, note, lines.length])).toEqual([[own, "own", 1], [theirs, "theirs", 1]]);
  });

  it("has nothing to settle of a conflict that it no longer has", async () => {
    const id = await store.record(draft());
    await store.sync();
    const before = server.copy();
    const conflict = server.plant("conflict", newId(), { entity: "transaction", row: id, path: "date", kept: "2026-03-17", lost: "2026-03-16", kept_by: "asha", lost_by: "ben", at: "", settled: false });
    await store.sync();
    await store.settle((await store.attention()).conflicts, {});
    await store.sync();
    server.restore(before);
    for (let round = 0; round < 2; round += 1) await store.sync();
    expect(server.rows.has(conflict.id)).toBe(false);
    expect(await outbox()).toEqual([]);
    expect(await store.attention()).toEqual({ rejected: [], conflicts: [] });
  });

  it("no longer shows what it forgot and nobody remembers", async () => {
    const before = server.copy();
    server.plant("transaction", newId(), {
      date: "2026-03-01", account: CASH, status: "recorded", lines: { l1: { category: DINING, amount: 10, currency: "EUR" } },
    });
    await store.sync();
    expect(await store.transactions()).toHaveLength(1);
    server.restore(before);
    await store.sync();
    expect([await store.transactions(), await store.rollup("2026-03"), await store.months()]).toEqual([[], [], []]);
    expect((await store.balances()).get(CASH)!.get("EUR")).toBe(0);
    expect(await store.accounts()).toHaveLength(5);
  });

  it("is not shown old values again by what it is only told again", async () => {
    const id = await store.record(draft());
    await store.change("transaction", id, { note: "first" });
    await store.sync();
    const other = await new Phone(server, "ben").open();
    await other.change("transaction", id, { note: "second" });
    await other.sync();
    await store.sync();
    server.epoch = newId();
    server.fates = ["fine", "fail"];
    await store.sync();
    expect(await store.transaction(id)).toMatchObject({ note: "second", unsynced: false });
    expect(store.state).toMatchObject({ phase: "failed", unsynced: 0 });
    await store.sync();
    expect(await store.transaction(id)).toMatchObject({ note: "second" });
    expect(await outbox()).toEqual([]);
  });

  it("with only a new epoch is pulled anew, to the same ledger", async () => {
    await store.record(draft());
    await store.sync();
    const before = [await store.transactions(), await store.accounts(), await store.balances()];
    server.epoch = newId();
    await store.sync();
    expect([await store.transactions(), await store.accounts(), await store.balances()]).toEqual(before);
    expect(server.written).toHaveLength(1);
  });
});

describe("a server restored by hand, of which nobody is told", () => {
  const restoreByHand = async (copy: ReturnType<FakeServer["copy"]>): Promise<void> => {
    server.restoreByHand(copy);
    for (let count = 0; count < 5; count += 1) server.plant("payee", newId(), { name: `Shop ${count}` });
  };

  it("is noticed by a mid that its log lacks, though it has gone on since, and is told again what it lost", async () => {
    const before = server.copy();
    const { epoch } = server;
    const id = await store.record(draft());
    await store.sync();
    await restoreByHand(before);
    await store.sync();
    expect(server.epoch).not.toBe(epoch);
    expect(server.rows.get(id)).toBeDefined();
    expect(await store.payees()).toHaveLength(5);
    expect(store.state).toMatchObject({ phase: "synced", unsynced: 0 });
    expect(await outbox()).toEqual([]);
    expect(server.apart).toEqual([]);
  });

  it("takes no edit made on the lost future before it is noticed", async () => {
    const id = await store.record(draft());
    await store.sync();
    const before = server.copy();
    await store.record(draft());
    await store.sync();
    server.restoreByHand(before);
    const line = Object.keys(server.rows.get(id)!.fields["lines"] as object)[0]!;
    for (let count = 0; count < 5; count += 1) {
      server.push({ device: "d", epoch: server.epoch, cursor: 0, known: null, mutations: [bens(id, `lines.${line}.amount`, 100 + count, server.seq)] }, "ben");
    }
    await store.change("transaction", id, { [`lines.${line}.amount`]: 999 });
    await store.sync();
    expect((await store.attention()).conflicts).toMatchObject([{ row: id, kept: 999, lost: 104, lost_by: "ben" }]);
  });
});

const bens = (id: string, path: string, value: number, base: number): Mutation => ({
  mid: newId(), n: 1, device: "d", schema: 1, op: "update", entity: "transaction", id, fields: { [path]: value }, was: {}, base, seen: [], client_time: "",
});

describe("rows that are not the server's", () => {
  const hurt = (work: (rows: IDBObjectStore) => void) => phone.use(async () => {
    const database = new Database(7);
    await database.write(["view"], async (writing) => work(unwrap(writing.objectStore("view"))));
    database.close();
  });
  /** The digest is kept with every page; a phone from before there were digests has none. */
  const forgetDigest = () => phone.use(async () => {
    const database = new Database(7);
    await database.write(["meta"], (writing) => writing.objectStore("meta").delete(`digest:${server.ledger}`));
    database.close();
  });

  beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => undefined));

  it("are dropped and pulled anew, the outbox stays, and the server is told", async () => {
    const id = await store.record(draft());
    await store.sync();
    await forgetDigest();
    await hurt((rows) => rows.delete([server.ledger, "transaction", id]));
    store.hold();
    const waiting = await store.record(draft({ amount: 300 }));
    server.fates = ["drop"];
    store.release();
    await store.sync();
    const { seq } = server;
    await store.sync();
    expect((await store.transactions()).map((one) => one.id).sort()).toEqual([id, waiting].sort());
    expect(server.apart).toEqual([server.seq]);
    expect(server.seq).toBeGreaterThan(seq);
    expect(console.error).toHaveBeenCalledOnce();
    expect(store.state).toMatchObject({ phase: "synced", unsynced: 0 });
    await store.sync();
    expect(server.apart).toHaveLength(1);
  });

  it("are what a server says that does not tell of a row", async () => {
    const id = newId();
    const page = server.pull;
    server.pull = (asked) => {
      const reply = page.call(server, asked);
      return asked.cursor === 0 ? reply : { ...reply, rows: reply.rows.filter((row) => row.id !== id) };
    };
    server.plant("payee", id, { name: "Lidl" });
    await store.sync();
    expect(await store.payees()).toHaveLength(1);
    expect(server.apart).toHaveLength(1);
  });

  it("are fetched anew once a day and no more", async () => {
    server.digest = () => new Set(["transaction 1 1.1"]);
    await store.sync();
    server.requests = [];
    await store.sync();
    expect([server.requests, server.apart]).toEqual([["pull"], [server.seq]]);
    expect(store.state).toMatchObject({ phase: "synced" });
    phone.browser.time = new Date(phone.browser.time.getTime() + 86_400_001);
    await store.sync();
    expect(server.apart).toHaveLength(2);
  });

  it("are counted before they are blamed: a digest that this phone kept wrong is mended", async () => {
    await store.record(draft());
    await store.sync();
    await phone.use(async () => {
      const database = new Database(7);
      await database.write(["meta"], (writing) => writing.objectStore("meta").put({ key: `digest:${server.ledger}`, digest: EMPTY }));
      database.close();
    });
    await store.sync();
    expect(server.apart).toEqual([]);
    expect(await store.transactions()).toHaveLength(1);
    expect(console.error).not.toHaveBeenCalled();
  });
});

describe("two devices", () => {
  it("both keep a category edit here and an amount edit there, made offline", async () => {
    const id = await store.record(draft());
    await store.sync();
    const other = await new Phone(server, "ben").open();
    const line = (await store.transaction(id))!.lines[0]!.id;
    store.hold();
    other.hold();
    await store.change("transaction", id, { [`lines.${line}.category`]: DINING });
    await other.change("transaction", id, { [`lines.${line}.amount`]: 1400 });
    for (const device of [store, other]) device.release();
    for (const device of [store, other, store]) await device.sync();
    for (const device of [store, other]) {
      expect((await device.transaction(id))!.lines).toMatchObject([{ category: DINING, amount: 1400 }]);
      expect((await device.rollup("2026-03")).map(({ category, total }) => [category, total])).toEqual([[DINING, 1400]]);
      expect(await device.attention()).toEqual({ rejected: [], conflicts: [] });
    }
  });

  /** An entry of which this phone said 450 and ben's, later, 540. */
  async function disagreeing(): Promise<readonly [string, LedgerStore]> {
    const id = await store.record(draft());
    await store.sync();
    const other = await new Phone(server, "ben").open();
    const line = (await store.transaction(id))!.lines[0]!.id;
    store.hold();
    other.hold();
    await store.change("transaction", id, { [`lines.${line}.amount`]: 450 });
    await other.change("transaction", id, { [`lines.${line}.amount`]: 540 });
    for (const device of [store, other]) {
      device.release();
      await device.sync();
    }
    await store.sync();
    return [id, other];
  }

  it("are shown that both changed the amount, and either value can be taken", async () => {
    const [id, other] = await disagreeing();
    const [conflict] = (await store.attention()).conflicts;
    expect(conflict).toMatchObject({ row: id, kept: 540, lost: 450, kept_by: "ben", lost_by: "asha" });
    expect(store.state.attention).toBe(1);
    await store.settle([conflict!], { [conflict!.path]: conflict!.lost });
    for (const device of [store, other]) await device.sync();
    for (const device of [store, other]) {
      expect((await device.transaction(id))!.lines[0]!.amount).toBe(450);
      expect(await device.attention()).toEqual({ rejected: [], conflicts: [] });
    }
  });

  it("are told where one saves a form that was opened before the other's change came", async () => {
    const id = await store.record(draft());
    await store.sync();
    const other = await new Phone(server, "ben").open();
    const amount = `lines.${(await store.transaction(id))!.lines[0]!.id}.amount`;
    const opened = await store.sighting(id);
    await other.change("transaction", id, { [amount]: 540 });
    for (const device of [other, store]) await device.sync();
    await store.change("transaction", id, { [amount]: 450 }, opened);
    await store.sync();
    expect((await store.attention()).conflicts).toMatchObject([{ row: id, kept: 450, lost: 540, lost_by: "ben" }]);
  });

  it("are told nothing where one saves a form a second time, its own change having come back meanwhile", async () => {
    const id = await store.record(draft());
    const opened = await store.sighting(id);
    await store.sync();
    await store.change("transaction", id, { date: "2026-03-18" }, opened);
    await store.sync();
    expect(await store.attention()).toEqual({ rejected: [], conflicts: [] });
  });

  it("are told where one takes a deed back over what the other made of it since", async () => {
    const id = await store.record(draft());
    const amount = `lines.${(await store.transaction(id))!.lines[0]!.id}.amount`;
    await store.change("transaction", id, { [amount]: 900 });
    await store.sync();
    const other = await new Phone(server, "ben").open();
    await other.change("transaction", id, { [amount]: 540 });
    for (const device of [other, store]) await device.sync();
    await store.take(await store.stepsBack());
    await store.sync();
    expect((await store.attention()).conflicts).toMatchObject([{ row: id, kept: 1250, lost: 540, lost_by: "ben" }]);
    await store.take(await store.stepsBack());
    await store.sync();
    expect((await store.transaction(id))!.deleted).toBe(true);
  });

  it("are asked again where the amount was changed since they looked, and then decide knowingly", async () => {
    const [id, other] = await disagreeing();
    const [looked] = (await store.attention()).conflicts;
    const path = looked!.path;
    await other.sync();
    await other.change("transaction", id, { [path]: 600 });
    for (const device of [other, store]) await device.sync();
    await expect(store.settle([looked!], { [path]: 450 })).rejects.toThrow(MovedOn);
    expect((await store.transaction(id))!.lines[0]!.amount).toBe(600);
    const [again] = (await store.attention()).conflicts;
    expect(again!.now!.fields["lines"]).toMatchObject({ [path.split(".")[1]!]: { amount: 600 } });
    await store.settle([again!], { [path]: 450 });
    for (const device of [store, other]) await device.sync();
    for (const device of [store, other]) {
      expect((await device.transaction(id))!.lines[0]!.amount).toBe(450);
      expect(await device.attention()).toEqual({ rejected: [], conflicts: [] });
    }
  });

  it("bring back an entry that was deleted since with the value they take", async () => {
    const [id, other] = await disagreeing();
    await other.sync();
    await other.remove(id);
    for (const device of [other, store]) await device.sync();
    const [conflict] = (await store.attention()).conflicts;
    expect(conflict!.now).toMatchObject({ deleted: true });
    await store.settle([conflict!], { deleted: false, [conflict!.path]: 450 });
    for (const device of [store, other]) await device.sync();
    for (const device of [store, other]) expect(await device.transaction(id)).toMatchObject({ deleted: false, lines: [{ amount: 450 }] });
  });

  it("make one payee of one name", async () => {
    const other = await new Phone(server, "ben").open();
    store.hold();
    other.hold();
    await store.record(draft({ payeeName: "Lidl" }));
    await other.record(draft({ payeeName: "LIDL" }));
    for (const device of [store, other]) device.release();
    for (const device of [store, other, store]) await device.sync();
    expect(await store.payees()).toHaveLength(1);
    expect((await store.transactions()).map(({ payee }) => payee)).toEqual(Array(2).fill((await other.payees())[0]!.id));
  });
});

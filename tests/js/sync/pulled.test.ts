import { openDB } from "idb";
import { beforeEach, describe, expect, it } from "vitest";

import { Database, type Reading, type Seen } from "../../../static/src/sync/database";
import { allPulled, pulledOf } from "../../../static/src/sync/pulled";
import type { Row } from "../../../static/src/ledger/types";
import type { LedgerStore } from "../../../static/src/sync/store";
import type { FakeServer } from "../fake_server";
import { draft, GROCERIES, type Phone, settledPhone } from "./phone";

let server: FakeServer;
let phone: Phone;
let store: LedgerStore;

beforeEach(async () => {
  [server, phone, store] = await settledPhone();
});

/** Look into the phone's storage. */
const look = <T>(work: (reading: Reading) => Promise<T>): Promise<T> => phone.use(async () => {
  const database = new Database(7);
  const found = await database.read(["rows", "view"], work);
  database.close();
  return found;
});
const beside = (): Promise<readonly Row[]> => look((reading) => reading.objectStore("rows").getAll());
const everything = (): Promise<readonly Row[]> => look(async (reading) => {
  const found: Row[] = [];
  for await (const page of allPulled(reading, server.ledger)) found.push(...page);
  return found;
});
const told = (): readonly Row[] => [...server.rows.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
const sorted = (rows: readonly Row[]): readonly Row[] => [...rows].sort((one, other) => (one.id < other.id ? -1 : 1));

/** The storage as version 3 left it: every pulled row in `rows`, and no seq in the view. */
const asBefore = (): Promise<void> => phone.use(async () => {
  const database = await openDB("my-funds-7");
  const writing = database.transaction(["rows", "view"], "readwrite");
  for (const { seq, ...seen } of (await writing.objectStore("view").getAll()) as Seen[]) {
    await writing.objectStore("view").put(seen);
    await writing.objectStore("rows").put({ ledger: seen.ledger, entity: seen.entity, id: seen.id, seq, deleted: seen.deleted, fields: seen.fields });
  }
  await writing.done;
  database.close();
});

describe("a pulled row", () => {
  it("stands once where it is seen as it was pulled", async () => {
    await store.record(draft());
    await store.sync();
    expect(await beside()).toEqual([]);
    expect(sorted(await everything())).toEqual(told());
  });

  it("stands beside the view while this phone sees it otherwise, and no longer", async () => {
    const id = await store.record(draft());
    await store.sync();
    store.hold();
    await store.change("transaction", id, { note: "mine" });
    expect(await beside()).toMatchObject([{ id, fields: { note: "" } }]);
    expect(await store.transaction(id)).toMatchObject({ note: "mine", unsynced: true });
    expect(sorted(await everything())).toMatchObject(told());
    store.release();
    await store.sync();
    expect(await beside()).toEqual([]);
    expect(sorted(await everything())).toEqual(told());
  });

  it("is seen again when what was saved over it is dropped", async () => {
    const id = await store.record(draft());
    await store.sync();
    await store.change("transaction", id, { date: "poison" });
    await store.sync();
    const [refused] = (await store.attention()).rejected;
    await store.discard(refused!.mutation.mid);
    expect(await store.transaction(id)).toMatchObject({ date: "2026-03-17", unsynced: false });
    expect(await beside()).toEqual([]);
  });

  it("is null for what was never pulled, and for one that another ledger's has the name of", async () => {
    store.hold();
    const id = await store.record(draft());
    const names = [{ entity: "transaction", id }, { entity: "account", id: GROCERIES }] as const;
    expect(await look((reading) => pulledOf(reading, server.ledger, names))).toMatchObject([null, { id: GROCERIES }]);
    expect(await look((reading) => pulledOf(reading, "another", names))).toEqual([null, null]);
  });
});

describe("a phone whose rows stand twice, as they did before", () => {
  beforeEach(async () => {
    await store.record(draft());
    await store.sync();
    await asBefore();
  });

  it("holds what was pulled", async () => {
    expect(sorted(await everything())).toMatchObject(told());
  });

  it("sees an edit over it, and what comes for it takes the place of both", async () => {
    const [before] = await store.transactions();
    store.hold();
    await store.change("transaction", before!.id, { note: "mine" });
    expect(await store.transaction(before!.id)).toMatchObject({ note: "mine", account: before!.account });
    store.release();
    await store.sync();
    expect((await beside()).some(({ id }) => id === before!.id)).toBe(false);
    expect(sorted(await everything())).toMatchObject(told());
    expect(server.apart).toEqual([]);
  });
});

it("a page from before does not open the storage of this one", async () => {
  const opened = phone.use(() => openDB("my-funds-7", 3));
  await expect(opened).rejects.toMatchObject({ name: "VersionError" });
});

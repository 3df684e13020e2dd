import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";

import { Database, LEDGER_STORES, type Shelf } from "../../../static/src/sync/database";
import { SignedOut } from "../../../static/src/sync/errors";
import { wipeUnlessWaiting } from "../../../static/src/sync/leaving";
import { forgetSession, openSession } from "../../../static/src/sync/session";
import { FakeServer } from "../fake_server";
import { draft, furnish, Phone } from "./phone";

let server: FakeServer;
let phone: Phone;
let shelf: Shelf;

beforeEach(() => {
  server = furnish(new FakeServer());
  phone = new Phone(server);
  const kept = new Map<string, string>();
  shelf = { get: async (key) => kept.get(key) ?? null, put: async (key, text) => void kept.set(key, text), delete: async (key) => void kept.delete(key) };
});

const signedOut = () => ({ ...server.api(), session: () => Promise.reject(new SignedOut()) });
/** How many values are in all stores of Asha's storage here. */
async function kept(): Promise<number> {
  const database = new Database(7);
  const stores = [...LEDGER_STORES, "utterances", "copies"] as const;
  const counts = await database.read(stores, (reading) => Promise.all(stores.map((store) => reading.objectStore(store).count())));
  database.close();
  return counts.reduce((all, count) => all + count, 0);
}

/** Words to the tabs of this browser, counted until the test ends. */
function heard(): { times: number } {
  const counted = { times: 0 };
  const tabs = new BroadcastChannel("my-funds-session");
  tabs.onmessage = () => (counted.times += 1);
  onTestFinished(() => tabs.close());
  return counted;
}

const signOut = async () => {
  await forgetSession(shelf);
  expect(await openSession(signedOut(), shelf)).toBe("signed_out");
};

describe("signing out", () => {
  it("takes the ledger off the phone when the server has all of it", () => phone.use(async () => {
    const store = await phone.open();
    await openSession(server.api(), shelf);
    await store.record(draft());
    await store.sync();
    store.close();
    await signOut();
    await vi.waitFor(async () => expect(await kept()).toBe(0));
    await vi.waitFor(async () => expect(await shelf.get("my-funds-leaving")).toBeNull());
  }));

  it("keeps what is on the phone alone, and it is sent after signing in again", () => phone.use(async () => {
    const store = await phone.open();
    await openSession(server.api(), shelf);
    server.fates = Array(20).fill("drop");
    const id = await store.record(draft());
    await store.sync();
    store.close();
    server.fates = [];
    await signOut();
    await vi.waitFor(async () => expect(await shelf.get("my-funds-leaving")).toBeNull());
    expect(await kept()).toBeGreaterThan(0);
    await openSession(server.api(), shelf);
    await phone.open();
    expect(server.rows.has(id)).toBe(true);
  }));

  it("is nothing where the person stays", () => phone.use(async () => {
    const store = await phone.open();
    await openSession(server.api(), shelf);
    store.close();
    await forgetSession(shelf);
    await openSession(server.api(), shelf);
    await vi.waitFor(async () => expect(await shelf.get("my-funds-leaving")).toBeNull());
    expect(await kept()).toBeGreaterThan(0);
  }));

  it("takes it off the phone too when somebody else signs in", () => phone.use(async () => {
    const store = await phone.open();
    await openSession(server.api(), shelf);
    store.close();
    await forgetSession(shelf);
    const other = { ...server.session("ben"), person: { id: 8, name: "ben", language: "en" } };
    await openSession({ ...server.api(), session: async () => other }, shelf);
    await vi.waitFor(async () => expect(await kept()).toBe(0));
  }));

  it.each([0, 1, 5])("loses nothing that another tab saves meanwhile, %i turns later", (turns) => phone.use(async () => {
    const store = await phone.open();
    store.hold();
    const wiped = wipeUnlessWaiting(7);
    for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    const saved = await store.record(draft()).then(() => true, () => false);
    expect(await wiped).toBe(!saved);
    expect((await kept()) > 0).toBe(saved);
  }));

  it("looks for what waits and removes the rest in one transaction", () => phone.use(async () => {
    await phone.open();
    const begun = vi.spyOn(IDBDatabase.prototype, "transaction");
    onTestFinished(() => begun.mockRestore());
    await wipeUnlessWaiting(7);
    expect(begun.mock.calls.map(([, mode]) => mode)).toEqual(["readwrite"]);
  }));
});

describe("the other tabs", () => {
  it("hear of a person who has signed out, once", () => phone.use(async () => {
    const tabs = heard();
    await openSession(server.api(), shelf);
    await signOut();
    await vi.waitFor(async () => expect(await shelf.get("my-funds-leaving")).toBeNull());
    expect(await openSession(signedOut(), shelf)).toBe("signed_out");
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(tabs.times).toBe(1);
  }));

  it("hear of somebody else who has signed in, and nothing of who stays", () => phone.use(async () => {
    const tabs = heard();
    await openSession(server.api(), shelf);
    await openSession({ session: async () => ({ ...server.session(), schema: 2 }) }, shelf);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(tabs.times).toBe(0);
    await openSession({ session: async () => ({ ...server.session(), person: { id: 8, name: "ben", language: "en" } }) }, shelf);
    await vi.waitFor(() => expect(tabs.times).toBe(1));
  }));
});

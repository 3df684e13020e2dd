import { beforeEach, describe, expect, it, vi } from "vitest";

import type { Api } from "../../../static/src/sync/api";
import { openStore } from "../../../static/src/sync/open_store";
import type { Session } from "../../../static/src/sync/session";
import type { LedgerStore } from "../../../static/src/sync/store";
import { FakeServer } from "../fake_server";
import { draft, furnish, Phone } from "./phone";

const DAY_MS = 86_400_000;

let household: FakeServer;
let own: FakeServer;
let phone: Phone;

beforeEach(() => {
  household = furnish(new FakeServer());
  own = furnish(new FakeServer());
  phone = new Phone(own);
});

function session(role: "owner" | "viewer" = "owner"): Session {
  const [mine, shared] = [own.session(), household.session()];
  return { ...mine, ledgers: [...mine.ledgers, ...shared.ledgers.map((ledger) => ({ ...ledger, role }))] };
}

function api(): Api {
  const [mine, shared] = [own.api(), household.api()];
  const of = (ledger: string) => (ledger === household.ledger ? shared : mine);
  return { ...mine, push: (ledger, push) => of(ledger).push(ledger, push), pull: (ledger, asked) => of(ledger).pull(ledger, asked) };
}

async function open(server: FakeServer, opened = session()): Promise<LedgerStore> {
  const store = await phone.use(() => openStore(opened, server.ledger, phone.browser.rim(api())));
  await store.sync();
  return store;
}

/** Both ledgers were here; something of the household's was saved without the server, and then the own one is opened. */
async function afterALeft(fields: Parameters<typeof draft>[0] = {}): Promise<LedgerStore> {
  (await open(own)).close();
  const left = await open(household);
  household.fates = Array(20).fill("drop");
  await left.record(draft(fields));
  await left.sync();
  left.close();
  return open(own);
}

describe("a ledger beside the open one", () => {
  it("counts with it while its entries wait", async () => {
    const store = await afterALeft();
    await vi.waitFor(() => expect(store.state).toMatchObject({ phase: "synced", unsynced: 1, overdue: false }));
    expect(store.state.beside).toMatchObject([{ ledger: household.ledger, unsynced: 1, attention: 0 }]);
    phone.browser.time = new Date(phone.browser.time.getTime() + DAY_MS + 1);
    await store.sync();
    expect(store.state).toMatchObject({ unsynced: 1, overdue: true });
    expect(JSON.parse(await store.exportOutbox()).outbox).toMatchObject([{ ledger: household.ledger }]);
  });

  it("is sent and pulled after the next good round, and the tabs in which it is open hear of it", async () => {
    const store = await afterALeft();
    household.fates = [];
    household.plant("payee", "018f0000-0000-7000-8000-0000000000f1", { name: "Lidl" });
    await store.sync();
    await vi.waitFor(() => expect(store.state).toMatchObject({ phase: "synced", unsynced: 0, beside: [] }));
    expect(household.written).toHaveLength(1);
    household.fates = Array(20).fill("drop");
    const there = await open(household);
    expect(await there.transactions()).toMatchObject([{ unsynced: false }]);
    expect(await there.payees()).toHaveLength(1);
  });

  it("is asked for nothing while nothing of it waits", async () => {
    (await open(household)).close();
    household.requests = [];
    const store = await open(own);
    await store.sync();
    await vi.waitFor(() => expect(store.state.beside).toEqual([]));
    expect(household.requests).toEqual([]);
  });

  it("is sent nothing while the microphone listens", async () => {
    const store = await afterALeft();
    await vi.waitFor(() => expect(store.state.unsynced).toBe(1));
    household.fates = [];
    household.requests = [];
    store.hold();
    const round = store.sync();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(household.requests).toEqual([]);
    store.release();
    await round;
    await vi.waitFor(() => expect(store.state.unsynced).toBe(0));
  });

  it("that refused something needs attention, and is not asked again and again", async () => {
    const store = await afterALeft({ date: "poison" });
    household.fates = [];
    await store.sync();
    await vi.waitFor(() => expect(store.state).toMatchObject({ attention: 1, unsynced: 0 }));
    expect(store.state.beside).toMatchObject([{ attention: 1 }]);
    household.requests = [];
    await store.sync();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(household.requests).toEqual([]);
  });

  it("does not count where one may only look", async () => {
    (await afterALeft()).close();
    const store = await open(own, session("viewer"));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(store.state).toMatchObject({ phase: "synced", unsynced: 0 });
  });
});

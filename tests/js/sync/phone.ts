/** A phone for tests: an own IndexedDB, a store on it, and drafts to record. */

import "fake-indexeddb/auto";

import { IDBFactory } from "fake-indexeddb";

import type { Draft } from "../../../static/src/ledger/types";
import { newId } from "../../../static/src/lib/ids";
import { openStore } from "../../../static/src/sync/open_store";
import type { LedgerStore } from "../../../static/src/sync/store";
import { FakeBrowser } from "../fake_rim";
import { FakeServer } from "../fake_server";

/** One browser with storage of its own; the global IndexedDB is switched to it while it is used. */
export class Phone {
  readonly browser = new FakeBrowser();
  readonly storage = new IDBFactory();

  constructor(readonly server: FakeServer, readonly person = "asha") {}

  /** Open a tab; resolves when its first sync has ended. */
  async open(): Promise<LedgerStore> {
    const store = await this.use(() => openStore(this.server.session(this.person), this.server.ledger, this.browser.rim(this.server.api(this.person))));
    await this.use(() => store.sync());
    return store;
  }

  async use<T>(work: () => Promise<T>): Promise<T> {
    globalThis.indexedDB = this.storage;
    return work();
  }
}

export const CASH = "018f0000-0000-7000-8000-0000000000a1";
export const BANK = "018f0000-0000-7000-8000-0000000000a2";
export const GROCERIES = "018f0000-0000-7000-8000-0000000000c1";
export const DINING = "018f0000-0000-7000-8000-0000000000c2";
export const SALARY = "018f0000-0000-7000-8000-0000000000c3";

/** Two accounts and three categories, as a new ledger has them. */
export function furnish(server: FakeServer): FakeServer {
  const account = (id: string, name: string, kind: string, order: number) =>
    server.plant("account", id, { name, kind, key: name.toLowerCase(), currency: "EUR", order, closed: false });
  account(CASH, "Cash", "asset", 1);
  account(BANK, "Bank", "asset", 2);
  account(GROCERIES, "Groceries", "expense", 3);
  account(DINING, "Dining", "expense", 4);
  account(SALARY, "Salary", "income", 5);
  return server;
}

/** A furnished server, one phone of it, and what is open on that phone. */
export async function settledPhone(): Promise<readonly [FakeServer, Phone, LedgerStore]> {
  const server = furnish(new FakeServer());
  const phone = new Phone(server);
  return [server, phone, await phone.open()];
}

export function draft(changes: Partial<Draft> = {}): Draft {
  return {
    mid: newId(), type: "expense", amount: 1250, currency: "EUR", date: "2026-03-17", account: CASH, category: GROCERIES,
    toAccount: null, payeeName: null, note: "", tags: [], origin: { how: "spoken", words: "twelve fifty" }, ...changes,
  };
}

import "fake-indexeddb/auto";

import { IDBFactory } from "fake-indexeddb";
import { openDB } from "idb";
import { expect, it } from "vitest";

import { Database } from "../../../static/src/sync/database";

const STORES = ["rows", "outbox", "journal", "view", "rollup", "balances", "meta", "utterances", "copies"];

/** A phone's storage as version 1 left it, with one entry on it. */
async function versionOne(): Promise<void> {
  const old = await openDB("my-funds-7", 1, {
    upgrade(database) {
      for (const name of STORES) database.createObjectStore(name, { keyPath: name === "view" ? ["ledger", "entity", "id"] : "id" });
    },
  });
  await old.put("view", {
    ledger: "home", entity: "transaction", id: "t", deleted: false, unsynced: false,
    fields: { date: "2026-03-17", account: "cash", status: "recorded", lines: { l: { category: "food", amount: 1250, currency: "EUR" } } },
  });
  old.close();
}

it("an older phone's entries are in its daybooks after the upgrade", async () => {
  globalThis.indexedDB = new IDBFactory();
  await versionOne();
  const database = new Database(7);
  const [book] = await database.read(["daybooks"], (reading) => reading.objectStore("daybooks").getAll());
  expect(book).toMatchObject({ ledger: "home", month: "2026-03" });
  expect(book?.names).toContain("food");
  expect(book?.figures).toContain(1250);
  database.close();
});

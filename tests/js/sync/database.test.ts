import "fake-indexeddb/auto";

import { IDBDatabase, IDBFactory, IDBObjectStore } from "fake-indexeddb";
import { openDB } from "idb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { browserShelf, Database } from "../../../static/src/sync/database";
import { NewerDatabase, StorageFailed, StorageFull } from "../../../static/src/sync/errors";
import { FakeServer } from "../fake_server";
import { draft, furnish, Phone } from "./phone";

let database: Database;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  database = new Database(7);
});
afterEach(() => vi.restoreAllMocks());

const copy = (key: string) => ({ key, answer: 1, at: 0 });
const put = (key: string) => database.write(["copies"], (writing) => writing.objectStore("copies").put(copy(key)));
const keys = () => database.read(["copies"], (reading) => reading.objectStore("copies").getAllKeys());

/** Let the storage fail as a full disk does: the request fails and the transaction aborts. */
function failWith(name: string): void {
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("No.", name);
  });
}

describe("write", () => {
  it("is there for the next who opens it", async () => {
    await put("a");
    database.close();
    database = new Database(7);
    expect(await keys()).toEqual(["a"]);
  });

  it("waits for the disk, not only for the system's cache", async () => {
    await put("a");
    const begin = vi.spyOn(IDBDatabase.prototype, "transaction");
    await put("b");
    expect(begin.mock.calls).toEqual([[["copies"], "readwrite", { durability: "strict" }]]);
  });

  it("writes all or nothing", async () => {
    const failing = database.write(["copies"], async (writing) => {
      await writing.objectStore("copies").put(copy("a"));
      throw new Error("half way");
    });
    await expect(failing).rejects.toThrow("half way");
    expect(await keys()).toEqual([]);
  });

  it("keeps each person's ledger apart", async () => {
    await put("a");
    database = new Database(8);
    expect(await keys()).toEqual([]);
  });

  it("says that there is no room, in a sentence", async () => {
    failWith("QuotaExceededError");
    await expect(put("a")).rejects.toThrow(StorageFull);
    await expect(put("a")).rejects.toThrow("no room left");
  });

  it("says that the storage failed", async () => {
    failWith("UnknownError");
    await expect(put("a")).rejects.toThrow(StorageFailed);
  });

  it("opens the storage again when the browser has dropped the connection", async () => {
    await put("a");
    vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementationOnce(() => {
      throw new DOMException("The database connection is closing.", "InvalidStateError");
    });
    await put("b");
    expect(await keys()).toEqual(["a", "b"]);
  });
});

describe("a storage of a newer version", () => {
  it("is left as it is, and said so", async () => {
    (await openDB("my-funds-7", 99, { upgrade: (opened) => void opened.createObjectStore("future") })).close();
    await expect(keys()).rejects.toThrow(NewerDatabase);
    await expect(put("a")).rejects.toThrow("newer version");
    const kept = await openDB("my-funds-7");
    expect([...kept.objectStoreNames]).toEqual(["future"]);
  });
});

describe("a newer version in another tab", () => {
  it("is not held up by this one, which says so at its next save", async () => {
    await put("a");
    (await openDB("my-funds-7", 99)).close();
    await expect(put("b")).rejects.toThrow(NewerDatabase);
  });
});

describe("a save without room", () => {
  it("is not reported, not seen and not sent", async () => {
    const server = furnish(new FakeServer());
    const store = await new Phone(server).open();
    failWith("QuotaExceededError");
    await expect(store.record(draft())).rejects.toThrow(StorageFull);
    vi.restoreAllMocks();
    await store.sync();
    expect(await store.transactions()).toEqual([]);
    expect(server.written).toEqual([]);
  });
});

describe("the browser's shelf", () => {
  it("keeps, answers and forgets a text, on the disk when it says so", async () => {
    const begin = vi.spyOn(IDBDatabase.prototype, "transaction");
    await browserShelf.put("who", "asha");
    expect(begin.mock.calls.at(-1)?.[2]).toEqual({ durability: "strict" });
    expect(await browserShelf.get("who")).toBe("asha");
    await browserShelf.delete("who");
    expect(await browserShelf.get("who")).toBeNull();
  });

  it("says when there is no room", async () => {
    failWith("QuotaExceededError");
    await expect(browserShelf.put("who", "asha")).rejects.toBeInstanceOf(StorageFull);
  });
});

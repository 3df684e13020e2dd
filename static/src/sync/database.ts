/** This phone's storage: one IndexedDB per person and a shelf for who it is, strict on every write. The only door to idb. */

import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, type IDBPTransaction, openDB, type StoreNames, unwrap } from "idb";

import { BLANK, byMonth, type Daybook, entriesOf, rewritten } from "../ledger/daybook";
import type { Sight } from "../ledger/replay";
import type { Leg } from "../ledger/rollup";
import type { Month, Mutation, Result, RollupCell, Row, Status } from "../ledger/types";
import { NewerDatabase, StorageFailed, StorageFull, SyncError } from "./errors";
import type { DeviceMeta, DigestMeta, LedgerMeta, LeftMeta } from "./meta";

type RowKey = [ledger: string, entity: string, id: string];

/** A mutation that is not settled; `again` when it was, and goes once more to a server that was restored. */
export interface OutboxEntry {
  readonly mid: string;
  readonly ledger: string;
  readonly n: number;
  readonly mutation: Mutation;
  readonly result: Result | null;
  readonly again?: 1;
  /** The mid of the mutation that it takes back. */
  readonly takesBack?: string;
  /** When it was saved or settled, ms since 1970. */
  readonly at: number;
}

/** What people see of a row; `seq` where it is as it was pulled, `newest` orders live transactions, newest first, `open` marks conflicts to settle. */
export type Seen = Sight & { readonly ledger: string; readonly seq?: number; readonly newest?: string; readonly open?: 1 };

/** A recording that waits for the server to listen to it, or a file that another app shared: of no ledger (""), and of any kind. */
export interface Utterance {
  readonly id: string;
  readonly ledger: string;
  readonly wav: Blob;
  /** When it was spoken, ms since 1970. */
  readonly at: number;
}

/** The server's last answer to a question, for when it cannot be asked. */
export interface Copy {
  readonly key: string;
  readonly answer: unknown;
  readonly at: number;
}

/** The lines of one month, from which questions are answered. */
export type MonthBook = Daybook & { readonly ledger: string; readonly month: Month };

interface Tables extends DBSchema {
  rows: { key: RowKey; value: Row & { readonly ledger: string } };
  outbox: {
    key: string;
    value: OutboxEntry;
    indexes: {
      order: [ledger: string, n: number];
      row: RowKey;
      status: [ledger: string, status: Status];
      again: [ledger: string, again: 1];
      seq: [ledger: string, seq: number];
    };
  };
  journal: { key: string; value: OutboxEntry; indexes: { order: [ledger: string, n: number]; at: number } };
  view: { key: RowKey; value: Seen; indexes: { newest: [ledger: string, newest: string]; open: [ledger: string, open: 1] } };
  rollup: { key: [ledger: string, month: string, category: string, currency: string]; value: RollupCell & { readonly ledger: string } };
  balances: { key: [ledger: string, account: string, currency: string]; value: Leg & { readonly ledger: string } };
  daybooks: { key: [ledger: string, month: string]; value: MonthBook };
  meta: { key: string; value: DeviceMeta | LedgerMeta | LeftMeta | DigestMeta };
  utterances: { key: string; value: Utterance };
  copies: { key: string; value: Copy };
}

type Store = StoreNames<Tables>;
type Connection = IDBPDatabase<Tables>;
type Upgrade = IDBPTransaction<Tables, Store[], "versionchange">;
export type Writing = IDBPTransaction<Tables, ArrayLike<Store>, "readwrite">;
export type Reading = IDBPTransaction<Tables, ArrayLike<Store>, IDBTransactionMode>;

/** The stores that one save or pull changes together. */
export const LEDGER_STORES: readonly Store[] = ["rows", "outbox", "journal", "view", "rollup", "balances", "daybooks", "meta"];

/** Each brings the stores from one version to the next; never change one that was released, add another. */
const MIGRATIONS: readonly ((database: Connection, upgrade: Upgrade) => void | Promise<void>)[] = [
  function firstStores(database) {
    const rowKey = ["ledger", "entity", "id"];
    database.createObjectStore("rows", { keyPath: rowKey });
    const outbox = database.createObjectStore("outbox", { keyPath: "mid" });
    outbox.createIndex("order", ["ledger", "n"]);
    outbox.createIndex("row", ["ledger", "mutation.entity", "mutation.id"]);
    outbox.createIndex("status", ["ledger", "result.status"]);
    outbox.createIndex("again", ["ledger", "again"]);
    const journal = database.createObjectStore("journal", { keyPath: "mid" });
    journal.createIndex("order", ["ledger", "n"]);
    journal.createIndex("at", "at");
    const view = database.createObjectStore("view", { keyPath: rowKey });
    view.createIndex("newest", ["ledger", "newest"]);
    view.createIndex("open", ["ledger", "open"]);
    database.createObjectStore("rollup", { keyPath: ["ledger", "month", "category", "currency"] });
    database.createObjectStore("balances", { keyPath: ["ledger", "account", "currency"] });
    database.createObjectStore("meta", { keyPath: "key" });
    database.createObjectStore("utterances", { keyPath: "id" });
    database.createObjectStore("copies", { keyPath: "key" });
  },
  async function daybooks(database, upgrade) {
    database.createObjectStore("daybooks", { keyPath: ["ledger", "month"] });
    const seen = await upgrade.objectStore("view").getAll();
    for (const ledger of new Set(seen.map((row) => row.ledger))) {
      const rows = byMonth(seen.filter((row) => row.ledger === ledger).map(entriesOf));
      for (const [month, come] of rows) await upgrade.objectStore("daybooks").put({ ledger, month, ...rewritten(BLANK, [], come) });
    }
  },
  function answersBySeq(_database, upgrade) {
    upgrade.objectStore("outbox").createIndex("seq", ["ledger", "result.seq"]);
  },
  /** What `rows` holds stays of use (`pulled.ts`); a page from before would miss there what is in the view alone, and is kept out. */
  function rowsInTheViewAlone() {},
];

/** One person's storage on this phone; reopens itself when the browser drops the connection. */
export class Database {
  #connection: Promise<Connection> | null = null;

  constructor(readonly person: number) {}

  /** Read several stores at one moment; throws StorageFailed, NewerDatabase. */
  async read<T>(stores: readonly Store[], work: (reading: Reading) => Promise<T>): Promise<T> {
    const reading = await this.#begin((connection) => connection.transaction(stores, "readonly"));
    const done = reading.done.catch(() => undefined);
    try {
      return await work(reading);
    } catch (error) {
      throw storageError([error, reading.error]);
    } finally {
      await done;
    }
  }

  /** Write several stores or none; resolves when the disk has it. Throws StorageFull, StorageFailed, NewerDatabase. */
  async write<T>(stores: readonly Store[], work: (writing: Writing) => Promise<T>): Promise<T> {
    const writing = await this.#begin((connection) => connection.transaction(stores, "readwrite", { durability: "strict" }));
    const done = writing.done.then(() => null, (error: unknown) => error ?? new Error("aborted"));
    try {
      const answer = await work(writing);
      const failure = await done;
      if (failure !== null) throw failure;
      return answer;
    } catch (error) {
      abort(writing);
      throw storageError([error, await done, writing.error]);
    }
  }

  close(): void {
    const connection = this.#connection;
    this.#connection = null;
    void connection?.then((opened) => opened.close(), () => undefined);
  }

  /** Begin a transaction; a connection that was closed under us is opened once more. */
  async #begin<T>(begin: (connection: Connection) => T): Promise<T> {
    try {
      return begin(await this.#open());
    } catch (error) {
      if (error instanceof SyncError) throw error;
      this.close();
      return begin(await this.#open());
    }
  }

  #open(): Promise<Connection> {
    this.#connection ??= this.#connect().catch((error: unknown) => {
      this.#connection = null;
      throw storageError([error]);
    });
    return this.#connection;
  }

  #connect(): Promise<Connection> {
    return openDB<Tables>(`my-funds-${this.person}`, MIGRATIONS.length, {
      upgrade: async (database, from, _to, upgrade) => {
        for (const migrate of MIGRATIONS.slice(from)) await migrate(database, upgrade);
      },
      blocking: () => this.close(),
    });
  }
}

/** Put many values without waiting for each: where one fails the transaction does, and `write` tells. */
export function putAll<Name extends Store>(writing: Writing, name: Name, values: readonly Tables[Name]["value"][]): void {
  const store = unwrap(writing.objectStore(name)) as IDBObjectStore;
  for (const value of values) store.put(value);
}

function abort(writing: Writing): void {
  try {
    writing.abort();
  } catch {
    // It has ended already.
  }
}

/** The error to show of those one failed transaction left behind: our own, else what the storage said first. */
function storageError(errors: readonly unknown[]): unknown {
  const named = (name: string) => errors.some((error) => error instanceof Error && error.name === name);
  if (named("QuotaExceededError")) return new StorageFull();
  if (named("VersionError")) return new NewerDatabase();
  const [first] = errors;
  return first instanceof DOMException ? new StorageFailed(first) : first;
}

interface ShelfTables extends DBSchema {
  shelf: { key: string; value: string };
}

/** A few texts by name that must outlive a browser that is killed; `localStorage` reaches the disk a minute late. */
export interface Shelf {
  get(key: string): Promise<string | null>;
  put(key: string, text: string): Promise<void>;
  delete(key: string): Promise<void>;
}

export const browserShelf: Shelf = {
  get: (key) => onShelf("readonly", (shelf) => shelf.get(key)).then((text) => text ?? null),
  put: (key, text) => onShelf("readwrite", (shelf) => shelf.put?.(text, key)).then(() => undefined),
  delete: (key) => onShelf("readwrite", (shelf) => shelf.delete?.(key)),
};

type ShelfStore = IDBPObjectStore<ShelfTables, ["shelf"], "shelf", IDBTransactionMode>;

async function onShelf<T>(mode: IDBTransactionMode, work: (shelf: ShelfStore) => Promise<T> | undefined): Promise<T | undefined> {
  const connection = await openDB<ShelfTables>("my-funds", 1, { upgrade: (database) => void database.createObjectStore("shelf") });
  try {
    const transaction = connection.transaction("shelf", mode, { durability: "strict" });
    const [answer] = await Promise.all([work(transaction.store), transaction.done]);
    return answer;
  } catch (error) {
    throw storageError([error]);
  } finally {
    connection.close();
  }
}

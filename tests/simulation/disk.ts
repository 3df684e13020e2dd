/** The phones' disk: fake-indexeddb that can lose power. What was not committed strictly is gone then. */

import "fake-indexeddb/auto";

import { IDBDatabase as FakeDatabase, IDBFactory as FakeFactory } from "fake-indexeddb";

interface Tree {
  getAllRecords(): Iterable<object>;
  put(record: object): unknown;
  constructor: new (unique: boolean) => Tree;
}
interface Records { records: Tree; readonly keysAreUnique: boolean }
interface RawStore { readonly records: Records; readonly rawIndexes: Map<string, { readonly records: Records }> }
interface RawDatabase { readonly name: string; readonly rawObjectStores: Map<string, RawStore> }
interface Inside { readonly _rawDatabase: RawDatabase }
type Image = ReadonlyMap<Records, readonly object[]>;

const open = new Map<IDBTransaction, string>();
const connections = new Set<{ readonly database: IDBDatabase; readonly name: string }>();
/** By database: what the disk holds, while it is not what the stores show. */
const durable = new Map<string, Image>();
let opening = 0;

/** Put the wrapper around fake-indexeddb; once per process. */
export function wrapDisk(): void {
  const begin = FakeDatabase.prototype.transaction;
  FakeDatabase.prototype.transaction = function transaction(this: IDBDatabase, ...given: Parameters<IDBDatabase["transaction"]>) {
    const begun = begin.apply(this, given);
    watch(this, begun, given[1] === "readwrite", given[2]?.durability === "strict");
    return begun;
  };
  const connect = FakeFactory.prototype.open;
  FakeFactory.prototype.open = function openDatabase(this: IDBFactory, ...given: Parameters<IDBFactory["open"]>) {
    const request = connect.apply(this, given);
    opening += 1;
    const settled = () => void (opening -= 1);
    request.addEventListener("error", settled);
    request.addEventListener("success", () => {
      settled();
      connections.add({ database: request.result, name: request.result.name });
    });
    return request;
  };
}

function watch(database: IDBDatabase, begun: IDBTransaction, writes: boolean, strict: boolean): void {
  const { name, rawObjectStores } = (database as unknown as Inside)._rawDatabase;
  open.set(begun, name);
  if (writes && !strict && !durable.has(name)) durable.set(name, imageOf(rawObjectStores));
  begun.addEventListener("abort", () => open.delete(begun));
  begun.addEventListener("complete", () => {
    open.delete(begun);
    if (writes && strict) durable.delete(name);
  });
}

/** Throw all disks away: the next story's phones are new. */
export function newDisks(): void {
  globalThis.indexedDB = new FakeFactory();
  open.clear();
  connections.clear();
  durable.clear();
}

/** Let everything run that waits for no network and no timer. */
export async function settle(): Promise<void> {
  for (let quiet = 0; quiet < 3; quiet += open.size + opening === 0 ? 1 : -quiet) await tick();
}

export function tick(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** The power goes: what is open is undone, what was not strict is lost. */
export async function losePower(name: string): Promise<void> {
  for (const [transaction, of] of open) if (of === name) abort(transaction);
  for (const connection of connections) {
    if (connection.name !== name) continue;
    bringBack((connection.database as unknown as Inside)._rawDatabase);
    connection.database.close();
    connections.delete(connection);
  }
  await settle();
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It was about to end.
  }
}

function imageOf(stores: ReadonlyMap<string, RawStore>): Image {
  return new Map(every(stores).map((records) => [records, [...records.records.getAllRecords()]]));
}

function bringBack({ name, rawObjectStores }: RawDatabase): void {
  const image = durable.get(name);
  durable.delete(name);
  if (image === undefined) return;
  for (const records of every(rawObjectStores)) {
    records.records = new records.records.constructor(records.keysAreUnique);
    for (const record of image.get(records) ?? []) records.records.put(record);
  }
}

function every(stores: ReadonlyMap<string, RawStore>): readonly Records[] {
  return [...stores.values()].flatMap((store) => [store.records, ...[...store.rawIndexes.values()].map((index) => index.records)]);
}

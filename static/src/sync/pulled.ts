/**
 * What was pulled. A row that people see just as it was pulled stands once, in the view, with its seq; one that unsettled
 * mutations change stands in `rows` beside it. (On a phone from before that, `rows` may hold the others too.)
 */

import type { Entity, Row } from "../ledger/types";
import type { Reading, Seen } from "./database";

/** The name of a row within its ledger. */
export interface RowName {
  readonly entity: Entity;
  readonly id: string;
}

type Key = [ledger: string, entity: string, id: string];

interface KeyedStore<T> {
  get(key: Key): Promise<T | undefined>;
  getAll(range: IDBKeyRange, count: number): Promise<readonly T[]>;
  getAllKeys(range: IDBKeyRange, count: number): Promise<readonly Key[]>;
}

/** Up to how many rows are looked up one by one. */
const FEW = 20;
/** So many keys are read faster than one row is looked up. */
const MOST_BETWEEN = 10;
const MANY = 2_000;

/** Some rows as they were pulled, in the order of their names; null for one that was not. */
export async function pulledOf(reading: Reading, ledger: string, names: readonly RowName[]): Promise<readonly (Row | null)[]> {
  const [beside, seen] = await Promise.all([
    heldOf(reading.objectStore("rows"), ledger, names), heldOf(reading.objectStore("view"), ledger, names),
  ]);
  return names.map((_, place) => beside[place] ?? pulledIn(seen[place]));
}

/** The row in what people see of it where that is as it was pulled, else null. */
export function pulledIn(seen: Seen | undefined): Row | null {
  if (seen?.seq === undefined) return null;
  const { entity, id, seq, deleted, fields } = seen;
  return { entity, id, seq, deleted, fields };
}

/** All rows of a ledger as they were pulled, some thousands at a time. */
export async function* allPulled(reading: Reading, ledger: string): AsyncGenerator<readonly Row[]> {
  yield* inPages(reading.objectStore("rows"), ledger);
  for await (const page of inPages(reading.objectStore("view"), ledger)) {
    yield page.map(pulledIn).filter((row) => row !== null);
  }
}

async function* inPages<T extends RowName>(store: KeyedStore<T>, ledger: string): AsyncGenerator<readonly T[]> {
  const end: IDBValidKey = [ledger, []];
  let page = await store.getAll(IDBKeyRange.bound([ledger], end), MANY);
  for (;;) {
    yield page;
    const last = page.at(-1);
    if (last === undefined || page.length < MANY) return;
    page = await store.getAll(IDBKeyRange.bound([ledger, last.entity, last.id], end, true), MANY);
  }
}

/** What a store holds under some names; many that are not there are found so by one look at the keys between them. */
export async function heldOf<T>(store: KeyedStore<T>, ledger: string, names: readonly RowName[]): Promise<readonly (T | undefined)[]> {
  const keys = names.map(({ entity, id }): Key => [ledger, entity, id]);
  const known = await knownKeys(store, keys);
  return Promise.all(keys.map((key) => (known === null || known.has(key.join(" ")) ? store.get(key) : undefined)));
}

/** The keys of a store from the first to the last of some, joined by spaces; null where they are few, or many stand between. */
async function knownKeys<T>(store: KeyedStore<T>, keys: readonly Key[]): Promise<ReadonlySet<string> | null> {
  if (keys.length <= FEW) return null;
  const first = keys.reduce((one, other) => (isBefore(other, one) ? other : one));
  const last = keys.reduce((one, other) => (isBefore(one, other) ? other : one));
  const held = await store.getAllKeys(IDBKeyRange.bound(first, last), MOST_BETWEEN * keys.length);
  return held.length < MOST_BETWEEN * keys.length ? new Set(held.map((key) => key.join(" "))) : null;
}

/** Of one ledger; as IndexedDB orders them, which is slow to ask. */
function isBefore([, entity, id]: Readonly<Key>, [, other, its]: Readonly<Key>): boolean {
  return entity === other ? id < its : entity < other;
}

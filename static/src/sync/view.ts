/** What people see, rebuilt for the rows a save or a pull touched, with the sums that change with them. */

import { isDay } from "../lib/days";
import { BLANK, byMonth, type Entry, entriesOf, rewritten } from "../ledger/daybook";
import { replay, type Sight } from "../ledger/replay";
import { difference, type Figures, figuresOf } from "../ledger/rollup";
import type { Entity, Row } from "../ledger/types";
import { type OutboxEntry, putAll, type Reading, type Seen, type Writing } from "./database";

/** The name of a row within its ledger. */
export interface RowName {
  readonly entity: Entity;
  readonly id: string;
}

interface KeyedStore {
  getAllKeys(range: IDBKeyRange, count: number): Promise<readonly (readonly string[])[]>;
}

/** Up to how many rows are looked up one by one. */
const FEW = 20;
/** So many keys are read faster than one row is looked up. */
const MOST_BETWEEN = 10;

/** Every entry of a ledger's outbox, in the order they were saved. */
export function outboxOf(reading: Reading, ledger: string): Promise<readonly OutboxEntry[]> {
  return reading.objectStore("outbox").index("order").getAll(IDBKeyRange.bound([ledger, -Infinity], [ledger, Infinity]));
}

/** The entries that touch one row, in the order they were saved. */
export async function outboxOfRow(reading: Reading, ledger: string, { entity, id }: RowName): Promise<readonly OutboxEntry[]> {
  const entries = await reading.objectStore("outbox").index("row").getAll([ledger, entity, id]);
  return entries.sort((one, other) => one.n - other.n);
}

/** Rebuild the view of some rows and add what changed to rollup and balances, in the caller's transaction. */
export function rebuild(writing: Writing, ledger: string, names: readonly RowName[]): Promise<void> {
  return rebuildPulled(writing, ledger, [], names);
}

/** The same for rows just pulled, which need not be read again, and other rows by name. */
export async function rebuildPulled(writing: Writing, ledger: string, pulled: readonly Row[], others: readonly RowName[]): Promise<void> {
  const names = [...new Map([...others, ...pulled].map((name) => [`${name.entity} ${name.id}`, name])).values()];
  const known = new Map(pulled.map((row) => [`${row.entity} ${row.id}`, row]));
  const [entries, before, rows] = await Promise.all([
    entriesOn(writing, ledger, names),
    seenOf(writing, ledger, names),
    Promise.all(names.map((name) => known.get(`${name.entity} ${name.id}`) ?? writing.objectStore("rows").get([ledger, name.entity, name.id]))),
  ]);
  const unsettled = entriesByRow(entries);
  const after = names.map(({ id }, place) => sightOf(rows[place] ?? null, unsettled.get(id) ?? []));
  putAll(writing, "view", after.flatMap((sight) => (sight === null ? [] : [seen(ledger, sight)])));
  const view = writing.objectStore("view");
  await Promise.all([
    ...names.filter((_, place) => after[place] === null).map(({ entity, id }) => view.delete([ledger, entity, id])),
    addFigures(writing, ledger, difference(before.map(figuresOf), after.map(figuresOf))),
    enter(writing, ledger, before.map(entriesOf), after.map(entriesOf)),
  ]);
}

/** Where a transaction stands among a ledger's: each digit is turned around, so that ascending is newest first. */
export function newestFirst(text: string): string {
  return text.replace(/[0-9a-f]/g, (digit) => (15 - parseInt(digit, 16)).toString(16));
}

/** The entries on some rows, and perhaps on others: one look at all where the rows are many and the entries are not. */
async function entriesOn(reading: Reading, ledger: string, names: readonly RowName[]): Promise<readonly OutboxEntry[]> {
  const all = IDBKeyRange.bound([ledger, -Infinity], [ledger, Infinity]);
  const many = names.length > FEW ? await reading.objectStore("outbox").index("order").count(all) : Infinity;
  if (many < FEW * names.length) return many === 0 ? [] : outboxOf(reading, ledger);
  return (await Promise.all(names.map((name) => outboxOfRow(reading, ledger, name)))).flat();
}

/** What people saw of some rows; many new ones are found to be new by one look at the keys between them. */
async function seenOf(reading: Reading, ledger: string, names: readonly RowName[]): Promise<readonly (Seen | undefined)[]> {
  const view = reading.objectStore("view");
  const keys = names.map(({ entity, id }): [string, string, string] => [ledger, entity, id]);
  const held = await knownKeys(view, keys);
  return Promise.all(keys.map((key) => (held === null || held.has(key.join(" ")) ? view.get(key) : undefined)));
}

/** The keys of a store from the first to the last of some, joined by spaces; null where they are few, or many stand between. */
export async function knownKeys(store: KeyedStore, keys: readonly [string, string, string][]): Promise<ReadonlySet<string> | null> {
  if (keys.length <= FEW) return null;
  const first = keys.reduce((one, other) => (isBefore(other, one) ? other : one));
  const last = keys.reduce((one, other) => (isBefore(one, other) ? other : one));
  const between = IDBKeyRange.bound(first, last);
  const held = await store.getAllKeys(between, MOST_BETWEEN * keys.length);
  return held.length < MOST_BETWEEN * keys.length ? new Set(held.map((key) => key.join(" "))) : null;
}

/** Of one ledger; as IndexedDB orders them, which is slow to ask. */
function isBefore([, entity, id]: readonly [string, string, string], [, other, its]: readonly [string, string, string]): boolean {
  return entity === other ? id < its : entity < other;
}

/** Entries to replay, per row: not the rejected ones. */
function entriesByRow(entries: readonly OutboxEntry[]): ReadonlyMap<string, readonly OutboxEntry[]> {
  const byRow = new Map<string, OutboxEntry[]>();
  for (const entry of entries) {
    if (entry.result?.status === "rejected") continue;
    const there = byRow.get(entry.mutation.id);
    if (there) there.push(entry);
    else byRow.set(entry.mutation.id, [entry]);
  }
  return byRow;
}

/**
 * A row that is here does not get old values from what only goes to a restored server again. One that is not is made of
 * all that was done to it on this phone; what was made elsewhere is not seen before it is pulled.
 */
function sightOf(row: Row | null, entries: readonly OutboxEntry[]): Sight | null {
  const replayed = row === null ? entries : entries.filter((entry) => !entry.again);
  const mutations = replayed.map((entry) => entry.mutation);
  return row === null && mutations[0]?.op !== "create" ? null : replay(row, mutations);
}

function seen(ledger: string, sight: Sight): Seen {
  const date = sight.fields["date"];
  const listed = sight.entity === "transaction" && !sight.deleted && typeof date === "string" && isDay(date);
  if (listed) return { ...sight, ledger, newest: newestFirst(`${date} ${sight.id}`) };
  return isOpen(sight) ? { ...sight, ledger, open: 1 } : { ...sight, ledger };
}

function isOpen({ entity, deleted, fields }: Sight): boolean {
  return entity === "conflict" && !deleted && fields["settled"] !== true;
}

async function addFigures(writing: Writing, ledger: string, figures: Figures): Promise<void> {
  await Promise.all([
    ...figures.cells.map(async (cell) => {
      const rollup = writing.objectStore("rollup");
      const key: [string, string, string, string] = [ledger, cell.month, cell.category, cell.currency];
      const held = (await rollup.get(key)) ?? { total: 0, count: 0 };
      const sum = { ...cell, ledger, total: held.total + cell.total, count: held.count + cell.count };
      await (sum.count === 0 && sum.total === 0 ? rollup.delete(key) : rollup.put(sum));
    }),
    ...figures.legs.map(async (leg) => {
      const balances = writing.objectStore("balances");
      const held = await balances.get([ledger, leg.account, leg.currency]);
      await balances.put({ ...leg, ledger, amount: (held?.amount ?? 0) + leg.amount });
    }),
  ]);
}

/** Take lines out of the daybooks of their months and write others in. */
async function enter(writing: Writing, ledger: string, before: readonly (readonly Entry[])[], after: readonly (readonly Entry[])[]): Promise<void> {
  const daybooks = writing.objectStore("daybooks");
  const changed = before.map((row, place) => JSON.stringify(row) !== JSON.stringify(after[place]));
  const [gone, come] = [before, after].map((rows) => byMonth(rows.filter((_, place) => changed[place])));
  const months = new Set([...(gone?.keys() ?? []), ...(come?.keys() ?? [])]);
  await Promise.all([...months].map(async (month) => {
    const book = (await daybooks.get([ledger, month])) ?? BLANK;
    await daybooks.put({ ledger, month, ...rewritten(book, gone?.get(month) ?? [], come?.get(month) ?? []) });
  }));
}

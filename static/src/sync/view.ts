/** What people see, rebuilt for the rows a save or a pull touched, with the sums that change with them. */

import { isDay } from "../lib/days";
import { BLANK, byMonth, type Entry, entriesOf, rewritten } from "../ledger/daybook";
import { replay, type Sight } from "../ledger/replay";
import { difference, type Figures, figuresOf } from "../ledger/rollup";
import type { Row } from "../ledger/types";
import { type OutboxEntry, putAll, type Reading, type Seen, type Writing } from "./database";
import { heldOf, pulledIn, type RowName } from "./pulled";

/** Up to how many rows are looked up one by one. */
const FEW = 20;

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
  const [entries, before, beside] = await Promise.all([
    entriesOn(writing, ledger, names),
    heldOf(writing.objectStore("view"), ledger, names),
    heldOf(writing.objectStore("rows"), ledger, names),
  ]);
  const known = new Map(pulled.map((row) => [`${row.entity} ${row.id}`, row]));
  const unsettled = entriesByRow(entries);
  const rows = names.map(({ entity, id }, place) => known.get(`${entity} ${id}`) ?? beside[place] ?? pulledIn(before[place]));
  const after = names.map(({ id }, place) => sightOf(rows[place] ?? null, unsettled.get(id) ?? []));
  await Promise.all([
    show(writing, ledger, names, after, rows),
    keepBeside(writing, ledger, rows.filter((_, place) => after[place]?.unsynced), beside.filter((_, place) => !after[place]?.unsynced)),
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

async function show(writing: Writing, ledger: string, names: readonly RowName[], sights: readonly (Sight | null)[], rows: readonly (Row | null)[]): Promise<void> {
  putAll(writing, "view", sights.flatMap((sight, place) => (sight === null ? [] : [seen(ledger, sight, rows[place]?.seq)])));
  const gone = names.filter((_, place) => sights[place] === null);
  await Promise.all(gone.map(({ entity, id }) => writing.objectStore("view").delete([ledger, entity, id])));
}

/** Rows that are seen otherwise than they were pulled, and those of the others that were so until now. */
async function keepBeside(writing: Writing, ledger: string, changed: readonly (Row | null)[], others: readonly (Row | undefined)[]): Promise<void> {
  putAll(writing, "rows", changed.flatMap((row) => (row === null ? [] : [{ ...row, ledger }])));
  await Promise.all(others.map((row) => row && writing.objectStore("rows").delete([ledger, row.entity, row.id])));
}

/** With the seq where it is seen just as it was pulled. */
function seen(ledger: string, sight: Sight, seq: number | undefined): Seen {
  const date = sight.fields["date"];
  const plain = { ...sight, ledger, ...(!sight.unsynced && seq !== undefined && { seq }) };
  const listed = sight.entity === "transaction" && !sight.deleted && typeof date === "string" && isDay(date);
  if (listed) return { ...plain, newest: newestFirst(`${date} ${sight.id}`) };
  return isOpen(sight) ? { ...plain, open: 1 } : plain;
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

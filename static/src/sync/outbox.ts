/** The outbox: what was saved on this phone and is not settled, and how entries come into it; `settling.ts` has how they leave. */

import { newId } from "../lib/ids";
import { valueAt } from "../ledger/document";
import type { Change } from "../ledger/drafts";
import type { Fields, Mutation, Sighting, Status } from "../ledger/types";
import type { OutboxEntry, Reading, Seen, Writing } from "./database";
import type { DeviceMeta, LedgerMeta, LeftMeta } from "./meta";
import type { RowName } from "./pulled";
import type { LedgerHead } from "./store";
import { outboxOf, outboxOfRow, rebuild } from "./view";

/** The mutation schema this version writes. */
export const SCHEMA = 1;
/** How long settled mutations are kept, to be sent again to a server that was restored. */
const JOURNAL_DAYS = 90;
const DAY_MS = 86_400_000;
/** Answers after which an entry is not sent again. */
const ANSWERED: readonly Status[] = ["applied", "conflict", "rejected"];

/** The row a mid was spent on, or null; a spent mid saves nothing more. */
export async function spentOn(reading: Reading, mid: string): Promise<string | null> {
  const entry = (await reading.objectStore("outbox").get(mid)) ?? (await reading.objectStore("journal").get(mid));
  return entry?.mutation.id ?? null;
}

/** Save changes in order, in the caller's transaction; they are returned as they will be sent. */
export async function save(writing: Writing, ledger: string, changes: readonly Change[], now: Date): Promise<readonly Mutation[]> {
  const saved: Mutation[] = [];
  for (const change of changes) {
    const mutation = await mutationOf(writing, ledger, change, now);
    await add(writing, ledger, mutation, change, now);
    await rebuild(writing, ledger, [change]);
    saved.push(mutation);
  }
  return saved;
}

/** What this phone has seen of a row. */
export async function sightingOf(reading: Reading, ledger: string, name: RowName): Promise<Sighting> {
  const [{ cursor }, entries] = await Promise.all([ledgerMeta(reading, ledger), outboxOfRow(reading, ledger, name)]);
  const own = entries.filter((entry) => entry.result?.status !== "rejected");
  return { base: cursor, seen: own.map((entry) => entry.mid) };
}

/** The entries of a ledger with one of some answers. */
export async function answeredOf(reading: Reading, ledger: string, statuses: readonly Status[]): Promise<readonly OutboxEntry[]> {
  const index = reading.objectStore("outbox").index("status");
  return (await Promise.all(statuses.map((status) => index.getAll([ledger, status])))).flat();
}

/** How many entries wait to be sent: without an answer, or parked and so asked for anew. */
export async function unsentCount(reading: Reading, ledger: string): Promise<number> {
  const outbox = reading.objectStore("outbox");
  const [all, ...answered] = await Promise.all([
    outbox.index("order").count(IDBKeyRange.bound([ledger, -Infinity], [ledger, Infinity])),
    ...ANSWERED.map((status) => outbox.index("status").count([ledger, status])),
  ]);
  return answered.reduce((left, count) => left - count, all);
}

/** The first so many entries of a ledger that were saved after the n-th, in the order they were saved. */
export function entriesAfter(reading: Reading, ledger: string, n: number, most: number): Promise<readonly OutboxEntry[]> {
  return reading.objectStore("outbox").index("order").getAll(IDBKeyRange.bound([ledger, n], [ledger, Infinity], true), most);
}

/** Whether an entry waits to be sent. */
export function isUnsent({ result }: OutboxEntry): boolean {
  return result === null || !ANSWERED.includes(result.status);
}

/** What waits in a ledger and in others, as a JSON text for a file. */
export async function outboxText(reading: Reading, ledger: LedgerHead, others: readonly string[]): Promise<string> {
  const entries = await Promise.all([ledger.id, ...others].map((id) => outboxOf(reading, id)));
  return JSON.stringify({ ledger, outbox: entries.flat().map((entry) => ({ ledger: entry.ledger, mutation: entry.mutation, result: entry.result })) }, null, 2);
}

/** Drop an entry for good; with the making of a row goes what was done to it since. */
export async function discard(writing: Writing, ledger: string, mid: string): Promise<void> {
  const entry = await writing.objectStore("outbox").get(mid);
  if (entry === undefined) return;
  const later = await laterThan(writing, ledger, entry.mutation);
  await drop(writing, ledger, [entry.mutation, ...later]);
}

/** What is not settled of what was done to a row since a mutation that was to make it, in order; none for another mutation. */
export async function laterThan(reading: Reading, ledger: string, { op, entity, id, mid }: Mutation): Promise<readonly Mutation[]> {
  const entries = op === "create" ? await outboxOfRow(reading, ledger, { entity, id }) : [];
  return entries.filter((entry) => entry.mid !== mid).map(({ mutation }) => mutation);
}

/** Drop entries of one row. */
async function drop(writing: Writing, ledger: string, mutations: readonly Mutation[]): Promise<void> {
  await Promise.all([...mutations.map(({ mid }) => writing.objectStore("outbox").delete(mid)), noteLeaving(writing, ledger)]);
  await rebuild(writing, ledger, mutations.slice(0, 1));
}

/** Send a rejected mutation again under a new mid, in place of the old one: all it knew and where it stood stays. */
export async function retry(writing: Writing, ledger: string, mid: string): Promise<void> {
  const entry = await writing.objectStore("outbox").get(mid);
  if (entry === undefined) return;
  const again = newId();
  await drop(writing, ledger, [entry.mutation]);
  await writing.objectStore("outbox").put({ ...entry, mid: again, mutation: { ...entry.mutation, mid: again }, result: null });
  await rebuild(writing, ledger, [entry.mutation]);
}

/** Forget what was settled longer ago than any server is restored to. */
export async function pruneJournal(writing: Writing, now: Date): Promise<void> {
  const old = IDBKeyRange.upperBound(now.getTime() - JOURNAL_DAYS * DAY_MS);
  const mids = await writing.objectStore("journal").index("at").getAllKeys(old);
  await Promise.all(mids.map((mid) => writing.objectStore("journal").delete(mid)));
}

/** Where a ledger's rows stand; it must have been opened once (`open_store.ts`). */
export async function ledgerMeta(reading: Reading, ledger: string): Promise<LedgerMeta> {
  return (await reading.objectStore("meta").get(`ledger:${ledger}`)) as LedgerMeta;
}

/** This browser's database as the server knows it. */
export async function deviceMeta(reading: Reading): Promise<DeviceMeta> {
  return (await reading.objectStore("meta").get("device")) as DeviceMeta;
}

/** Note that entries leave the outbox, or come back to it, in the transaction in which they do: counts of it are void. */
export async function noteLeaving(writing: Writing, ledger: string): Promise<void> {
  await writing.objectStore("meta").put({ key: `left:${ledger}`, times: 1 + (await leftOf(writing, ledger)) });
}

/** How often entries have left, or come back. */
export async function leftOf(reading: Reading, ledger: string): Promise<number> {
  const held = (await reading.objectStore("meta").get(`left:${ledger}`)) as LeftMeta | undefined;
  return held?.times ?? 0;
}

async function mutationOf(writing: Writing, ledger: string, change: Change, now: Date): Promise<Mutation> {
  const { mid, op, entity, id, fields, sighting } = change;
  const [seenNow, device, sight] = await Promise.all([
    sightingOf(writing, ledger, change), deviceMeta(writing), writing.objectStore("view").get([ledger, entity, id]),
  ]);
  await writing.objectStore("meta").put({ ...device, n: device.n + 1 });
  return {
    mid, n: device.n + 1, device: device.device, schema: SCHEMA, op, entity, id, fields,
    was: op === "update" ? wasOf(sight, fields) : {}, ...seenBy(seenNow, sighting), client_time: now.toISOString(),
  };
}

/** Of others' changes a person knows those that were here when they began; of this phone's own, all. */
function seenBy(now: Sighting, begun: Sighting = now): Sighting {
  return { base: Math.min(begun.base, now.base), seen: [...new Set([...begun.seen, ...now.seen])] };
}

function wasOf(sight: Seen | undefined, fields: Fields): Fields {
  const old = (path: string) => (path === "deleted" ? sight?.deleted ?? false : valueAt(sight?.fields ?? {}, path));
  return Object.fromEntries(Object.keys(fields).map((path) => [path, old(path)]));
}

async function add(writing: Writing, ledger: string, mutation: Mutation, { takesBack }: Change, now: Date): Promise<void> {
  const { mid, n } = mutation;
  const entry = { mid, ledger, n, mutation, result: null, at: now.getTime() };
  await writing.objectStore("outbox").put({ ...entry, ...(takesBack !== undefined && { takesBack }) });
}

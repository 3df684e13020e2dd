/** What was entered on this phone for a ledger that its person may not write to any more: kept until it is taken out as a file. */

import { Database, LEDGER_STORES, type OutboxEntry, type Reading, type Utterance, type Writing } from "./database";
import type { LedgerHead } from "./store";

/** Work that no server will take: how many changes and recordings, and of which ledger. */
export interface KeptWork {
  readonly ledger: string;
  readonly name: string;
  /** Whether the person has left the ledger, or may only look at it now. */
  readonly why: "parted" | "viewer";
  readonly changes: number;
  readonly recordings: number;
}

/** So many bytes are arguments of one call. */
const AT_ONCE = 8_192;
const STORES = [...LEDGER_STORES, "utterances", "copies"] as const;

/** What is here of ledgers that are not among `ledgers`, if only their rows, and the work of those that one may only look at. */
export function keptWork(person: number, ledgers: readonly Pick<LedgerHead, "id" | "role">[]): Promise<readonly KeptWork[]> {
  return within(person, (database) => database.read(STORES, async (reading) => {
    const roles = new Map(ledgers.map(({ id, role }) => [id, role]));
    const shut = (await ledgersHere(reading)).filter((id) => (roles.get(id) ?? "viewer") === "viewer");
    const found = await Promise.all(shut.map((id) => workOf(reading, id, roles.has(id) ? "viewer" : "parted")));
    return found.filter((work) => work.why === "parted" || holdsWork(work));
  }));
}

/** What `keptWork` found of a ledger as one file of JSON: the changes with the names that they mean, each recording as WAV in base64. */
export function workFile(person: number, { ledger, name }: Pick<KeptWork, "ledger" | "name">): Promise<string> {
  return within(person, async (database) => {
    const [entries, names, kept] = await database.read(STORES, (reading) =>
      Promise.all([entriesOf(reading, ledger), namesOf(reading, ledger), recordingsOf(reading, ledger)]));
    const outbox = entries.map(({ mutation, result }) => ({ mutation, result }));
    const meant = Object.fromEntries(names.filter(([id]) => JSON.stringify(outbox).includes(id)));
    const recordings = await Promise.all(kept.map(async ({ at, wav }) => ({ at: new Date(at).toISOString(), wav: await base64Of(wav) })));
    return JSON.stringify({ ledger: { id: ledger, name }, names: meant, outbox, recordings }, null, 2);
  });
}

/** Remove a ledger and what waits in it from this phone; what the server has stays there. */
export function forgetLedger(person: number, ledger: string): Promise<void> {
  return within(person, (database) => forgetIn(database, ledger));
}

async function within<T>(person: number, work: (database: Database) => Promise<T>): Promise<T> {
  const database = new Database(person);
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

async function ledgersHere(reading: Reading): Promise<readonly string[]> {
  const keys = await reading.objectStore("meta").getAllKeys();
  return keys.filter((key) => key.startsWith("ledger:")).map((key) => key.slice("ledger:".length));
}

async function workOf(reading: Reading, ledger: string, why: KeptWork["why"]): Promise<KeptWork> {
  const [seen, entries, recordings] = await Promise.all([
    reading.objectStore("view").get([ledger, "ledger", ledger]), entriesOf(reading, ledger), recordingsOf(reading, ledger),
  ]);
  const name = seen?.fields["name"];
  return { ledger, why, name: typeof name === "string" ? name : "", changes: countOf(entries), recordings: recordings.length };
}

/** A new payee or lesson comes along with its transaction and is not counted twice. */
function countOf(entries: readonly OutboxEntry[]): number {
  const own = entries.filter(({ mutation: { entity } }) => entity !== "payee" && entity !== "lesson").length;
  return Math.max(own, Math.min(entries.length, 1));
}

/** Whether something is here that the server does not have. */
export function holdsWork({ changes, recordings }: KeptWork): boolean {
  return changes + recordings > 0;
}

/** What never reached the server, in the order it was saved; what is only sent again did. */
async function entriesOf(reading: Reading, ledger: string): Promise<readonly OutboxEntry[]> {
  const entries = await reading.objectStore("outbox").index("order").getAll(IDBKeyRange.bound([ledger, -Infinity], [ledger, Infinity]));
  return entries.filter((entry) => entry.again === undefined);
}

async function namesOf(reading: Reading, ledger: string): Promise<readonly (readonly [id: string, name: string])[]> {
  const kinds = ["account", "payee"].map((entity) => IDBKeyRange.bound([ledger, entity], [ledger, entity, []]));
  const seen = (await Promise.all(kinds.map((kind) => reading.objectStore("view").getAll(kind)))).flat();
  return seen.map(({ id, fields }) => [id, String(fields["name"])] as const);
}

async function recordingsOf(reading: Reading, ledger: string): Promise<readonly Utterance[]> {
  return (await reading.objectStore("utterances").getAll()).filter((one) => one.ledger === ledger);
}

async function base64Of(sound: Blob): Promise<string> {
  const bytes = new Uint8Array(await sound.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += AT_ONCE) text += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  return btoa(text);
}

/** The journal stays until it is too old to be of use: a server that is restored may know the ledger again. */
async function forgetIn(database: Database, ledger: string): Promise<void> {
  await database.write(STORES, async (writing: Writing) => {
    const all = IDBKeyRange.bound([ledger], [ledger, []]);
    const keyed = ["rows", "view", "rollup", "balances", "daybooks"] as const;
    const [waiting, recordings, copies] = await Promise.all([
      writing.objectStore("outbox").index("order").getAllKeys(IDBKeyRange.bound([ledger, -Infinity], [ledger, Infinity])),
      recordingsOf(writing, ledger), writing.objectStore("copies").getAllKeys(),
    ]);
    await Promise.all([
      ...keyed.map((store) => writing.objectStore(store).delete(all)), ...[`ledger:${ledger}`, `digest:${ledger}`].map((key) => writing.objectStore("meta").delete(key)),
      ...waiting.map((mid) => writing.objectStore("outbox").delete(mid)), ...recordings.map(({ id }) => writing.objectStore("utterances").delete(id)),
      ...copies.filter((key) => key.includes(ledger)).map((key) => writing.objectStore("copies").delete(key)),
    ]);
  });
}

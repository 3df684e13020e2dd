/** Pull: take the rows after the cursor, page by page; rows, cursor, digest and view change in one transaction. */

import { type Database, LEDGER_STORES, type Writing } from "./database";
import { apartFrom, dropDigest, keepDigest } from "./digests";
import { UnreadableAnswer } from "./errors";
import type { PullAsked, PullReply } from "./exchange_wire";
import type { LedgerMeta } from "./meta";
import { deviceMeta, ledgerMeta } from "./outbox";
import type { Line, Progress } from "./push";
import { sendAgain, settle } from "./settling";
import { outboxOf, rebuild } from "./view";

/** How many pages are taken in one transaction, after the first: each waits for the disk. */
const TOGETHER = 4;
/** How long rows that were fetched anew and differ again are left as they are. */
const PATIENCE_MS = 86_400_000;

/** Pull until nothing is left; `onPage` hears of each time that something was taken. */
export async function pull(line: Line, onPage: (progress: Progress | null, changed: boolean) => void): Promise<void> {
  let first: number | null = null;
  let ahead: Ahead | null = null;
  for (let more = true; more;) {
    await line.free();
    const asked = await askedOf(line);
    const alone = first === null;
    first = Math.min(first ?? asked.cursor, asked.cursor);
    const next: Ahead = ahead?.cursor === asked.cursor ? ahead : { cursor: asked.cursor, reply: line.api.pull(line.ledger, asked) };
    const { reply, after } = await gathered(line, asked, next, alone ? 1 : TOGETHER);
    ahead = after;
    const apart = await line.database.write(LEDGER_STORES, (writing) => takePage(writing, line.ledger, reply, line.now()));
    if (apart.length > 0) console.error("The rows of this phone were not the server's.", line.ledger, apart);
    onPage(progressOf(reply, first, asked.cursor), reply.rows.length > 0 || apart.length > 0);
    more = reply.hasMore || (await cursorOf(line)) < reply.cursor;
  }
}

/** Rows of another epoch: drop them, keep the outbox, begin at 0 and send the journal again. */
export function startOver(database: Database, ledger: string, epoch: string): Promise<void> {
  return database.write(LEDGER_STORES, async (writing) => {
    const { acknowledged: _lost, ...meta } = await ledgerMeta(writing, ledger);
    await dropRows(writing, { ...meta, epoch });
    await sendAgain(writing, ledger);
    await rebuild(writing, ledger, (await outboxOf(writing, ledger)).map((entry) => entry.mutation));
  });
}

/** The reply to the next request, on its way while a page is being taken. */
interface Ahead {
  readonly cursor: number;
  readonly reply: Promise<PullReply>;
}

/** Some pages as one, and the request for the one after them; where a later page fails to come, those before it. */
async function gathered(line: Line, asked: PullAsked, next: Ahead, most: number): Promise<{ readonly reply: PullReply; readonly after: Ahead | null }> {
  let reply = checked(await next.reply, asked.cursor);
  let after = askAhead(line, asked, reply);
  for (let pages = 1; after !== null && pages < most; pages += 1) {
    const page: PullReply | null = await after.reply.catch(() => null);
    if (page === null || page.epoch !== reply.epoch) break;
    reply = { ...checked(page, after.cursor), from: reply.from, rows: [...reply.rows, ...page.rows] };
    after = askAhead(line, asked, reply);
  }
  return { reply, after };
}

function checked(reply: PullReply, asked: number): PullReply {
  if (reply.from !== asked || (reply.hasMore && reply.cursor <= reply.from)) throw new UnreadableAnswer("pull.cursor");
  return reply;
}

function askAhead(line: Line, { apart: _told, ...asked }: PullAsked, { cursor, epoch, hasMore }: PullReply): Ahead | null {
  if (!hasMore) return null;
  const reply = line.free().then(() => line.api.pull(line.ledger, { ...asked, cursor, epoch }));
  reply.catch(() => undefined);
  return { cursor, reply };
}

async function askedOf({ database, ledger }: Line): Promise<PullAsked> {
  const [{ device }, { cursor, epoch, acknowledged, apart }] = await database.read(["meta"], (reading) =>
    Promise.all([deviceMeta(reading), ledgerMeta(reading, ledger)]));
  return { device, cursor, epoch, ...(acknowledged && { known: acknowledged.mid }), ...(apart !== undefined && { apart }) };
}

/**
 * A reply asked from another cursor or epoch than the phone's now is dropped: another tab was here first. Where the rows
 * are not the server's after the last page they are dropped, to be pulled anew: what differs is returned, line by line.
 */
async function takePage(writing: Writing, ledger: string, reply: PullReply, now: Date): Promise<readonly string[]> {
  const { apart: _told, ...meta } = await ledgerMeta(writing, ledger);
  if (meta.cursor !== reply.from || meta.epoch !== reply.epoch) return [];
  const digest = await keepDigest(writing, ledger, reply.rows);
  const taken = { ...meta, cursor: reply.cursor };
  await writing.objectStore("meta").put(taken);
  await settle(writing, ledger, now, [], reply.rows);
  const apart = reply.digest === null ? [] : await apartFrom(writing, ledger, digest, reply.digest);
  if (apart.length > 0 && now.getTime() - (meta.anewAt ?? -Infinity) > PATIENCE_MS) await fetchAnew(writing, taken, now);
  return apart;
}

async function fetchAnew(writing: Writing, meta: LedgerMeta, now: Date): Promise<void> {
  const ledger = meta.key.slice("ledger:".length);
  await dropRows(writing, { ...meta, apart: meta.cursor, anewAt: now.getTime() });
  await rebuild(writing, ledger, (await outboxOf(writing, ledger)).map((entry) => entry.mutation));
}

/** Drop what was pulled, and what was made of it; the outbox stays. */
async function dropRows(writing: Writing, meta: LedgerMeta): Promise<void> {
  const ledger = meta.key.slice("ledger:".length);
  const all = IDBKeyRange.bound([ledger], [ledger, []]);
  const stores = ["rows", "view", "rollup", "balances", "daybooks"] as const;
  await Promise.all([...stores.map((store) => writing.objectStore(store).delete(all)), dropDigest(writing, ledger)]);
  await writing.objectStore("meta").put({ ...meta, cursor: 0 });
}

/** Only of a pull of several pages. */
function progressOf(reply: PullReply, first: number, asked: number): Progress | null {
  const alone = asked === first && !reply.hasMore;
  return alone || reply.latest === null ? null : { done: reply.cursor - first, total: reply.latest - first };
}

async function cursorOf({ database, ledger }: Line): Promise<number> {
  return (await database.read(["meta"], (reading) => ledgerMeta(reading, ledger))).cursor;
}

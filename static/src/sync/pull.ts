/** Pull: take the rows after the cursor, page by page; rows, cursor and view change in one transaction. */

import type { Row } from "../ledger/types";
import { type Database, LEDGER_STORES, type Writing } from "./database";
import { UnreadableAnswer } from "./errors";
import { ledgerMeta, sendAgain, settle } from "./outbox";
import type { Line } from "./push";
import { outboxOf, rebuild } from "./view";
import type { PullReply } from "./wire";

/** How far a pull of several pages has come, in seqs. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Pull until nothing is left; `onPage` hears of each page that changed something. */
export async function pull(line: Line, onPage: (progress: Progress | null, changed: boolean) => void): Promise<void> {
  const first = await cursorOf(line);
  for (let more = true; more;) {
    await line.free();
    const asked = await line.database.read(["meta"], (reading) => ledgerMeta(reading, line.ledger));
    const reply = await line.api.pull(line.ledger, asked.cursor, asked.epoch);
    if (reply.from !== asked.cursor || (reply.hasMore && reply.cursor <= reply.from)) throw new UnreadableAnswer("pull.cursor");
    await line.database.write(LEDGER_STORES, (writing) => takePage(writing, line.ledger, reply, line.now()));
    onPage(progressOf(reply, first, asked.cursor), reply.rows.length > 0);
    more = reply.hasMore;
  }
}

/** Rows of another epoch: drop them, keep the outbox, begin at 0 and send the journal again. */
export function startOver(database: Database, ledger: string, epoch: string): Promise<void> {
  return database.write(LEDGER_STORES, async (writing) => {
    const all = IDBKeyRange.bound([ledger], [ledger, []]);
    const stores = ["rows", "view", "rollup", "balances", "daybooks"] as const;
    await Promise.all(stores.map((store) => writing.objectStore(store).delete(all)));
    await writing.objectStore("meta").put({ ...(await ledgerMeta(writing, ledger)), cursor: 0, epoch });
    await sendAgain(writing, ledger);
    await rebuild(writing, ledger, (await outboxOf(writing, ledger)).map((entry) => entry.mutation));
  });
}

/** A reply asked from another cursor or epoch than the phone's now is dropped: another tab was here first. */
async function takePage(writing: Writing, ledger: string, reply: PullReply, now: Date): Promise<void> {
  const meta = await ledgerMeta(writing, ledger);
  if (meta.cursor !== reply.from || meta.epoch !== reply.epoch) return;
  const rows = writing.objectStore("rows");
  await Promise.all([
    ...reply.rows.map((row: Row) => rows.put({ ...row, ledger })),
    writing.objectStore("meta").put({ ...meta, cursor: reply.cursor }),
  ]);
  await settle(writing, ledger, now, [], reply.rows);
}

/** Only of a pull of several pages. */
function progressOf(reply: PullReply, first: number, asked: number): Progress | null {
  const alone = asked === first && !reply.hasMore;
  return alone || reply.latest === null ? null : { done: reply.cursor - first, total: reply.latest - first };
}

async function cursorOf(line: Line): Promise<number> {
  return (await line.database.read(["meta"], (reading) => ledgerMeta(reading, line.ledger))).cursor;
}

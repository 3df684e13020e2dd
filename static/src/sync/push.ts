/** Push: send what has no answer, in the order it was saved, and hold the answers. */

import type { Mutation, Result } from "../ledger/types";
import type { Api } from "./api";
import { type Database, LEDGER_STORES } from "./database";
import { Refused } from "./errors";
import { deviceMeta, entriesAfter, isUnsent, ledgerMeta, unsentCount } from "./outbox";
import { holdResults } from "./settling";

/** How many mutations the server takes at once. */
const BATCH = 100;

/** How far a push of several batches has come, in mutations, or a pull of several pages, in seqs. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly sending?: true;
}

/** What push and pull need; `free` resolves when a request may be sent, `now` is the clock. */
export interface Line {
  readonly database: Database;
  readonly api: Api;
  readonly ledger: string;
  readonly free: () => Promise<void>;
  readonly now: () => Date;
}

/** Send everything unsent once; `onBatch` hears how far it is where it is much. Throws the api's errors, having held what was answered before. */
export async function push(line: Line, onBatch: (progress: Progress) => void): Promise<void> {
  const { database, ledger } = line;
  for (let done = 0, total = 0, after = -Infinity; ;) {
    const waiting = await database.read(["outbox"], (reading) => entriesAfter(reading, ledger, after, BATCH));
    const last = waiting.at(-1);
    if (last === undefined) return;
    const mutations = waiting.filter(isUnsent).map((entry) => entry.mutation);
    if (mutations.length > 0) await pushBatch(line, mutations);
    [done, after] = [done + mutations.length, last.n];
    if (total === 0) total = done + (waiting.length < BATCH ? 0 : await database.read(["outbox"], (reading) => unsentCount(reading, ledger)));
    if (total > BATCH) onBatch({ done: Math.min(done, total), total, sending: true });
  }
}

async function pushBatch(line: Line, mutations: readonly Mutation[]): Promise<void> {
  await line.free();
  const { database, ledger } = line;
  const [device, meta] = await database.read(["meta"], (reading) => Promise.all([deviceMeta(reading), ledgerMeta(reading, ledger)]));
  try {
    const { epoch, cursor, acknowledged } = meta;
    const reply = await line.api.push(ledger, { device: device.device, epoch, cursor, known: acknowledged?.mid ?? null, mutations });
    await take(line, reply.epoch, reply.results);
  } catch (error) {
    if (!(error instanceof Refused) || !isAboutABadMutation(error)) throw error;
    await pushApart(line, meta.epoch, mutations, error);
  }
}

/** A batch the server would not read: halve it until the bad mutation stands alone, and reject that one. */
async function pushApart(line: Line, epoch: string, mutations: readonly Mutation[], refused: Refused): Promise<void> {
  const [alone] = mutations;
  if (mutations.length === 1 && alone !== undefined) {
    const error = { code: refused.code, message: refused.message };
    return take(line, epoch, [{ mid: alone.mid, status: "rejected", seq: null, error }]);
  }
  const half = Math.ceil(mutations.length / 2);
  await pushBatch(line, mutations.slice(0, half));
  await pushBatch(line, mutations.slice(half));
}

function isAboutABadMutation(refused: Refused): boolean {
  return refused.status === 413 || refused.status === 422 || refused.code === "mid_reused";
}

/** Answers of another epoch than the phone's now are dropped: another tab has started over meanwhile. */
function take(line: Line, epoch: string, results: readonly Result[]): Promise<void> {
  return line.database.write(LEDGER_STORES, async (writing) => {
    const meta = await ledgerMeta(writing, line.ledger);
    if (meta.epoch === epoch) await holdResults(writing, line.ledger, results, line.now());
  });
}

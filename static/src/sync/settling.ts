/** How what is in the outbox gets its answers, leaves, and comes back for a server that was restored. */

import type { Result, Row } from "../ledger/types";
import type { OutboxEntry, Writing } from "./database";
import { ledgerMeta, noteLeaving } from "./outbox";
import type { RowName } from "./pulled";
import { outboxOf, rebuildPulled } from "./view";

/** Hold the server's results, and let leave what is settled by them. */
export async function holdResults(writing: Writing, ledger: string, results: readonly Result[], now: Date): Promise<void> {
  const outbox = writing.objectStore("outbox");
  const entries = await Promise.all(results.map((result) => outbox.get(result.mid)));
  const answered = entries.flatMap((entry, place) => {
    const result = results[place];
    return entry && result ? [{ ...entry, result }] : [];
  });
  await Promise.all(answered.map((entry) => outbox.put(entry)));
  await noteAcknowledged(writing, ledger, results);
  const refused = answered.filter((entry) => entry.result.status === "rejected");
  await settle(writing, ledger, now, refused.map((entry) => entry.mutation), []);
}

/** Remember the last that is in the server's log, by which a log that lacks it is noticed. */
async function noteAcknowledged(writing: Writing, ledger: string, results: readonly Result[]): Promise<void> {
  const meta = await ledgerMeta(writing, ledger);
  let last = meta.acknowledged;
  for (const { mid, seq } of results) if (seq !== null && seq >= (last?.seq ?? 0)) last = { mid, seq };
  if (last !== undefined && last !== meta.acknowledged) await writing.objectStore("meta").put({ ...meta, acknowledged: last });
}

/** Let every entry leave whose result is held and whose seq the cursor has reached; rebuild those rows and the touched. */
export async function settle(writing: Writing, ledger: string, now: Date, touched: readonly RowName[], pulled: readonly Row[]): Promise<void> {
  const { cursor } = await ledgerMeta(writing, ledger);
  const reached = IDBKeyRange.bound([ledger, -Infinity], [ledger, cursor]);
  const leaving = (await writing.objectStore("outbox").index("seq").getAll(reached)).filter((entry) => isSettled(entry, cursor));
  await Promise.all(leaving.flatMap((entry) => [
    writing.objectStore("outbox").delete(entry.mid),
    writing.objectStore("journal").put({ ...entry, at: now.getTime() }),
  ]));
  if (leaving.length > 0) await noteLeaving(writing, ledger);
  await rebuildPulled(writing, ledger, pulled, [...touched, ...leaving.map((entry) => entry.mutation)]);
}

/** Put the journal back into the outbox and forget answers, for a server that was restored. */
export async function sendAgain(writing: Writing, ledger: string): Promise<void> {
  const outbox = writing.objectStore("outbox");
  const journal = writing.objectStore("journal");
  const kept = await journal.index("order").getAll(IDBKeyRange.bound([ledger, -Infinity], [ledger, Infinity]));
  const waiting = (await outboxOf(writing, ledger)).filter((entry) => entry.result?.status !== "rejected");
  await Promise.all([
    ...waiting.map((entry) => outbox.put({ ...entry, result: null })),
    ...kept.map((entry) => outbox.put({ ...entry, result: null, again: 1 as const })),
    ...kept.map((entry) => journal.delete(entry.mid)),
    noteLeaving(writing, ledger),
  ]);
}

/** Whether an entry may leave: in the ledger, and pulled. Never inferred from a counter. */
export function isSettled(entry: OutboxEntry, cursor: number): boolean {
  const status = entry.result?.status;
  return (status === "applied" || status === "conflict") && cursor >= (entry.result?.seq ?? 0);
}

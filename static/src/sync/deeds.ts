/** What was last done on this phone to transactions, and how it is taken back; read from the outbox and the journal. */

import { deletion, isSameDeed, revival, reverse, type Step, undoing } from "../ledger/steps";
import { decodeTransaction } from "../ledger/decode";
import type { Day, Mutation, Transaction } from "../ledger/types";
import { newId } from "../lib/ids";
import type { OutboxEntry, Reading, Writing } from "./database";
import { learnFromChange } from "./lessons";
import { save } from "./outbox";
import { transactionOf } from "./reads";

/** How far back the last entry is looked for, in mutations. */
const FAR = 500;

/** The last transaction recorded on this phone that still stands, or null. */
export async function lastEntryOf(reading: Reading, ledger: string): Promise<Transaction | null> {
  for await (const { mutation: { op, id } } of deeds(reading, ledger)) {
    const entry = op === "create" ? await transactionOf(reading, ledger, id) : null;
    if (entry !== null && !entry.deleted) return entry;
  }
  return null;
}

/** The steps that take back the last deed that still stands; none where nothing was done here, or all of it was taken back. */
export async function stepsBack(reading: Reading, ledger: string): Promise<readonly Step[]> {
  const deed: Mutation[] = [];
  for await (const mutation of standing(reading, ledger)) {
    const [later] = deed;
    if (later !== undefined && !isSameDeed(later, mutation)) break;
    deed.unshift(mutation);
    if (mutation.op !== "create") break;
  }
  return deed.map(undoing);
}

/** Take steps in the caller's transaction; what is returned takes them back. */
export async function take(writing: Writing, ledger: string, steps: readonly Step[], today: Day, now: Date): Promise<readonly Step[]> {
  const back: Step[] = [];
  for (const step of steps) {
    const mid = newId();
    const seen = await writing.objectStore("view").get([ledger, "transaction", step.id]);
    back.unshift(seen ? reverse(step, mid, seen) : { ...deletion(step.id), takesBack: mid });
    await save(writing, ledger, [{ ...step, mid, entity: "transaction" }], now);
    await learnFromChange(writing, ledger, seen ? decodeTransaction(seen) : null, today, now);
  }
  return back;
}

/** Bring a deleted transaction back; that takes the deletion back where it was made on this phone. */
export async function revive(writing: Writing, ledger: string, id: string, today: Day, now: Date): Promise<void> {
  await take(writing, ledger, [await stepBackFromDeletion(writing, ledger, id)], today, now);
}

async function stepBackFromDeletion(reading: Reading, ledger: string, id: string): Promise<Step> {
  for await (const mutation of standing(reading, ledger)) {
    if (mutation.id === id) return mutation.op === "delete" ? undoing(mutation) : revival(id);
  }
  return revival(id);
}

/** What was done here and not taken back, nor a taking back itself; the latest first. */
async function* standing(reading: Reading, ledger: string): AsyncGenerator<Mutation> {
  const gone = new Set<string>();
  for await (const { mutation, takesBack } of deeds(reading, ledger)) {
    if (gone.has(mutation.mid)) continue;
    if (takesBack === undefined) yield mutation;
    else gone.add(takesBack);
  }
}

/** What was done to transactions on this phone, the latest first; what the server refused is left out. */
async function* deeds(reading: Reading, ledger: string): AsyncGenerator<OutboxEntry> {
  const range = IDBKeyRange.bound([ledger, -Infinity], [ledger, Infinity]);
  let [waiting, settled] = await Promise.all([
    reading.objectStore("outbox").index("order").openCursor(range, "prev"),
    reading.objectStore("journal").index("order").openCursor(range, "prev"),
  ]);
  for (let looked = 0; looked < FAR && (waiting ?? settled) !== null; looked += 1) {
    const fromOutbox = (waiting?.value.n ?? -1) > (settled?.value.n ?? -1);
    const entry: OutboxEntry | undefined = fromOutbox ? waiting?.value : settled?.value;
    if (fromOutbox) waiting = (await waiting?.continue()) ?? null;
    else settled = (await settled?.continue()) ?? null;
    if (entry && entry.mutation.entity === "transaction" && entry.result?.status !== "rejected") yield entry;
  }
}

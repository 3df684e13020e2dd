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
  const deed: Standing[] = [];
  for await (const one of standing(reading, ledger)) {
    const [later] = deed;
    if (later !== undefined && !isSameDeed(later.mutation, one.mutation)) break;
    deed.unshift(one);
    if (one.mutation.op !== "create") break;
  }
  return deed.map(({ mutation, since }) => undoing(mutation, since));
}

/** Take steps in the caller's transaction; what is returned takes them back. */
export async function take(writing: Writing, ledger: string, steps: readonly Step[], today: Day, now: Date): Promise<readonly Step[]> {
  const back: Step[] = [];
  for (const step of steps) {
    const mid = newId();
    const seen = await writing.objectStore("view").get([ledger, "transaction", step.id]);
    const [saved] = await save(writing, ledger, [{ ...step, mid, entity: "transaction" }], now);
    back.unshift(seen && saved ? reverse(step, saved, seen) : { ...deletion(step.id), takesBack: mid });
    await learnFromChange(writing, ledger, seen ? decodeTransaction(seen) : null, today, now);
  }
  return back;
}

/** Bring a deleted transaction back; that takes the deletion back where it was made on this phone. */
export async function revive(writing: Writing, ledger: string, id: string, today: Day, now: Date): Promise<void> {
  await take(writing, ledger, [await stepBackFromDeletion(writing, ledger, id)], today, now);
}

async function stepBackFromDeletion(reading: Reading, ledger: string, id: string): Promise<Step> {
  for await (const { mutation, since } of standing(reading, ledger)) {
    if (mutation.id === id) return mutation.op === "delete" ? undoing(mutation, since) : revival(id);
  }
  return revival(id);
}

/** A mutation that was not taken back, and the mids of what was done on this phone to its row since. */
interface Standing {
  readonly mutation: Mutation;
  readonly since: readonly string[];
}

/** What was done here and not taken back, nor a taking back itself; the latest first. */
async function* standing(reading: Reading, ledger: string): AsyncGenerator<Standing> {
  const gone = new Set<string>();
  const done = new Map<string, readonly string[]>();
  for await (const { mutation, takesBack } of deeds(reading, ledger)) {
    const { mid, id } = mutation;
    const since = done.get(id) ?? [];
    done.set(id, [...since, mid]);
    if (gone.has(mid)) continue;
    if (takesBack === undefined) yield { mutation, since };
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

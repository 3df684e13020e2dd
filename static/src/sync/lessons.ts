/** Lessons on this phone: kept when a draft or an entry is corrected, in the caller's transaction. */

import { readEach } from "../ledger/daybook";
import { decodeLesson } from "../ledger/decode";
import { type Correction, corrections, isFresh, lessonId, type Slots, teach, teachings } from "../ledger/lessons";
import type { Day, Lesson, Payee, Transaction } from "../ledger/types";
import { fold } from "../lib/fold";
import type { Reading, Writing } from "./database";
import { save } from "./outbox";
import { payeesOf, transactionOf } from "./reads";

/** Forgotten ones too, so that what was forgotten is not guessed again from habits. */
export async function lessonsOf(reading: Reading, ledger: string): Promise<readonly Lesson[]> {
  const found = await reading.objectStore("view").getAll(IDBKeyRange.bound([ledger, "lesson"], [ledger, "lesson", []]));
  return found.map(decodeLesson);
}

/** Keep what a corrected draft teaches; the transaction it was saved as tells what was right. */
export async function learn(writing: Writing, ledger: string, id: string, found: readonly Correction[], today: Day, now: Date): Promise<void> {
  const saved = found.length === 0 ? null : await transactionOf(writing, ledger, id);
  if (saved === null || saved.deleted) return;
  await keep(writing, ledger, saved, found, takenNames(await payeesOf(writing, ledger), saved.payee), { today, now });
}

/** Keep what a change of a young entry teaches: it corrects what was understood. */
export async function learnFromChange(writing: Writing, ledger: string, before: Transaction | null, today: Day, now: Date): Promise<void> {
  if (before === null || before.deleted || !isFresh(before.id, now) || before.lines.length !== 1) return;
  const after = await transactionOf(writing, ledger, before.id);
  if (after === null || after.deleted) return;
  const payees = await payeesOf(writing, ledger);
  const found = corrections(slotsOf(before, payees), slotsOf(after, payees)).filter((one) => one.kind === "category" || before.origin.how === "spoken");
  if (found.length === 0) return;
  const misheard = before.payee !== null && !(await isUsed(writing, ledger, before.payee)) ? before.payee : null;
  const others = payees.filter(({ id }) => id !== misheard);
  await keep(writing, ledger, after, found, takenNames(others, after.payee), { today, now });
}

async function keep(
  writing: Writing, ledger: string, saved: Transaction, found: readonly Correction[], taken: ReadonlySet<string>, at: { today: Day; now: Date },
): Promise<void> {
  for (const teaching of teachings(found, saved, taken, at.today)) {
    const seen = await writing.objectStore("view").get([ledger, "lesson", lessonId(ledger, teaching.kind, teaching.about)]);
    const change = teach(ledger, teaching, seen ? decodeLesson(seen) : null);
    if (change !== null) await save(writing, ledger, [change], at.now);
  }
}

function slotsOf({ payee, note, lines: [line] }: Transaction, payees: readonly Payee[]): Slots {
  return {
    type: "", amount: line?.amount ?? null, category: line?.category ?? null, note,
    payeeName: payees.find(({ id }) => id === payee)?.name ?? null,
  };
}

/** The names that mean another payee than the one that was right. */
function takenNames(payees: readonly Payee[], right: string | null): ReadonlySet<string> {
  return new Set(payees.filter(({ id }) => id !== right).map(({ name }) => fold(name)));
}

/** Whether any entry that counts names a payee. */
async function isUsed(reading: Reading, ledger: string, payee: string): Promise<boolean> {
  const books = await reading.objectStore("daybooks").getAll(IDBKeyRange.bound([ledger], [ledger, []]));
  let used = false;
  for (const { month, ...book } of books) if (book.names.includes(payee)) readEach(month, book, (entry) => void (used ||= entry.payee === payee));
  return used;
}

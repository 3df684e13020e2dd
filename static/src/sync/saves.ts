/** What people save, as the changes that the outbox takes, in the caller's transaction. */

import { type Change, draftChanges, payeeCalled, payeeCreate } from "../ledger/drafts";
import { valueSeen } from "../ledger/replay";
import type { Account, Day, Draft, Entity, Fields, Sighting } from "../ledger/types";
import { newId } from "../lib/ids";
import type { Writing } from "./database";
import { MovedOn } from "./errors";
import { learnFromChange } from "./lessons";
import { discard, save, spentOn } from "./outbox";
import { accountsOf, payeesCalled, transactionOf } from "./reads";
import type { Corrected, LedgerHead, OpenConflict } from "./store";

/** The id of the transaction that a draft is saved as; a mid that was spent saves nothing more. */
export async function recordDraft(writing: Writing, ledger: string, draft: Draft, now: Date): Promise<string> {
  const spent = await spentOn(writing, draft.mid);
  if (spent !== null) return spent;
  const ids = { transaction: newId(), line: newId() };
  const payees = await payeesCalled(writing, ledger, draft.payeeName ?? "");
  await save(writing, ledger, draftChanges(draft, ledger, payees, ids), now);
  return ids.transaction;
}

/** The id of a new account or category, after all others in order. */
export async function addAccount(writing: Writing, ledger: LedgerHead, name: string, kind: Account["kind"], now: Date): Promise<string> {
  const id = newId();
  const accounts = await accountsOf(writing, ledger.id);
  const order = 1 + Math.max(0, ...accounts.map((account) => account.order));
  const fields = { name: name.trim(), kind, currency: ledger.currency, order, closed: false };
  await save(writing, ledger.id, [{ mid: newId(), op: "create", entity: "account", id, fields }], now);
  return id;
}

/** The id of the payee called so; made where there is none. */
export async function addPayee(writing: Writing, ledger: string, name: string, now: Date): Promise<string> {
  const known = payeeCalled(name, ledger, await payeesCalled(writing, ledger, name));
  if (known !== null) return known.id;
  const create = payeeCreate(newId(), ledger, name);
  await save(writing, ledger, [create], now);
  return create.id;
}

/** Change paths of a row; a young entry's change teaches what was meant. */
export async function changeRow(writing: Writing, ledger: string, change: Change, today: Day, now: Date): Promise<void> {
  const before = change.entity === "transaction" ? await transactionOf(writing, ledger, change.id) : null;
  await save(writing, ledger, [change], now);
  await learnFromChange(writing, ledger, before, today, now);
}

/** A refused mutation as it was corrected, in place of it and of what was done since to the row that it was to make. */
export async function correct(writing: Writing, ledger: string, refused: string, { mid, fields, payeeName }: Corrected, now: Date): Promise<void> {
  const entry = await writing.objectStore("outbox").get(refused);
  if (entry === undefined) return;
  const { op, entity, id } = entry.mutation;
  await discard(writing, ledger, refused);
  const payee = payeeName === undefined ? {} : { payee: payeeName ? await addPayee(writing, ledger, payeeName, now) : null };
  await save(writing, ledger, [{ mid, op, entity, id, fields: { ...fields, ...payee } }], now);
}

/** Settle conflicts on one path, and change their row; throws MovedOn where what a person looked at is no longer so. */
export async function settleConflicts(writing: Writing, ledger: string, conflicts: readonly OpenConflict[], fields: Fields, now: Date): Promise<void> {
  for (const conflict of conflicts) await refuseMoved(writing, ledger, conflict);
  const settled = conflicts.map(({ id }) => update("conflict", id, { settled: true }));
  await save(writing, ledger, [...conflicts.slice(0, 1).flatMap((conflict) => taking(conflict, fields)), ...settled], now);
}

export function update(entity: Entity, id: string, fields: Fields, sighting?: Sighting): Change {
  return { mid: newId(), op: "update", entity, id, fields, ...(sighting && { sighting }) };
}

export function removal(entity: Entity, id: string, sighting?: Sighting): Change {
  return { mid: newId(), op: "delete", entity, id, fields: {}, ...(sighting && { sighting }) };
}

async function refuseMoved(writing: Writing, ledger: string, { entity, row, path, now }: OpenConflict): Promise<void> {
  const seen = (await writing.objectStore("view").get([ledger, entity, row])) ?? null;
  const standing = (sight: OpenConflict["now"]): string => JSON.stringify([sight?.deleted, valueSeen(sight, path)]);
  if (standing(seen) !== standing(now)) throw new MovedOn();
}

function taking({ entity, row }: OpenConflict, fields: Fields): readonly Change[] {
  if (fields["deleted"] === true) return [removal(entity, row)];
  return Object.keys(fields).length > 0 ? [update(entity, row, fields)] : [];
}

/** From a draft to the changes that record it: a new payee first, then the transaction. */

import { fold } from "../lib/fold";
import { followingId, naturalId } from "../lib/ids";
import { say } from "../lib/say";
import type { Draft, Entity, Fields, Minor, Op, Payee, Sighting } from "./types";

/** The server's limits, in characters. */
const LONGEST_NAME = 200;
const LONGEST_WORDS = 2_000;

/** What a person wants changed; the outbox makes a mutation of it by adding what the device knows. */
export interface Change {
  readonly mid: string;
  readonly op: Op;
  readonly entity: Entity;
  readonly id: string;
  readonly fields: Fields;
  /** The mid of what it takes back; stays on this phone. */
  readonly takesBack?: string;
  /** What was seen of the row when the person began; what is seen now where it is absent. */
  readonly sighting?: Sighting;
}

/** The ids a draft's transaction and its line will have. */
export interface DraftIds {
  readonly transaction: string;
  readonly line: string;
}

/** A draft that cannot be recorded as it stands; `slot` says what is missing or wrong, the message asks for it. */
export class DraftIncomplete extends Error {
  override readonly name = "DraftIncomplete";

  constructor(readonly slot: "amount" | "category" | "toAccount") {
    super(say(`sync.draft_${slot}`));
  }
}

/** The changes that record a draft in a ledger; throws DraftIncomplete. The last one creates the transaction. */
export function draftChanges(draft: Draft, ledger: string, payees: readonly Payee[], ids: DraftIds): readonly Change[] {
  const name = draft.payeeName?.trim() ?? "";
  const known = name === "" ? null : payeeCalled(name, ledger, payees);
  const fresh = name === "" || known !== null ? [] : [payeeCreate(followingId(draft.mid, "payee"), ledger, name)];
  const payee = known?.id ?? fresh[0]?.id ?? null;
  return [...fresh, transactionCreate(draft, payee, ids)];
}

/** The payee known by a name, by the name it was made under, or by an alias; else null. */
export function payeeCalled(name: string, ledger: string, payees: readonly Payee[]): Payee | null {
  const folded = fold(name);
  const made = naturalId(ledger, "payee", name);
  const ways: readonly ((payee: Payee) => boolean)[] = [
    (payee) => fold(payee.name) === folded, (payee) => payee.id === made, (payee) => payee.aliases.includes(folded),
  ];
  return ways.map((way) => payees.find(way)).find((payee) => payee !== undefined) ?? null;
}

/** The change that makes a payee; one name is one id on every device. */
export function payeeCreate(mid: string, ledger: string, spoken: string): Change {
  const name = spoken.trim().slice(0, LONGEST_NAME);
  return { mid, op: "create", entity: "payee", id: naturalId(ledger, "payee", name), fields: { name } };
}

/** What a draft's line adds to its category or receiving account: income and refunds are negative. */
export function lineAmount(draft: Draft): Minor {
  return draft.type === "income" || draft.type === "refund" ? 0 - draft.amount : draft.amount;
}

function transactionCreate(draft: Draft, payee: string | null, ids: DraftIds): Change {
  const fields: Record<string, Fields[string]> = {
    date: draft.date, account: draft.account, note: draft.note, status: "recorded",
    origin: { how: draft.origin.how, words: draft.origin.words?.slice(0, LONGEST_WORDS) ?? null, batch: null },
    ...lineFields(draft, ids.line),
  };
  if (payee !== null) fields["payee"] = payee;
  for (const tag of draft.tags) if (tag.trim() !== "") fields[`tags.${tag.trim()}`] = true;
  return { mid: draft.mid, op: "create", entity: "transaction", id: ids.transaction, fields };
}

function lineFields(draft: Draft, line: string): Fields {
  if (!Number.isSafeInteger(draft.amount) || draft.amount <= 0) throw new DraftIncomplete("amount");
  const amount = { [`lines.${line}.amount`]: lineAmount(draft), [`lines.${line}.currency`]: draft.currency };
  return { ...amount, [`lines.${line}.${reachedKind(draft)}`]: reached(draft) };
}

function reachedKind(draft: Draft): "account" | "category" {
  return draft.type === "transfer" ? "account" : "category";
}

function reached(draft: Draft): string {
  const id = draft.type === "transfer" ? draft.toAccount : draft.category;
  if (id === null || id === "") throw new DraftIncomplete(draft.type === "transfer" ? "toAccount" : "category");
  return id;
}

/** A change of the last entry as it is shown before it is made, and how it is made. */

import type { Amend } from "../../ledger/reading";
import type { Step } from "../../ledger/steps";
import type { Fields, Sighting, Transaction } from "../../ledger/types";
import type { LedgerStore } from "../../sync/store";
import type { Names } from "../parts/accounts";
import { changedFields, editOf, type Edit } from "../transactions/transaction_form";
import { amended } from "./amend_form";
import type { DraftForm } from "./draft_form";

export interface Amendment {
  readonly transaction: Transaction;
  /** What was seen of it when it was shown. */
  readonly sighting: Sighting;
  readonly before: DraftForm;
  /** Null where it takes the editor: a split's amount, a name that means nothing here. */
  readonly after: DraftForm | null;
}

/** What a split's parts decide, not the whole. */
const OF_PARTS = ["amount", "currency", "type", "category", "to_account"] as const;

/** The amendment of an entry; null for one without lines. */
export function amendmentOf(transaction: Transaction, sighting: Sighting, amend: Amend, names: Names, currency: string): Amendment | null {
  const edit = editOf(transaction, names);
  if (edit === null) return null;
  const { form: before, parts } = edit;
  const ofParts = parts.length > 1 && OF_PARTS.some((slot) => amend.changes[slot] !== undefined);
  return { transaction, sighting, before, after: ofParts ? null : amended(before, amend, { accounts: [...names.accounts.values()], currency }) };
}

/** Make the change as ordinary mutations; the steps that are returned take it back. */
export async function carryOut({ transaction, sighting, before, after }: Amendment, names: Names, store: LedgerStore): Promise<readonly Step[]> {
  const edit = editOf(transaction, names);
  if (edit === null || after === null) return [];
  const fields = { ...changedFields(edit, withForm(edit, after)), ...(await payeeChange(before, after, store)) };
  return Object.keys(fields).length === 0 ? [] : store.take([{ op: "update", id: transaction.id, fields, sighting }]);
}

/** Whether the amendment changes anything at all. */
export function changesAnything({ before, after }: Amendment): boolean {
  return after !== null && JSON.stringify(before) !== JSON.stringify(after);
}

function withForm(edit: Edit, form: DraftForm): Edit {
  return { ...edit, form };
}

async function payeeChange(before: DraftForm, { payeeName }: DraftForm, store: LedgerStore): Promise<Fields> {
  return payeeName === before.payeeName ? {} : { payee: payeeName === null ? null : await store.addPayee(payeeName) };
}

/** A recorded transaction as a form and back: only the paths that changed are written. */

import type { Account, DraftType, Fields, Line, Transaction } from "../../ledger/types";
import type { Names } from "../parts/accounts";
import type { DraftForm } from "../speak/draft_form";

/** The form of a transaction of one line. */
export function formOf(transaction: Transaction, line: Line, names: Names): DraftForm {
  const type = typeOf(line, names.accounts);
  return {
    mid: transaction.id, type, amount: Math.abs(line.amount), offered: [], currency: line.currency, date: transaction.date,
    account: transaction.account, category: line.category, toAccount: line.account,
    payeeName: transaction.payee === null ? null : names.payees.get(transaction.payee)?.name ?? null,
    note: transaction.note, tags: transaction.tags, origin: transaction.origin,
  };
}

export function typeOf({ account, category, amount }: Line, accounts: ReadonlyMap<string, Account>): DraftType {
  if (account !== null) return "transfer";
  if (accounts.get(category ?? "")?.kind === "income") return "income";
  return amount < 0 ? "refund" : "expense";
}

/** What a changed form writes; the payee is apart, as its id may have to be made first. */
export function changedFields(before: DraftForm, after: DraftForm, line: string): Fields {
  const path = `lines.${line}`;
  const wanted: Fields = {
    date: after.date, note: after.note, account: after.account,
    [`${path}.amount`]: signed(after), [`${path}.category`]: after.category, [`${path}.account`]: after.toAccount,
  };
  const had: Fields = {
    date: before.date, note: before.note, account: before.account,
    [`${path}.amount`]: signed(before), [`${path}.category`]: before.category, [`${path}.account`]: before.toAccount,
  };
  return difference(had, wanted);
}

/** What changed lines write: their amounts and categories. */
export function changedLines(before: readonly Line[], after: readonly Line[]): Fields {
  const fields = (lines: readonly Line[]): Fields => Object.fromEntries(lines.flatMap(({ id, amount, category }) => [
    [`lines.${id}.amount`, amount], [`lines.${id}.category`, category],
  ]));
  return difference(fields(before), fields(after));
}

function difference(had: Fields, wanted: Fields): Fields {
  return Object.fromEntries(Object.entries(wanted).filter(([path, value]) => value !== had[path]));
}

function signed({ type, amount }: DraftForm): number {
  const size = amount ?? 0;
  return type === "income" || type === "refund" ? -size : size;
}

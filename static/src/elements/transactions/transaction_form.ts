/** A recorded transaction as a form and back, in one part or split: only the paths that changed are written. */

import type { Account, DraftType, Fields, Line, Minor, Transaction } from "../../ledger/types";
import { say } from "../../lib/say";
import type { Names } from "../parts/accounts";
import { draftOf, type DraftForm } from "../speak/draft_form";

/** One line while it is edited: the amount as people say it, above zero, or null while it is open. */
export interface Part extends Omit<Line, "amount"> {
  readonly amount: Minor | null;
  readonly sign: 1 | -1;
}

/** What the sheet edits. With one part, the form says what it is; with more, the form says their total. */
export interface Edit {
  readonly form: DraftForm;
  readonly parts: readonly Part[];
}

/** A transaction as it is opened; null for one without lines. */
export function editOf(transaction: Transaction, names: Names): Edit | null {
  const [first] = transaction.lines;
  if (!first) return null;
  const total = transaction.lines.reduce((sum, { amount }) => sum + amount, 0);
  return { form: formOf(transaction, { ...first, amount: total }, names), parts: transaction.lines.map(partOf) };
}

/** The form of a transaction that is one line. */
export function formOf(transaction: Transaction, line: Line, names: Names): DraftForm {
  return {
    mid: transaction.id, type: typeOf(line, names.accounts), amount: Math.abs(line.amount), offered: [], currency: line.currency, date: transaction.date,
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

/** Whether the parts share one currency and all reach categories, so that they have one total. */
export function hasTotal({ parts, form }: Edit): boolean {
  return parts.every(({ category, account, currency }) => currency === form.currency && (account === null || category !== null));
}

/** Cut in two, the first part keeping its category; the amounts are to be given. */
export function split({ form, parts: [part] }: Edit, id: string): Edit {
  if (!part) return { form, parts: [] };
  const open: Part = { id: part.id, category: form.category, account: null, amount: null, currency: form.currency, sign: signOf(form) };
  return { form, parts: [open, { ...open, id, category: null }] };
}

/** With one more part, the rest as its amount where there is a rest. */
export function withPart(edit: Edit, id: string): Edit {
  const rest = restOf(edit);
  const amount = rest !== null && rest > 0 ? rest : null;
  return { ...edit, parts: [...edit.parts, { id, category: null, account: null, amount, currency: edit.form.currency, sign: signOf(edit.form) }] };
}

/** Without a part; the last one that stays is the whole transaction again. */
export function withoutPart({ form, parts }: Edit, id: string): Edit {
  const kept = parts.filter((part) => part.id !== id);
  const [only] = kept;
  return kept.length === 1 && only ? { form: { ...form, category: only.category }, parts: kept } : { form, parts: kept };
}

/** The rest given to the first part without an amount, or to a new one. */
export function withRest(edit: Edit, id: string): Edit {
  const open = edit.parts.find(({ amount }) => amount === null);
  if (!open) return withPart(edit, id);
  return { ...edit, parts: edit.parts.map((part) => (part === open ? { ...part, amount: restOf(edit) } : part)) };
}

/** What of the total no part has yet, in whole minor units; below zero when the parts are more; null without a total. */
export function restOf(edit: Edit): Minor | null {
  const { form, parts } = edit;
  if (form.amount === null || !hasTotal(edit)) return null;
  return form.amount - signOf(form) * parts.reduce((sum, { amount, sign }) => sum + sign * (amount ?? 0), 0);
}

/** Why the edit cannot be saved yet: a slot is open, a part is, or the parts do not add up; null when it can. */
export function openIn(edit: Edit): "slot" | "part" | "rest" | null {
  const { form, parts } = edit;
  if (parts.length < 2) return draftOf(form) === null ? "slot" : null;
  if (form.account === null || (hasTotal(edit) && form.amount === null)) return "slot";
  if (parts.some(({ amount, category, account }) => amount === null || (category ?? account) === null)) return "part";
  return (restOf(edit) ?? 0) === 0 ? null : "rest";
}

/** Why the edit cannot be saved yet, as a sentence; empty when it can. */
export function openWords(edit: Edit): string {
  const open = openIn(edit);
  return open === null ? "" : say(OPEN[open]);
}

const OPEN = { slot: "draft.missing", part: "split.open", rest: "split.rest" } as const;

/** What an edit writes; the payee is apart, as its id may have to be made first. */
export function changedFields(before: Edit, after: Edit): Fields {
  return { ...difference(headOf(before.form), headOf(after.form)), ...changedTags(before.form.tags, after.form.tags), ...changedLines(linesOf(before), linesOf(after)) };
}

function headOf({ date, note, account }: DraftForm): Fields {
  return { date, note, account };
}

function changedTags(before: readonly string[], after: readonly string[]): Fields {
  const gone = before.filter((tag) => !after.includes(tag)).map((tag) => [`tags.${tag}`, null] as const);
  const come = after.filter((tag) => !before.includes(tag)).map((tag) => [`tags.${tag}`, true] as const);
  return Object.fromEntries([...gone, ...come]);
}

function changedLines(before: readonly Line[], after: readonly Line[]): Fields {
  const gone = before.filter(({ id }) => !after.some((line) => line.id === id)).map(({ id }) => [`lines.${id}`, null] as const);
  const changed = after.map((line) => lineChange(before.find(({ id }) => id === line.id), line));
  return Object.assign(Object.fromEntries(gone), ...changed) as Fields;
}

/** The paths of a line that differ; of a new line, those that have a value. */
function lineChange(before: Line | undefined, { id, ...after }: Line): Fields {
  const had = before ?? { category: null, account: null, amount: null, currency: null };
  const paths = (line: Omit<Line, "id" | "amount" | "currency"> & { amount: Minor | null; currency: string | null }): Fields => ({
    [`lines.${id}.category`]: line.category, [`lines.${id}.account`]: line.account,
    [`lines.${id}.amount`]: line.amount, [`lines.${id}.currency`]: line.currency,
  });
  return difference(paths(had), paths(after));
}

function linesOf({ form, parts }: Edit): readonly Line[] {
  const [only] = parts;
  if (parts.length > 1 || !only) return parts.map(({ sign, amount, ...part }) => ({ ...part, amount: sign * (amount ?? 0) }));
  return [{ id: only.id, category: form.category, account: form.toAccount, amount: signOf(form) * (form.amount ?? 0), currency: form.currency }];
}

function partOf({ amount, ...line }: Line): Part {
  return { ...line, amount: Math.abs(amount), sign: amount < 0 ? -1 : 1 };
}

function signOf({ type }: DraftForm): 1 | -1 {
  return type === "income" || type === "refund" ? -1 : 1;
}

function difference(had: Fields, wanted: Fields): Fields {
  return Object.fromEntries(Object.entries(wanted).filter(([path, value]) => value !== had[path]));
}

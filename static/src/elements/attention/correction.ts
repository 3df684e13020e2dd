/** A change that the server refused, as a form to correct it in, and what the corrected form saves. */

import { decodePayee, decodeTransaction } from "../../ledger/decode";
import { isDocument, merge } from "../../ledger/document";
import { replay } from "../../ledger/replay";
import type { Document, Fields, Payee, Value } from "../../ledger/types";
import { isDay } from "../../lib/days";
import type { Corrected, Troubled } from "../../sync/store";
import type { Names } from "../parts/accounts";
import { changedFields, editOf, type Edit, type Part } from "../transactions/transaction_form";
import { isCurrency } from "./value_words";

/** An entry is corrected whole, an account, a payee or the ledger in its name. */
export type Correction =
  | { readonly of: "entry"; readonly mid: string; readonly refused: Troubled; readonly before: Edit; readonly edit: Edit }
  | { readonly of: "name"; readonly mid: string; readonly refused: Troubled; readonly name: string };

/** What the form is made with: the ledger's names and currency, the others that were refused, today, and its mid. */
export interface Around {
  readonly names: Names;
  readonly rejected: readonly Troubled[];
  readonly currency: string;
  readonly today: string;
  readonly mid: string;
}

/** The form of a refused change; null where there is nothing to edit, or where what it changes is not in the ledger. What cannot be right is left open. */
export function correctionOf(refused: Troubled, around: Around): Correction | null {
  const { mutation: { op, entity, fields }, now } = refused;
  if (op === "delete" || (op === "update" && (now === null || now.deleted))) return null;
  if (entity === "transaction") return entryCorrection(refused, around);
  const name = meantBy(refused)["name"];
  const named = entity === "account" || entity === "payee" || entity === "ledger";
  return named && typeof name === "string" && (op === "create" || "name" in fields) ? { of: "name", mid: around.mid, refused, name } : null;
}

/** What a correction saves in place of the refused change; null where nothing of it is left. */
export function correctedOf(correction: Correction): Corrected | null {
  const { mid, refused } = correction;
  const { op, fields } = refused.mutation;
  if (correction.of === "name") return { mid, fields: { ...(op === "create" ? meantBy(refused) : fields), name: correction.name.trim() } };
  const { before, edit } = correction;
  const changed = changedFields(before, edit);
  const payee = op === "create" || before.form.payeeName !== edit.form.payeeName ? { payeeName: edit.form.payeeName } : {};
  if (op === "create") return { mid, fields: pathsOf(merge(meantBy(refused), changed)), ...payee };
  const beside = Object.fromEntries(Object.entries(fields).filter(([path]) => !EDITED.has(path.split(".")[0] ?? "")));
  return Object.keys({ ...beside, ...changed, ...payee }).length > 0 ? { mid, fields: { ...beside, ...changed }, ...payee } : null;
}

/** What of an entry the form shows; a change of the rest is sent as it was. */
const EDITED: ReadonlySet<string> = new Set(["date", "note", "account", "payee", "tags", "lines"]);

/** The refused change's row as it was meant: what was made with what was done to it since, or what stands with what was to change. */
export function meantBy({ mutation, later, now }: Troubled): Document {
  if (mutation.op === "create") return replay(null, [mutation, ...later])?.fields ?? {};
  return merge(now?.fields ?? {}, mutation.fields);
}

/** A document as the paths that make it: each field of a line and each tag by itself. */
export function pathsOf(document: Document): Fields {
  return Object.fromEntries(Object.entries(document).flatMap(([name, value]): [string, Value][] => {
    if (name === "lines" && isDocument(value)) return Object.entries(value).flatMap(([id, line]) => each(`lines.${id}`, line));
    return name === "tags" || name === "aliases" ? each(name, value) : [[name, value]];
  }));
}

function each(path: string, map: Value): [string, Value][] {
  return isDocument(map) ? Object.entries(map).map(([key, value]) => [`${path}.${key}`, value]) : [[path, map]];
}

function entryCorrection(refused: Troubled, around: Around): Correction | null {
  const { mutation, now } = refused;
  const names = { ...around.names, payees: new Map([...around.names.payees, ...refusedPayees(around.rejected)]) };
  const shown = (fields: Document): Edit | null => editOf(decodeTransaction({ entity: "transaction", id: mutation.id, deleted: false, unsynced: true, fields }), names);
  const meant = shown(meantBy(refused));
  const before = mutation.op === "create" ? meant : shown(now?.fields ?? {});
  return meant && before && { of: "entry", mid: around.mid, refused, before, edit: possible(meant, around) };
}

function possible({ form, parts }: Edit, { names, currency, today }: Around): Edit {
  const known = (id: string | null): string | null => (id !== null && names.accounts.has(id) ? id : null);
  const written = (code: string): string => (isCurrency(code) ? code : currency);
  const part = (one: Part): Part => ({ ...one, amount: one.amount || null, category: known(one.category), account: known(one.account), currency: written(one.currency) });
  return {
    form: {
      ...form, amount: form.amount || null, account: known(form.account), category: known(form.category), toAccount: known(form.toAccount),
      currency: written(form.currency), date: isDay(form.date) ? form.date : today,
    },
    parts: parts.map(part),
  };
}

/** A new payee may have been refused together with the entry that named it. */
function refusedPayees(rejected: readonly Troubled[]): readonly [string, Payee][] {
  const sights = rejected.map(({ mutation }) => replay(null, [mutation])).filter((sight) => sight?.entity === "payee");
  return sights.flatMap((sight) => (sight ? [[sight.id, decodePayee(sight)]] : []));
}

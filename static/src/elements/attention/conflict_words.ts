/** A conflict in words: who said what, what was kept, what a tap would bring back. */

import type { Conflict, Value } from "../../ledger/types";
import { formatMoney } from "../../lib/money";
import { say } from "../../lib/say";
import type { Names } from "../parts/accounts";
import { dayInWords } from "../parts/wording";

export interface Surroundings {
  readonly names: Names;
  readonly currency: string;
  readonly today: string;
  readonly locale: string;
}

/** "Asha said €4.50, this phone said €5.40: kept €5.40." */
export function conflictWords(conflict: Conflict, around: Surroundings): string {
  return say("conflict.sentence", {
    what: slotName(conflict.path), kept_by: conflict.kept_by, lost_by: conflict.lost_by,
    kept: valueWords(conflict.path, conflict.kept, around), lost: valueWords(conflict.path, conflict.lost, around),
  });
}

/** A path's value as people read it. */
export function valueWords(path: string, value: Value, { names, currency, today, locale }: Surroundings): string {
  if (path === "deleted") return say(value === true ? "conflict.deleted" : "conflict.not_deleted");
  if (value === null) return say("conflict.nothing");
  if (typeof value === "number") return formatMoney(Math.abs(value), currency, locale);
  if (typeof value !== "string") return say("conflict.other");
  if (path === "date") return dayInWords(value, today, locale);
  return names.accounts.get(value)?.name ?? names.payees.get(value)?.name ?? value;
}

/** What a path is called: "Amount" for "lines.<id>.amount". */
export function slotName(path: string): string {
  const [first = "", , last = ""] = path.split(".");
  const slot = first === "lines" ? last : first;
  if (slot === "amount") return say("slot.amount");
  if (slot === "category") return say("slot.category");
  if (slot === "account") return say("slot.account");
  if (slot === "date") return say("slot.date");
  if (slot === "payee") return say("slot.payee");
  return slot === "note" ? say("slot.note") : say("slot.entry");
}

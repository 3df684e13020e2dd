/** A conflict in words: who said what, what was kept, what a tap would bring back. */

import type { Conflict, Fields, Value } from "../../ledger/types";
import { isDay } from "../../lib/days";
import { formatMoney } from "../../lib/money";
import { say, type StringKey } from "../../lib/say";
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
  if (path === "date" && isDay(value)) return dayInWords(value, today, locale);
  return names.accounts.get(value)?.name ?? names.payees.get(value)?.name ?? value;
}

const SLOTS: Readonly<Record<string, StringKey>> = {
  amount: "slot.amount", category: "slot.category", account: "slot.account", date: "slot.date", payee: "slot.payee", note: "slot.note", name: "ledger.name",
};

/** What a path is called: "Amount" for "lines.<id>.amount", "Entry" for what has no name of its own. */
export function slotName(path: string): string {
  return say(SLOTS[slotOf(path)] ?? "slot.entry");
}

/** The fields of a refused change that mean something to people, by name; ids of rows that never arrived are left out. */
export function fieldWords(fields: Fields, around: Surroundings): readonly (readonly [name: string, words: string])[] {
  const told = Object.entries(fields).filter(([path, value]) => slotOf(path) in SLOTS && value !== null && value !== "");
  return told.map(([path, value]) => [slotName(path), valueWords(path, value, around)] as const).filter(([, words]) => !ID.test(words));
}

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

function slotOf(path: string): string {
  const [first = "", , last = ""] = path.split(".");
  return first === "lines" ? last : first;
}

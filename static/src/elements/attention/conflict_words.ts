/** A conflict in words: who said what, what was kept, what a tap would bring back. */

import type { Fields, Value } from "../../ledger/types";
import { isDay } from "../../lib/days";
import { formatMoney } from "../../lib/money";
import { say, type StringKey } from "../../lib/say";
import type { Names } from "../parts/accounts";
import { dayInWords } from "../parts/wording";
import type { Dispute } from "./dispute";

export interface Surroundings {
  readonly names: Names;
  readonly currency: string;
  readonly today: string;
  readonly locale: string;
}

/** "Asha said €4.50, this phone said €5.40. Kept: €5.40.", or "It says €6.00 now." where that is no longer so. */
export function disputeWords({ conflicts, path, present, state }: Dispute, around: Surroundings): string {
  const said = conflicts.flatMap(({ kept, lost, kept_by, lost_by }) => [
    say("conflict.said", { person: kept_by, value: valueWords(path, kept, around) }),
    say("conflict.said", { person: lost_by, value: valueWords(path, lost, around) }),
  ]);
  return `${[...new Set(said)].join(", ")}. ${say(STANDS[state], { value: valueWords(path, present, around) })}`;
}

const STANDS = { kept: "conflict.kept", moved: "conflict.now", deleted: "conflict.row_deleted", removed: "conflict.part_removed" } as const;

/** What leaves everything as it stands, on a button. */
export function keepWords({ path, present, state }: Dispute, around: Surroundings): string {
  if (state === "deleted") return say("conflict.leave_deleted");
  if (state === "removed") return say("conflict.leave_removed");
  return say("conflict.keep", { value: valueWords(path, present, around) });
}

/** What takes another value, on a button. */
export function takeWords({ path, state }: Dispute, value: Value, around: Surroundings): string {
  return say(state === "deleted" ? "conflict.revive" : "conflict.switch", { value: valueWords(path, value, around) });
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

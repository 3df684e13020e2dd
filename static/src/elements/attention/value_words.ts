/** What a path of a row says, in words: amounts with the currency and the direction of their own line, names for ids. */

import { isDocument } from "../../ledger/document";
import type { Fields, Line, Minor, Value } from "../../ledger/types";
import { isDay } from "../../lib/days";
import { formatMoney } from "../../lib/money";
import { say, type StringKey } from "../../lib/say";
import type { Names } from "../parts/accounts";
import { dayInWords } from "../parts/wording";

export interface Surroundings {
  readonly names: Names;
  /** Of amounts whose line is not among `lines`. */
  readonly currency: string;
  readonly today: string;
  readonly locale: string;
  /** The lines of the entry that is told of. */
  readonly lines?: readonly Line[];
}

/** A path's value as people read it. */
export function valueWords(path: string, value: Value, around: Surroundings): string {
  const { names, today, locale } = around;
  if (path === "deleted") return say(value === true ? "conflict.deleted" : "conflict.not_deleted");
  if (path === "closed") return say(value === true ? "conflict.closed" : "conflict.open");
  if (value === null) return say("conflict.nothing");
  if (isPart(path)) return partWords(value, around);
  if (typeof value === "number") return amountWords(value, lineAt(path, around), around);
  if (typeof value !== "string") return say("conflict.other");
  if (path === "date" && isDay(value)) return dayInWords(value, today, locale);
  return names.accounts.get(value)?.name ?? names.payees.get(value)?.name ?? value;
}

/** A whole line of an entry: "Groceries €12.50". */
export function partWords(line: Value, around: Surroundings): string {
  if (!isDocument(line)) return valueWords("", line, around);
  const { category, account, amount, currency } = line;
  const reached = valueWords("category", category ?? account ?? null, around);
  const own = { category: typeof category === "string" ? category : null, currency: typeof currency === "string" ? currency : "" };
  return typeof amount === "number" ? `${reached} ${amountWords(amount, own, around)}` : reached;
}

/** Whether a path is a line of an entry as a whole. */
export function isPart(path: string): boolean {
  return /^lines\.[^.]+$/.test(path);
}

/** An amount that goes the usual way of its category is told without a sign; one that does not says so. */
function amountWords(amount: Minor, line: Pick<Line, "category" | "currency"> | undefined, { names, currency, locale }: Surroundings): string {
  const words = (minor: Minor): string => formatMoney(minor, isCurrency(line?.currency) ? line.currency : currency, locale);
  const kind = names.accounts.get(line?.category ?? "")?.kind;
  if (kind === "expense") return amount < 0 ? say("amount.refund", { amount: words(-amount) }) : words(amount);
  if (kind === "income") return amount > 0 ? say("amount.paid_back", { amount: words(amount) }) : words(0 - amount);
  return words(amount);
}

/** What can be formatted; the server refuses other codes, and what it refused is told here. */
export function isCurrency(code: string | undefined): code is string {
  return code !== undefined && /^[A-Z]{3}$/.test(code);
}

function lineAt(path: string, { lines }: Surroundings): Line | undefined {
  return lines?.find(({ id }) => path.startsWith(`lines.${id}.`));
}

const SLOTS: Readonly<Record<string, StringKey>> = {
  amount: "slot.amount", category: "slot.category", account: "slot.account", date: "slot.date", payee: "slot.payee", note: "slot.note", name: "ledger.name",
};

/** What a path is called: "Amount" for "lines.<id>.amount", "Entry" for what has no name of its own. */
export function slotName(path: string): string {
  return say(isPart(path) ? "slot.part" : SLOTS[slotOf(path)] ?? "slot.entry");
}

/** The fields of a refused change that mean something to people, by name; ids of rows that never arrived are left out. */
export function fieldWords(fields: Fields, around: Surroundings): readonly (readonly [name: string, words: string])[] {
  const told = Object.entries(fields).filter(([path, value]) => (isPart(path) || slotOf(path) in SLOTS) && value !== null && value !== "");
  return told.map(([path, value]) => [slotName(path), valueWords(path, value, around)] as const).filter(([, words]) => !ID.test(words));
}

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

function slotOf(path: string): string {
  const [first = "", , last = ""] = path.split(".");
  return first === "lines" ? last : first;
}

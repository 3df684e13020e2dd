/** The one place where the parser's answer (unknown) becomes a Reading. */

import type { Item, Reading } from "../../ledger/reading";
import type { DraftType } from "../../ledger/types";

const ACTIONS = ["draft", "ask", "refuse", "amend", "query", "set"] as const;
const TYPES: readonly DraftType[] = ["expense", "income", "transfer", "refund"];
const ASKS = ["amount", "category"] as const;

type Fields = Readonly<Record<string, unknown>>;

/** Throws TypeError naming the slot that is not what the contract says. */
export function toReading(value: unknown): Reading {
  const fields = object(value, "reading");
  return {
    ...rest(fields),
    action: oneOf(fields["action"], ACTIONS, "action"),
    ask: fields["ask"] == null ? null : oneOf(fields["ask"], ASKS, "ask"),
    reason: text(fields["reason"], "reason"),
    items: list(fields["items"], "items").map(toItem),
  };
}

/** `amend`, `query` and `set` travel on as they are: objects, only under the key of their action. */
function rest(fields: Fields): Fields {
  const key = String(fields["action"]);
  return key !== "draft" && key in fields ? { [key]: fields[key] } : {};
}

function toItem(value: unknown): Item {
  const fields = object(value, "item");
  return {
    type: oneOf(fields["type"], TYPES, "type"),
    amount: minor(fields["amount"], "amount"),
    currency: currency(fields["currency"]),
    category: text(fields["category"], "category"),
    payee: text(fields["payee"], "payee"),
    date: day(fields["date"]),
    account: text(fields["account"], "account"),
    to_account: text(fields["to_account"], "to_account"),
    tags: list(fields["tags"], "tags").map((tag) => words(tag, "tags")),
    note: text(fields["note"], "note"),
    confidence: { amount: share(object(fields["confidence"], "confidence")["amount"]) },
    other_amounts: list(fields["other_amounts"], "other_amounts").map((amount) => minor(amount, "other_amounts")),
  };
}

function object(value: unknown, slot: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return refuse(slot, value);
  return value as Fields;
}

function list(value: unknown, slot: string): readonly unknown[] {
  return Array.isArray(value) ? value : refuse(slot, value);
}

function oneOf<T extends string>(value: unknown, allowed: readonly T[], slot: string): T {
  return allowed.find((one) => one === value) ?? refuse(slot, value);
}

function words(value: unknown, slot: string): string {
  return typeof value === "string" ? value : refuse(slot, value);
}

function text(value: unknown, slot: string): string | null {
  return value == null ? null : words(value, slot);
}

function minor(value: unknown, slot: string): number {
  return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : refuse(slot, value);
}

function share(value: unknown): number {
  return typeof value === "number" && value >= 0 && value <= 1 ? value : refuse("confidence", value);
}

function currency(value: unknown): string {
  return typeof value === "string" && /^[A-Z]{3}$/.test(value) ? value : refuse("currency", value);
}

function day(value: unknown): string | null {
  if (value == null) return null;
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : refuse("date", value);
}

function refuse(slot: string, value: unknown): never {
  throw new TypeError(`The parser's ${slot} cannot be ${JSON.stringify(value)}.`);
}

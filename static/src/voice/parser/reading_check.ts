/** The one place where the parser's answer (unknown) becomes a Reading. */

import type { Item, Reading } from "../../ledger/reading";
import { toAmend, toQuery, toWish } from "./command_check";
import { currency, day, list, minor, object, oneOf, share, text, type Fields, TYPES, words } from "./value_checks";

const ACTIONS = ["draft", "ask", "refuse", "amend", "query", "set"] as const;
const ASKS = ["amount", "category"] as const;

/** Throws TypeError naming the slot that is not what the contract says. */
export function toReading(value: unknown): Reading {
  const fields = object(value, "reading");
  return {
    ...command(fields),
    action: oneOf(fields["action"], ACTIONS, "action"),
    ask: fields["ask"] == null ? null : oneOf(fields["ask"], ASKS, "ask"),
    reason: text(fields["reason"], "reason"),
    items: list(fields["items"], "items").map(toItem),
  };
}

/** What is asked or told to be done, only under the key of its action. */
function command(fields: Fields): Pick<Reading, "amend" | "query" | "set"> {
  if (fields["action"] === "amend") return { amend: toAmend(fields["amend"]) };
  if (fields["action"] === "query") return { query: toQuery(fields["query"]) };
  return fields["action"] === "set" ? { set: toWish(fields["set"]) } : {};
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

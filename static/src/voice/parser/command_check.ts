/** The parser's amend, query and set, checked: unknown becomes Amend, Query or Wish. */

import { type Amend, type AmendChanges, MEASURES, type Period, type Query, type Wish } from "../../ledger/reading";
import { currency, day, list, minor, object, oneOf, refuse, share, text, TYPES, type Fields, words } from "./value_checks";

const OPS = ["change", "undo", "delete"] as const;
const FILTERS = ["category", "payee", "account", "tag", "text"] as const;

export function toAmend(value: unknown): Amend {
  const fields = object(value, "amend");
  return {
    op: oneOf(fields["op"], OPS, "op"),
    changes: toChanges(object(fields["changes"] ?? {}, "changes")),
    confidence: { amount: fields["confidence"] == null ? 1 : share(object(fields["confidence"], "confidence")["amount"] ?? 1) },
    other_amounts: list(fields["other_amounts"] ?? [], "other_amounts").map((amount) => minor(amount, "other_amounts")),
  };
}

export function toQuery(value: unknown): Query {
  const { measure, filter, period, compare } = object(value, "query");
  const asked = { measure: oneOf(measure, MEASURES, "measure"), filter: toFilter(object(filter ?? {}, "filter")), period: toPeriod(period) };
  const other = toPeriod(compare);
  return other === null ? asked : { ...asked, compare: other };
}

export function toWish(value: unknown): Wish {
  const { what, category, amount } = object(value, "set");
  return { what: words(what, "set"), category: text(category, "category"), amount: amount == null ? null : minor(amount, "amount") };
}

function toChanges(fields: Fields): AmendChanges {
  const checks: { readonly [slot in keyof AmendChanges]-?: (value: unknown) => AmendChanges[slot] } = {
    amount: (value) => minor(value, "amount"), currency, type: (value) => oneOf(value, TYPES, "type"),
    category: (value) => words(value, "category"), payee: (value) => words(value, "payee"), date: (value) => day(value) ?? refuse("date", value),
    account: (value) => words(value, "account"), to_account: (value) => words(value, "to_account"), note: (value) => words(value, "note"),
    tags: (value) => list(value, "tags").map((tag) => words(tag, "tags")),
  };
  const said = Object.entries(checks).filter(([slot]) => fields[slot] != null);
  return Object.fromEntries(said.map(([slot, check]) => [slot, check(fields[slot])]));
}

function toFilter(fields: Fields): Query["filter"] {
  const said = FILTERS.filter((slot) => fields[slot] != null);
  return Object.fromEntries(said.map((slot) => [slot, words(fields[slot], slot)]));
}

function toPeriod(value: unknown): Period | null {
  if (value == null) return null;
  const [first, last, ...more] = list(value, "period").map((one) => day(one, "period") ?? refuse("period", one));
  return first === undefined || last === undefined || more.length > 0 ? refuse("period", value) : [first, last];
}

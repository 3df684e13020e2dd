/** A small household for the elements' tests: accounts, payees, transactions, conflicts by hand. */

import type { Sight } from "../../../static/src/ledger/replay";
import type { Account, AccountKind, Fields, Line, Transaction } from "../../../static/src/ledger/types";
import type { Names } from "../../../static/src/elements/parts/accounts";
import type { OpenConflict } from "../../../static/src/sync/store";

export function account(id: string, kind: AccountKind, more: Partial<Account> = {}): Account {
  return { id, name: id, kind, key: id, currency: "EUR", order: 0, closed: false, ...more };
}

export const ACCOUNTS: readonly Account[] = [
  account("Cash", "asset", { order: 1 }),
  account("Card", "liability", { order: 2 }),
  account("Old bank", "asset", { order: 3, closed: true }),
  account("groceries", "expense", { name: "Groceries", order: 4 }),
  account("dining", "expense", { name: "Eating out", order: 5 }),
  account("uncategorised", "expense", { name: "Uncategorised", order: 6 }),
  account("salary", "income", { name: "Salary", order: 7 }),
  account("other income", "income", { name: "Other income", order: 8 }),
  account("opening balances", "equity", { order: 9 }),
];

export const NAMES: Names = {
  accounts: new Map(ACCOUNTS.map((one) => [one.id, one])),
  payees: new Map([["lidl", { id: "lidl", name: "Lidl", aliases: [] }]]),
};

export function line(amount: number, more: Partial<Line> = {}): Line {
  return { id: "l1", category: "groceries", account: null, amount, currency: "EUR", ...more };
}

export function transaction(lines: readonly Line[], more: Partial<Transaction> = {}): Transaction {
  return {
    id: "t1", date: "2026-03-17", payee: null, note: "", tags: [], status: "recorded", account: "Card", lines,
    origin: { how: "spoken", words: null }, deleted: false, unsynced: false, ...more,
  };
}

export function sight(fields: Fields, more: Partial<Sight> = {}): Sight {
  return { entity: "transaction", id: "t1", deleted: false, unsynced: false, fields, ...more };
}

export function conflict(more: Partial<OpenConflict> = {}): OpenConflict {
  return {
    id: "c", entity: "transaction", row: "t1", path: "lines.l1.amount", kept: 540, lost: 450, kept_by: "This phone", lost_by: "Asha", settled: false,
    now: sight({ account: "Card", lines: { l1: { category: "groceries", amount: 540, currency: "EUR" } } }), ...more,
  };
}

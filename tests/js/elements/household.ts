/** A small household for the elements' tests: accounts, payees, transactions by hand. */

import type { Account, AccountKind, Line, Transaction } from "../../../static/src/ledger/types";
import type { Names } from "../../../static/src/elements/parts/accounts";

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

/** The ledger's accounts as people choose among them. */

import type { Account, Draft, Payee, Transaction } from "../../ledger/types";
import type { LedgerStore } from "../../sync/store";

/** Accounts and payees by id: what turns ids into names. */
export interface Names {
  readonly accounts: ReadonlyMap<string, Account>;
  readonly payees: ReadonlyMap<string, Payee>;
}

export const NO_NAMES: Names = { accounts: new Map(), payees: new Map() };

export async function readNames(store: LedgerStore): Promise<Names> {
  const [accounts, payees] = await Promise.all([store.accounts(), store.payees()]);
  return { accounts: byId(accounts), payees: byId(payees) };
}

/** The open categories a type may use, in the ledger's order. */
export function categoriesFor(type: Draft["type"], accounts: readonly Account[]): readonly Account[] {
  const kind = type === "income" ? "income" : "expense";
  return ordered(accounts.filter((account) => account.kind === kind && !account.closed));
}

/** The open accounts that hold money, in the ledger's order. */
export function moneyAccounts(accounts: readonly Account[]): readonly Account[] {
  return ordered(accounts.filter((account) => holdsMoney(account) && !account.closed));
}

export function holdsMoney(account: Account): boolean {
  return account.kind === "asset" || account.kind === "liability";
}

/** The account most used lately, or the first that holds money. */
export function usualAccount(recent: readonly Transaction[], accounts: readonly Account[]): string | null {
  const open = moneyAccounts(accounts);
  const uses = (id: string): number => recent.filter((transaction) => transaction.account === id).length;
  const [most] = [...open].sort((one, other) => uses(other.id) - uses(one.id));
  return most?.id ?? null;
}

export function ordered(accounts: readonly Account[]): readonly Account[] {
  return [...accounts].sort((one, other) => one.order - other.order || one.name.localeCompare(other.name));
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

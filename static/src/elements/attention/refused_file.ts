/** One refused change as a file: what was meant, with the names that its ids mean, as the file of everything that waits has it. */

import type { LedgerHead, Troubled } from "../../sync/store";
import type { Names } from "../parts/accounts";

/** JSON text of a change, what was done to its row since, and the server's answer. */
export function refusedFile({ id, name }: Pick<LedgerHead, "id" | "name">, { mutation, result, later }: Troubled, { accounts, payees }: Names): string {
  const outbox = [{ mutation, result }, ...later.map((one) => ({ mutation: one, result: null }))];
  const text = JSON.stringify(outbox);
  const names = Object.fromEntries([...accounts.values(), ...payees.values()].filter((row) => text.includes(row.id)).map((row) => [row.id, row.name]));
  return JSON.stringify({ ledger: { id, name }, names, outbox }, null, 2);
}

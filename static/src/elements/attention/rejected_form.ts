/** A new entry that the server refused, as a form to correct. */

import { decodePayee, decodeTransaction } from "../../ledger/decode";
import { replay } from "../../ledger/replay";
import type { Payee } from "../../ledger/types";
import type { Attention, Troubled } from "../../sync/store";
import type { Names } from "../parts/accounts";
import type { DraftForm } from "../speak/draft_form";
import { formOf } from "../transactions/transaction_form";

/** The form of a refused create, with what was done to it since, under a new mid; null where it is not of one line. What cannot be right is left open. */
export function rejectedForm({ mutation, later }: Troubled, rejected: Attention["rejected"], names: Names, mid: string): DraftForm | null {
  const sight = replay(null, [mutation, ...later]);
  const transaction = sight && decodeTransaction(sight);
  const [line, ...others] = transaction?.lines ?? [];
  if (!transaction || !line || others.length > 0) return null;
  const form = formOf(transaction, line, { ...names, payees: new Map([...names.payees, ...refusedPayees(rejected)]) });
  const known = (id: string | null): string | null => (id !== null && names.accounts.has(id) ? id : null);
  return {
    ...form, mid, amount: form.amount || null,
    account: known(form.account), category: known(form.category), toAccount: known(form.toAccount),
  };
}

/** A new payee may have been refused together with the entry that named it. */
function refusedPayees(rejected: Attention["rejected"]): readonly [string, Payee][] {
  const sights = rejected.map(({ mutation }) => replay(null, [mutation])).filter((sight) => sight?.entity === "payee");
  return sights.flatMap((sight) => (sight ? [[sight.id, decodePayee(sight)]] : []));
}

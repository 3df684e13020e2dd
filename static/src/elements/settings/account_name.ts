/** Whether an account or category may be called so. */

import type { Account } from "../../ledger/types";
import { fold } from "../../lib/fold";
import { say } from "../../lib/say";

const LONGEST = 80;

/** Why a name cannot be taken beside the others, as a sentence; null when it can. */
export function nameProblem(name: string, others: readonly Account[]): string | null {
  if (name.trim() === "") return say("accounts.no_name");
  if ([...name.trim()].length > LONGEST) return say("accounts.long_name", { most: LONGEST });
  const taken = others.find((other) => fold(other.name) === fold(name));
  if (!taken) return null;
  return say(taken.closed ? "accounts.taken_closed" : "accounts.taken", { name: taken.name });
}

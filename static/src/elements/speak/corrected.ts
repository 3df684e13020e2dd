/** What a person corrected in a draft: what was understood beside what they saved. */

import { type Correction, corrections } from "../../ledger/lessons";
import type { Draft } from "../../ledger/types";
import type { DraftForm } from "./draft_form";

/** Of spoken words, names and amounts are learnt too; typed ones were meant as they stand. An amount not said corrects nothing. */
export function corrected(understood: DraftForm | undefined, saved: Draft): readonly Correction[] {
  if (!understood || saved.type === "transfer") return [];
  const open = understood.amount === null && understood.offered.length === 0;
  const found = corrections({ ...understood, amount: open ? saved.amount : understood.amount }, saved);
  return saved.origin.how === "spoken" ? found : found.filter(({ kind }) => kind === "category");
}

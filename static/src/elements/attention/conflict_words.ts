/** What people disagree on, in words: who said or did what, what stands now, what each button does. */

import type { Value } from "../../ledger/types";
import { say } from "../../lib/say";
import type { OpenConflict } from "../../sync/store";
import type { Dispute } from "./dispute";
import { rowWords } from "./row_words";
import { isPart, slotName, valueWords, type Surroundings } from "./value_words";

/** "Asha said €4.50, this phone said €5.40. Kept: €5.40.", or "It says €6.00 now." where that is no longer so. */
export function disputeWords(dispute: Dispute, around: Surroundings): string {
  const clauses = dispute.conflicts.flatMap((conflict) => clausesOf(conflict, around));
  return `${[...new Set(clauses)].join(", ")}. ${standing(dispute, around)}`;
}

/** What it is about, "Amount", and the row's own name; "" where the row has not come. */
export function titleOf({ entity, path, now }: Dispute, around: Surroundings): readonly [what: string, name: string] {
  if (now === null) return [slotName(path), ""];
  const [kind, name] = rowWords(entity, now.fields, around);
  return [path === "deleted" || path === "closed" ? kind : slotName(path), name];
}

/** What leaves everything as it stands, on a button. */
export function keepWords({ path, present, state }: Dispute, around: Surroundings): string {
  if (state === "deleted" || (path === "deleted" && present === true)) return say("conflict.leave_deleted");
  if (state === "removed" || (isPart(path) && present === null)) return say("conflict.leave_removed");
  if (path === "deleted") return say("conflict.keep_row");
  if (path === "closed") return say(present === true ? "conflict.leave_closed" : "conflict.leave_open");
  return say("conflict.keep", { value: valueWords(path, present, around) });
}

/** What takes another value, on a button. */
export function takeWords({ path, state }: Dispute, value: Value, around: Surroundings): string {
  if (path === "deleted") return say(value === true ? "conflict.delete" : "conflict.revive");
  if (path === "closed" && state === "deleted") return say("conflict.revive");
  if (path === "closed") return say(value === true ? "conflict.close" : "conflict.reopen");
  if (isPart(path) && value === null) return say("conflict.remove_part");
  return say(state === "deleted" ? "conflict.revive_with" : "conflict.switch", { value: valueWords(path, value, around) });
}

function clausesOf(conflict: OpenConflict, around: Surroundings): readonly string[] {
  const { path, kept, lost, kept_by, lost_by } = conflict;
  const deed = deedOf(conflict);
  if (deed) return [say(`conflict.clash_${deed}`, { kept_by, lost_by })];
  return [
    say("conflict.said", { person: kept_by, value: valueWords(path, kept, around) }),
    say("conflict.said", { person: lost_by, value: valueWords(path, lost, around) }),
  ];
}

/** What was done rather than said, where it was. */
function deedOf({ path, kept, lost, kept_by, lost_by }: OpenConflict): "deleted" | "in_use" | "closed" | "part" | null {
  if (path === "deleted" && kept === false && lost === true) return kept_by === lost_by ? "in_use" : "deleted";
  if (path === "closed" && kept === true && lost === false) return "closed";
  return isPart(path) && kept !== null && lost === null ? "part" : null;
}

function standing({ path, present, state }: Dispute, around: Surroundings): string {
  if (state === "deleted") return say("conflict.row_deleted");
  if (state === "removed" || (isPart(path) && present === null)) return say("conflict.part_removed");
  const value = valueWords(path, present, around);
  if (path === "deleted" && state === "kept" && present === false) return say("conflict.row_kept");
  if (path === "deleted" || path === "closed") return say(state === "kept" ? "conflict.stays" : "conflict.is_now", { value });
  return say(state === "kept" ? "conflict.kept" : "conflict.now", { value });
}

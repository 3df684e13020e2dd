/** The conflicts on one path of one row as one question: what stands there now, and what may be had instead. */

import { isDocument } from "../../ledger/document";
import { valueSeen } from "../../ledger/replay";
import type { Fields, Value } from "../../ledger/types";
import type { OpenConflict } from "../../sync/store";

export interface Dispute extends Pick<OpenConflict, "entity" | "row" | "path" | "now"> {
  readonly conflicts: readonly OpenConflict[];
  readonly present: Value;
  /** Whether the path stands as a conflict left it, as somebody set it since, or is gone: with its row, or with its part. */
  readonly state: "kept" | "moved" | "deleted" | "removed";
  /** The values that can be taken instead; the present one too where that brings a deleted row back. */
  readonly others: readonly Value[];
}

/** One question for each path, in the order of its first conflict. */
export function disputesOf(conflicts: readonly OpenConflict[]): readonly Dispute[] {
  const questions = new Map<string, [OpenConflict, ...OpenConflict[]]>();
  for (const conflict of conflicts) {
    const key = `${conflict.entity} ${conflict.row} ${conflict.path}`;
    questions.set(key, [...(questions.get(key) ?? []), conflict] as [OpenConflict, ...OpenConflict[]]);
  }
  return [...questions.values()].map(disputeOf);
}

/** What is written to take a value. */
export function taking({ path, state }: Dispute, value: Value): Fields {
  return { ...(state === "deleted" && { deleted: false }), [path]: value };
}

/** Whether two values mean the same: in a line a null is as good as nothing. */
export function isSame(one: Value, other: Value): boolean {
  return inOrder(one) === inOrder(other);
}

function disputeOf(conflicts: readonly [OpenConflict, ...OpenConflict[]]): Dispute {
  const [{ entity, row, path, now: sight }] = conflicts;
  const now = sight ?? null;
  const present = now === null ? conflicts[0].kept : valueSeen(now, path);
  const state = stateOf(conflicts, present);
  return { conflicts, entity, row, path, now, present, state, others: othersOf(conflicts, present, state) };
}

function stateOf(conflicts: readonly [OpenConflict, ...OpenConflict[]], present: Value): Dispute["state"] {
  const [{ path, now }] = conflicts;
  if (now?.deleted && path !== "deleted") return "deleted";
  if (isInLostPart(conflicts[0])) return "removed";
  return conflicts.some(({ kept }) => isSame(kept, present)) ? "kept" : "moved";
}

/** A field of a part can neither be had without the part nor be empty. */
function othersOf(conflicts: readonly [OpenConflict, ...OpenConflict[]], present: Value, state: Dispute["state"]): readonly Value[] {
  const [conflict] = conflicts;
  if (conflict.now === null || isInLostPart(conflict)) return [];
  if (state === "deleted" && conflict.path === "closed") return [present];
  const said = [present, ...conflicts.flatMap(({ kept, lost }) => [lost, kept])];
  const each = said.filter((value, place) => said.findIndex((other) => isSame(other, value)) === place);
  const possible = isWhole(conflict.path) && state !== "deleted" ? each : each.filter((value) => value !== null);
  return state === "deleted" ? possible : possible.filter((value) => !isSame(value, present));
}

function isInLostPart({ path, now }: OpenConflict): boolean {
  const [first, line, field] = path.split(".");
  return first === "lines" && field !== undefined && now !== null && valueSeen(now, `lines.${line}`) === null;
}

function isWhole(path: string): boolean {
  return path.split(".").length < 3;
}

function inOrder(value: Value): string {
  const filled = isDocument(value) ? Object.entries(value).filter(([, one]) => one !== null).sort() : value;
  return JSON.stringify(filled);
}

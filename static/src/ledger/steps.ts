/** Steps that people take on rows and the steps that take them back. */

import { valueAt } from "./document";
import type { Fields, Mutation, Op, Sighting } from "./types";
import type { Sight } from "./replay";

/** One change of a transaction that can be taken back: a deletion, or paths set to values. */
export interface Step {
  readonly op: Exclude<Op, "create">;
  readonly id: string;
  readonly fields: Fields;
  /** The mid of the mutation of this phone that it takes back; none where a person asked for the change itself. */
  readonly takesBack?: string;
  /** What was seen of the row when the person began; what is seen now where it is absent. */
  readonly sighting?: Sighting;
}

export const deletion = (id: string): Step => ({ op: "delete", id, fields: {} });
export const revival = (id: string): Step => ({ op: "update", id, fields: { deleted: false } });

/** The step that takes back a step that was saved, given the row as it stood before it. */
export function reverse(step: Step, saved: Mutation, before: Pick<Sight, "deleted" | "fields">): Step {
  return { ...inverse(step.op, step.id, oldValues(step, before)), ...knowing(saved, []) };
}

/** The step that takes a saved mutation back; `since` are this phone's later ones on the row. Of others' it has seen what the mutation had. */
export function undoing(saved: Mutation, since: readonly string[]): Step {
  return { ...inverse(saved.op, saved.id, saved.was), ...knowing(saved, since) };
}

function knowing({ mid, base, seen }: Mutation, since: readonly string[]): Pick<Step, "takesBack" | "sighting"> {
  return { takesBack: mid, sighting: { base, seen: [...seen, mid, ...since] } };
}

function inverse(op: Op, id: string, was: Fields): Step {
  if (op === "create" || was["deleted"] === true) return deletion(id);
  return op === "delete" ? revival(id) : { op: "update", id, fields: was };
}

function oldValues({ op, fields }: Step, before: Pick<Sight, "deleted" | "fields">): Fields {
  if (op === "delete") return {};
  return Object.fromEntries(Object.keys(fields).map((path) => [path, path === "deleted" ? before.deleted : valueAt(before.fields, path)]));
}

/** Mutations saved one right after the other from the same words are one deed: several items of one breath. */
export function isSameDeed(one: Mutation, earlier: Mutation): boolean {
  const together = Date.parse(one.client_time) - Date.parse(earlier.client_time) < TOGETHER_MS;
  return together && one.op === "create" && earlier.op === "create" && wordsOf(one) !== null && wordsOf(one) === wordsOf(earlier);
}

const TOGETHER_MS = 10_000;

function wordsOf({ fields }: Mutation): string | null {
  const origin = fields["origin"];
  const words = typeof origin === "object" && origin !== null && "words" in origin ? origin["words"] : null;
  return typeof words === "string" ? words : null;
}

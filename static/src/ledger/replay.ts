/** What people see of one row: what was pulled, with the unsettled mutations replayed over it. */

import { merge, valueAt } from "./document";
import type { Document, Entity, Mutation, Row, Value } from "./types";

/** One row as people see it; `unsynced` while a mutation on it is not settled. */
export interface Sight {
  readonly entity: Entity;
  readonly id: string;
  readonly deleted: boolean;
  readonly fields: Document;
  readonly unsynced: boolean;
}

/** The row with its mutations applied in order, or null where there is neither. */
export function replay(row: Row | null, mutations: readonly Mutation[]): Sight | null {
  const first = row ?? mutations[0];
  if (first === undefined) return null;
  const start: Sight = {
    entity: first.entity, id: first.id, deleted: row?.deleted ?? false, fields: row?.fields ?? {},
    unsynced: mutations.length > 0,
  };
  return mutations.reduce((sight, mutation) => apply(sight, mutation, row?.seq ?? 0), start);
}

/** What stands at a path of a row; null where there is neither. */
export function valueSeen(sight: Sight | null, path: string): Value {
  return path === "deleted" ? sight?.deleted ?? null : valueAt(sight?.fields ?? {}, path);
}

/** A delete leaves a tombstone; what revives is a create, `deleted: false`, and an edit that had not seen the delete. */
function apply(sight: Sight, mutation: Mutation, seq: number): Sight {
  if (mutation.op === "delete") return { ...sight, deleted: true };
  const { deleted, ...fields } = mutation.fields;
  const revives = deleted === false || mutation.op === "create" || mutation.base < seq;
  return { ...sight, deleted: sight.deleted && !revives, fields: merge(sight.fields, fields) };
}

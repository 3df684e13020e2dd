import { describe, expect, it } from "vitest";

import { replay } from "../../../static/src/ledger/replay";
import type { Fields, Mutation, Op, Row } from "../../../static/src/ledger/types";

const row: Row = { entity: "transaction", id: "t", seq: 4, deleted: false, fields: { note: "a", tags: { x: true } } };

function mutation(op: Op, fields: Fields = {}): Mutation {
  return { mid: "m", n: 1, device: "d", schema: 1, op, entity: "transaction", id: "t", fields, was: {}, base: 4, seen: [], client_time: "" };
}

describe("replay", () => {
  it("is the row itself where nothing waits", () => {
    expect(replay(row, [])).toEqual({ entity: "transaction", id: "t", deleted: false, fields: row.fields, unsynced: false });
  });

  it("is nothing where there is neither row nor mutation", () => {
    expect(replay(null, [])).toBeNull();
  });

  it("applies mutations in order and says that they wait", () => {
    const seen = replay(row, [mutation("update", { note: "b" }), mutation("update", { note: "c", "tags.y": true })]);
    expect(seen).toMatchObject({ fields: { note: "c", tags: { x: true, y: true } }, unsynced: true });
    expect(row.fields).toEqual({ note: "a", tags: { x: true } });
  });

  it("makes a row that was never pulled", () => {
    expect(replay(null, [mutation("create", { note: "new" })])).toMatchObject({ id: "t", deleted: false, fields: { note: "new" } });
  });

  it("deletes, and revives when told to", () => {
    expect(replay(row, [mutation("delete")])).toMatchObject({ deleted: true, fields: row.fields });
    expect(replay(row, [mutation("delete"), mutation("update", { deleted: false })])).toMatchObject({ deleted: false });
    expect(replay(row, [mutation("delete"), mutation("create", { note: "b" })])).toMatchObject({ deleted: false });
  });

  it("revives by an edit that had not seen the delete, and only by such", () => {
    const gone = { ...row, deleted: true };
    expect(replay({ ...gone, seq: 5 }, [mutation("update", { note: "b" })])).toMatchObject({ deleted: false });
    expect(replay(gone, [mutation("update", { note: "b" })])).toMatchObject({ deleted: true });
    expect(replay(row, [mutation("delete"), mutation("update", { note: "b" })])).toMatchObject({ deleted: true });
  });

  it("keeps the tombstone out of the document", () => {
    expect(replay(row, [mutation("update", { deleted: false })])!.fields).toEqual(row.fields);
  });
});

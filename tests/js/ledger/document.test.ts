import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { keysOf, merge, valueAt } from "../../../static/src/ledger/document";
import type { Document, Fields } from "../../../static/src/ledger/types";

interface Case {
  readonly name: string;
  readonly start: Document;
  readonly fields: Fields;
  readonly end: Document;
}

const cases = JSON.parse(readFileSync("tests/data/merge.json", "utf-8")) as Case[];

describe("merge", () => {
  it.each(cases)("$name", ({ start, fields, end }) => {
    const before = structuredClone(start);
    expect(merge(start, fields)).toEqual(end);
    expect(start).toEqual(before);
  });

  it("keeps a tag that is called like a part of every object", () => {
    expect(merge({ tags: {} }, { "tags.constructor": true })).toEqual({ tags: { constructor: true } });
    expect(valueAt({ tags: {} }, "tags.constructor")).toBeNull();
  });
});

describe("valueAt", () => {
  it("finds what lies deep and null where nothing lies", () => {
    const document = { lines: { l1: { amount: 5 } }, note: "a" };
    expect(valueAt(document, "lines.l1.amount")).toBe(5);
    expect(valueAt(document, "lines.l2.amount")).toBeNull();
    expect(valueAt(document, "note.deeper")).toBeNull();
  });
});

describe("keysOf", () => {
  it("keeps the dots of a name and splits the rest", () => {
    expect(keysOf("tags.e.on")).toEqual(["tags", "e.on"]);
    expect(keysOf("lines.l1.amount")).toEqual(["lines", "l1", "amount"]);
  });
});

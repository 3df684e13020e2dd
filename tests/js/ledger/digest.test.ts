import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { decodeRow } from "../../../static/src/ledger/decode";
import { counted, EMPTY, linesOf } from "../../../static/src/ledger/digest";
import type { Row } from "../../../static/src/ledger/types";
import { digestLinesOf } from "../../../static/src/sync/exchange_wire";

const found = JSON.parse(readFileSync("tests/data/digest.json", "utf-8")) as { rows: unknown[]; digest: unknown };
const rows = found.rows.map((row) => decodeRow(row)!);
const told = digestLinesOf(found.digest);

describe("counted", () => {
  it("makes of the same rows what the server makes of them", () => {
    expect(linesOf(counted(EMPTY, [], rows))).toEqual(told);
  });

  it("makes the same of them page by page, in any order", () => {
    const pages = [rows.slice(30), rows.slice(0, 7), rows.slice(7, 30)];
    expect(linesOf(pages.reduce((digest, page) => counted(digest, [], page), EMPTY))).toEqual(told);
  });

  it("takes out what a newer version replaces", () => {
    const older = rows.map((row): Row => ({ ...row, seq: row.seq - 1, deleted: false, fields: { ...row.fields, status: "recorded" } }));
    expect(linesOf(counted(counted(EMPTY, [], older), older, rows))).toEqual(told);
    expect(linesOf(counted(counted(EMPTY, [], rows), rows, []))).toEqual(new Set());
  });

  it.each([
    ["a row is missing", (all: readonly Row[]) => all.slice(1)],
    ["a row is of an older version", ([first, ...others]: readonly Row[]) => [{ ...first!, seq: first!.seq + 65_521 }, ...others]],
    ["an amount is another", (all: readonly Row[]) => all.map((row) => JSON.parse(JSON.stringify(row).replace('"amount":1300', '"amount":1301')) as Row)],
  ])("differs where %s", (_what, spoil) => {
    expect(linesOf(counted(EMPTY, [], spoil(rows)))).not.toEqual(told);
  });
});

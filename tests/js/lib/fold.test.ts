import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { fold } from "../../../static/src/lib/fold";

const cases = JSON.parse(readFileSync("tests/data/fold.json", "utf-8")) as { from: string; to: string }[];

describe("fold", () => {
  it.each(cases)("folds '$from' to '$to'", ({ from, to }) => {
    expect(fold(from)).toBe(to);
  });
});

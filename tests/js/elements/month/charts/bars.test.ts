import { describe, expect, it } from "vitest";

import { changeBars, foldedChanges, totalBars } from "../../../../../static/src/elements/month/charts/bars";

describe("totalBars", () => {
  it("are as long as their share of the largest", () =>
    expect(totalBars([200, 50, 0, -30], "ltr")).toEqual([{ x: 0, width: 100 }, { x: 0, width: 25 }, { x: 0, width: 0 }, { x: 0, width: 0 }]));
  it("are seen however small", () => expect(totalBars([1_000_000, 1], "ltr")[1]?.width).toBeGreaterThan(0.5));
  it("begin at the right where people read so", () => expect(totalBars([200, 50], "rtl")[1]).toEqual({ x: 75, width: 25 }));
});

describe("changeBars", () => {
  it("go from the middle both ways", () =>
    expect(changeBars([200, -100, 0], "ltr")).toEqual([{ x: 50, width: 50 }, { x: 25, width: 25 }, { x: 50, width: 0 }]));
  it("mirror with the reading", () => expect(changeBars([200, -100], "rtl")).toEqual([{ x: 0, width: 50 }, { x: 50, width: 25 }]));
});

describe("foldedChanges", () => {
  const changes = [5, -40, 30, 1, 2].map((delta) => ({ delta }));
  it("names the largest and sums the others, to the whole change exactly", () => {
    const { named, rest } = foldedChanges(changes, 2);
    expect(named.map(({ delta }) => delta)).toEqual([-40, 30]);
    expect(rest).toBe(8);
  });
  it("names one more instead of a rest of one", () => expect(foldedChanges(changes, 4)).toMatchObject({ rest: 0, named: { length: 5 } }));
  it("has no rest of few", () => expect(foldedChanges([], 4)).toEqual({ named: [], rest: 0 }));
});

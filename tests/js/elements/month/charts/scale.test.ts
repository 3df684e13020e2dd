import { describe, expect, it } from "vitest";

import { along, between, line, roundLevels, scale } from "../../../../../static/src/elements/month/charts/scale";

describe("scale", () => {
  it("places figures straight along its range", () => expect([0, 5, 10].map(scale([0, 10], [100, 0]))).toEqual([100, 50, 0]));
  it("lies at the start where the domain has no length", () => expect(scale([3, 3], [7, 9])(3)).toBe(7));
});

describe("along", () => {
  const frame = { width: 100, height: 50, inset: 10, lead: 0 };
  it("runs with the reading", () => {
    expect([1, 31].map(along([1, 31], { ...frame, reading: "ltr" }))).toEqual([10, 90]);
    expect([1, 31].map(along([1, 31], { ...frame, reading: "rtl" }))).toEqual([90, 10]);
    expect([1, 31].map(along([1, 31], { ...frame, lead: 20, reading: "ltr" }))).toEqual([30, 90]);
    expect([1, 31].map(along([1, 31], { ...frame, lead: 20, reading: "rtl" }))).toEqual([70, 10]);
  });
});

describe("roundLevels", () => {
  it.each([
    [0, 1834, 4, [0, 500, 1000, 1500, 2000]],
    [0, 100, 4, [0, 50, 100]],
    [-300, 1000, 3, [-500, 0, 500, 1000]],
    [0, 0, 3, [0, 1]],
    [0, 5_000_000_000_00, 3, [0, 2e11, 4e11, 6e11]],
  ])("from %d to %d in at most %d steps", (low, high, most, wanted) => expect(roundLevels(low, high, most)).toEqual(wanted));

  it("reaches around every figure, in whole minor units", () => {
    for (const [low, high] of [[0, 1], [-7, 13], [-999, -1], [3, 17], [0, 99_999], [123, 456_789]] as const) {
      const levels = roundLevels(low, high, 3);
      expect(levels.length).toBeLessThanOrEqual(4);
      expect(levels.every(Number.isInteger)).toBe(true);
      expect(levels[0]).toBeLessThanOrEqual(low);
      expect(levels.at(-1)).toBeGreaterThanOrEqual(high);
    }
  });
});

describe("line and between", () => {
  const points = [{ x: 0, y: 1 }, { x: 2, y: 3.14159 }];
  it("draw through points", () => expect(line(points)).toBe("M0 1L2 3.1"));
  it("close an area", () => expect(between(points, [{ x: 0, y: 1 }, { x: 2, y: 0 }])).toBe("M0 1L2 3.1L2 0L0 1Z"));
  it("draw nothing through nothing", () => expect([line([]), between([], [])]).toEqual(["", ""]));
});

import { describe, expect, it } from "vitest";

import { columns, type MonthFlow } from "../../../../../static/src/elements/month/charts/columns";

const FRAME = { width: 300, height: 140, inset: 0, lead: 0, reading: "ltr" } as const;
const year: readonly MonthFlow[] = Array.from({ length: 12 }, (_, at) => ({
  month: `2026-${String(at + 1).padStart(2, "0")}`, income: at === 3 ? null : 300_000, spent: at === 3 ? null : 100_000 + at * 1000,
}));

describe("columns", () => {
  it("stand on zero, as high as their figures", () => {
    const drawn = columns(year, FRAME);
    const [january] = drawn.months;
    expect((january?.income?.y ?? 0) + (january?.income?.height ?? 0)).toBeCloseTo(drawn.zero);
    expect((january?.income?.height ?? 0) / (january?.spent?.height ?? 1)).toBeCloseTo(3);
  });

  it("leave a month without entries empty, which is not zero", () => expect(columns(year, FRAME).months[3]).toMatchObject({ income: null, spent: null }));

  it("never overlap", () => {
    const placed = columns(year, FRAME).months.flatMap(({ income, spent }) => [income, spent]).filter((one) => one !== null);
    for (const [at, one] of placed.slice(1).entries()) expect(one.x).toBeGreaterThanOrEqual((placed[at]?.x ?? 0) + (placed[at]?.width ?? 0));
  });

  it("run the other way where people read from right to left, income still first", () => {
    const [january, february] = columns(year, { ...FRAME, reading: "rtl" }).months;
    expect(january?.middle).toBeGreaterThan(february?.middle ?? 0);
    expect(january?.income?.x).toBeGreaterThan(january?.spent?.x ?? 0);
  });

  it("hang below zero where more came back than was spent", () => {
    const drawn = columns([{ month: "2026-01", income: 0, spent: -500 }], FRAME);
    expect(drawn.months[0]?.spent?.y).toBeCloseTo(drawn.zero);
    expect(drawn.zero).toBeLessThan(FRAME.height - 22);
  });
});

import { describe, expect, it } from "vitest";

import { timeline } from "../../../../../static/src/elements/month/charts/timeline";

const FRAME = { width: 320, height: 60, inset: 10, lead: 0, reading: "ltr" } as const;
const bills = [
  { day: "2026-12-01", amount: 90_000 }, { day: "2026-11-25", amount: 1_300 }, { day: "2026-11-25", amount: 700 }, { day: "2026-11-01", amount: 50 }, { day: "2027-01-30", amount: 50 },
];

describe("timeline", () => {
  it("marks each day with bills once, by day, what lies outside left out", () =>
    expect(timeline(bills, "2026-11-22", "2026-12-22", FRAME).marks.map(({ day, count }) => [day, count])).toEqual([["2026-11-25", 2], ["2026-12-01", 1]]));

  it("places days evenly and draws more money larger", () => {
    const [soon, later] = timeline(bills, "2026-11-22", "2026-12-22", FRAME).marks;
    expect(soon?.x).toBe(40);
    expect(later?.x).toBe(100);
    expect(later?.radius).toBe(12);
    expect(soon?.radius).toBeLessThan(12);
  });

  it("counts the weeks from today", () =>
    expect(timeline([], "2026-11-22", "2026-12-06", FRAME).weeks).toEqual([{ day: "2026-11-22", x: 10 }, { day: "2026-11-29", x: 160 }, { day: "2026-12-06", x: 310 }]));

  it("is a week long at least", () => expect(timeline([], "2026-11-22", "2026-11-22", FRAME).weeks).toHaveLength(2));
});

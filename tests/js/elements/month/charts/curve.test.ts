import { describe, expect, it } from "vitest";

import { curve, type Course } from "../../../../../static/src/elements/month/charts/curve";

const FRAME = { width: 310, height: 140, inset: 5, lead: 0, reading: "ltr" } as const;
const places = (path: string): number[][] => [...path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
const month = (more: Partial<Course> = {}): Course => ({
  soFar: [100, 300], typical: [0, 500, 500, 1000], days: 4, end: { expected: 1000, low: 800, high: 1300 }, ...more,
});

describe("curve", () => {
  it("runs from the first day to today, and the usual over the whole month", () => {
    const drawn = curve(month(), FRAME);
    expect(places(drawn.soFar).map(([x]) => x)).toEqual([5, 105]);
    expect(places(drawn.typical).map(([x]) => x)).toEqual([5, 105, 205, 305]);
    expect(drawn.now).toEqual({ x: 105, y: places(drawn.soFar).at(-1)?.[1] });
  });

  it("heads from today to what is expected, in the steps of the usual rest", () => {
    const drawn = curve(month(), FRAME);
    const [start, flat, end] = places(drawn.expected);
    expect(start).toEqual(places(drawn.soFar).at(-1));
    expect(flat?.[1]).toBe(start?.[1]);
    expect(end).toEqual([305, places(drawn.typical).at(-1)?.[1]]);
  });

  it("heads evenly where nothing is usual", () => {
    const [start, middle, end] = places(curve(month({ typical: [] }), FRAME).expected);
    expect((start?.[1] ?? 0) - (middle?.[1] ?? 0)).toBeCloseTo((middle?.[1] ?? 0) - (end?.[1] ?? 0), 0);
  });

  it("opens the band from today on, high above low", () => {
    const band = places(curve(month(), FRAME).band);
    expect(band[0]).toEqual(band.at(-1));
    const [high, low] = [band[2], band[3]];
    expect(high?.[0]).toBe(low?.[0]);
    expect(high?.[1]).toBeLessThan(low?.[1] ?? 0);
  });

  it("has no rest where the month is over", () => {
    const drawn = curve(month({ end: null, soFar: [1, 2, 3, 4] }), FRAME);
    expect([drawn.expected, drawn.band, drawn.end]).toEqual(["", "", null]);
  });

  it("stays inside its frame with one entry, with refunds below zero and with huge amounts", () => {
    for (const course of [
      month({ soFar: [700], typical: [], end: null, days: 30 }), month({ soFar: [-4000, -100] }), month({ soFar: [5_00_00_000_00, 9_007_199_254_740_991] }),
      month({ soFar: [], typical: [], end: { expected: 0, low: 0, high: 0 } }),
    ]) {
      const drawn = curve(course, FRAME);
      for (const [x = 0, y = 0] of [drawn.soFar, drawn.typical, drawn.expected, drawn.band].flatMap(places)) {
        expect(x).toBeGreaterThanOrEqual(5);
        expect(x).toBeLessThanOrEqual(305);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(140);
      }
    }
  });

  it("runs the other way where people read from right to left", () =>
    expect(places(curve(month(), { ...FRAME, reading: "rtl" }).soFar).map(([x]) => x)).toEqual([305, 205]));
});

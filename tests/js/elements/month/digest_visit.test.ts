import { describe, expect, it } from "vitest";

import { isFirstDay, rememberVisit, weekOf } from "../../../../static/src/elements/month/digest_visit";

describe("weekOf", () => {
  it.each([
    ["2026-11-22", "2026-W47"], ["2026-11-23", "2026-W48"], ["2027-01-01", "2026-W53"], ["2027-01-04", "2027-W01"], ["2024-12-30", "2025-W01"], ["2024-02-29", "2024-W09"],
  ])("of %s is %s, as ISO 8601 counts", (day, week) => expect(weekOf(day)).toBe(week));
});

describe("the first visit of a week", () => {
  const shelf = new Map<string, string>();
  const storage = { getItem: (key: string) => shelf.get(key) ?? null, setItem: (key: string, text: string) => void shelf.set(key, text) };

  it("lasts for its day, in its ledger, and comes again with the next week", () => {
    expect(isFirstDay("l1", "2026-11-16", storage)).toBe(true);
    rememberVisit("l1", "2026-11-16", storage);
    expect(["2026-11-16", "2026-11-17", "2026-11-22", "2026-11-23"].map((day) => isFirstDay("l1", day, storage))).toEqual([true, false, false, true]);
    expect(isFirstDay("l2", "2026-11-17", storage)).toBe(true);
  });
});

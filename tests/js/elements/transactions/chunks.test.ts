import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import type { DayOfEntries, Entry } from "../../../../static/src/elements/parts/entry";
import { chunksOf } from "../../../../static/src/elements/transactions/chunks";

const day = (name: string, count: number): DayOfEntries => ({
  day: name,
  entries: Array.from({ length: count }, (_, place): Entry => ({ id: `${name}-${place}`, title: "", detail: "", amount: "", tone: "spent", key: null, unsynced: false })),
});

describe("chunksOf", () => {
  it("keeps every entry once, in order", () => {
    const days = [day("a", 7), day("b", 150), day("c", 1), day("d", 59)];
    const ids = (list: readonly DayOfEntries[]): readonly string[] => list.flatMap(({ entries }) => entries.map(({ id }) => id));
    expect(ids(chunksOf(days).flatMap((chunk) => chunk.days))).toEqual(ids(days));
  });

  it("keeps pieces small and counts them right", () => {
    for (const { days, entries } of chunksOf([day("a", 500), day("b", 30)])) {
      expect(entries).toBeLessThanOrEqual(60);
      expect(days.reduce((sum, one) => sum + one.entries.length, 0)).toBe(entries);
    }
  });

  it("gives each piece a key of its own", () => {
    const keys = chunksOf([day("a", 500)]).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("has none of nothing", () => expect(chunksOf([])).toEqual([]));
});

describe("a piece that is far from the eye", () => {
  const read = (path: string): string => readFileSync(new URL(`../../../../static/src/${path}`, import.meta.url), "utf8");

  it("is as high as its entries will be", () => {
    const element = read("elements/transactions/entry-chunk.ts");
    const styles = read("styles/entries.css") + read("styles/transactions.css");
    expect(styles).toContain(`.entry { block-size: ${/ENTRY_REM = ([\d.]+)/.exec(element)?.[1]}rem`);
    expect(styles).toContain(`.day-head { block-size: ${/DAY_REM = ([\d.]+)/.exec(element)?.[1]}rem`);
  });
});

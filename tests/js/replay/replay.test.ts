/**
 * Learning, seen over simulated days: of one person here; `make prove` sets REPLAY_SEEDS to have all of them live so often,
 * and REPLAY_FIGURES to have the figures written there.
 */

import { writeFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { openReader } from "./parser";
import { PEOPLE } from "./people";
import { DAYS, type Memory, replay } from "./replay";

const SEEDS = Number(process.env["REPLAY_SEEDS"] ?? 1);
const LIVING = process.env["REPLAY_SEEDS"] ? PEOPLE : PEOPLE.slice(2, 3);
const FIRST = Number(process.env["REPLAY_SEED"] ?? 1);
const HOUR = 3_600_000;

/** The share of categories that were right at first sight, by day, over all people. */
async function byDay(memory: Memory): Promise<readonly number[]> {
  const read = await openReader();
  const days = Array.from({ length: DAYS }, () => ({ right: 0, said: 0 }));
  for (let seed = FIRST; seed < FIRST + SEEDS; seed += 1) {
    for (const [place, person] of LIVING.entries()) {
      (await replay(person, 100 * seed + place, read, memory)).forEach(({ right, said }, day) => {
        days[day]!.right += right;
        days[day]!.said += said;
      });
    }
  }
  return days.map(({ right, said }) => right / said);
}

const mean = (shares: readonly number[]): number => shares.reduce((sum, share) => sum + share, 0) / shares.length;

describe("fourteen days of corrections", () => {
  it("teach the phone how each household files its money", async () => {
    const learning = await byDay("learning");
    const forgetful = await byDay("forgetful");
    if (process.env["REPLAY_FIGURES"]) writeFileSync(process.env["REPLAY_FIGURES"], JSON.stringify({ learning, forgetful, people: LIVING.length * SEEDS }));
    expect(mean(learning.slice(-3))).toBeGreaterThanOrEqual(0.88);
    expect(mean(learning.slice(-3))).toBeGreaterThan(mean(forgetful.slice(-3)) + 0.2);
  }, HOUR);
});

/** The geometry of the bills to come: a line of days, a mark a day with bills, larger for more money. */

import type { Day, Minor } from "../../../ledger/types";
import { addDays, daysBetween } from "../../../lib/days";
import { along, type Frame } from "./scale";

export interface Timeline {
  readonly marks: readonly { readonly day: Day; readonly x: number; readonly radius: number; readonly count: number }[];
  /** Every seventh day from today on. */
  readonly weeks: readonly { readonly day: Day; readonly x: number }[];
}

const SMALLEST = 5;
const LARGEST = 12;
const WEEK = 7;

/** From today to the last day, at least a week; bills outside are left out. */
export function timeline(bills: readonly { readonly day: Day; readonly amount: Minor }[], today: Day, last: Day, frame: Frame): Timeline {
  const days = Math.max(WEEK, daysBetween(today, last));
  const x = along([0, days], frame);
  const ahead = bills.filter(({ day }) => day >= today && daysBetween(today, day) <= days);
  const sums = new Map<Day, { total: Minor; count: number }>();
  for (const { day, amount } of ahead) {
    const known = sums.get(day) ?? { total: 0, count: 0 };
    sums.set(day, { total: known.total + amount, count: known.count + 1 });
  }
  const largest = Math.max(1, ...[...sums.values()].map(({ total }) => total));
  return {
    marks: [...sums].sort(([one], [other]) => one.localeCompare(other)).map(([day, { total, count }]) => ({
      day, count, x: x(daysBetween(today, day)), radius: SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(Math.max(0, total) / largest),
    })),
    weeks: Array.from({ length: Math.floor(days / WEEK) + 1 }, (_, week) => ({ day: addDays(today, week * WEEK), x: x(week * WEEK) })),
  };
}

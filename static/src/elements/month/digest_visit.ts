/** On which day a week's digest was first seen on this phone. */

import type { Day } from "../../ledger/types";
import { addDays, daysBetween } from "../../lib/days";

const KEY = "my-funds-digest";
const THURSDAY = 3;

/** The ISO week of a day: weekOf("2027-01-01") is "2026-W53". */
export function weekOf(day: Day): string {
  const weekday = (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;
  const thursday = addDays(day, THURSDAY - weekday);
  const week = Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1;
  return `${thursday.slice(0, 4)}-W${String(week).padStart(2, "0")}`;
}

/** Whether this week's digest was not seen on an earlier day. */
export function isFirstDay(ledger: string, today: Day, storage: Pick<Storage, "getItem"> = localStorage): boolean {
  const [week, day] = (storage.getItem(`${KEY} ${ledger}`) ?? "").split(" ");
  return week !== weekOf(today) || day === today;
}

export function rememberVisit(ledger: string, today: Day, storage: Pick<Storage, "setItem"> = localStorage): void {
  storage.setItem(`${KEY} ${ledger}`, `${weekOf(today)} ${today}`);
}

/** A period in the words people use for it. */

import type { Period } from "../../ledger/reading";
import type { Day } from "../../ledger/types";
import { addDays, addMonths, formatMonth, monthOf } from "../../lib/days";
import { say } from "../../lib/say";
import { dayInWords } from "../parts/wording";

/** "this month", "last week", "in March 2026", "on Tue, 3 Mar", "from 3 Mar to 9 Mar"; for null "in all your entries". */
export function periodInWords(period: Period | null, today: Day, locale: string): string {
  if (period === null) return say("reply.always");
  const [first, last] = period;
  if (first === last) return oneDay(first, today, locale);
  const month = monthOf(first);
  if (isWhole(period, month, addMonths(month, 1), today)) return monthWords(month, monthOf(today), locale);
  const year = first.slice(0, 4);
  if (first === `${year}-01-01` && (last === `${year}-12-31` || isToDate(period, year, today))) return yearWords(Number(year), Number(today.slice(0, 4)));
  const weekday = new Date(`${first}T12:00:00Z`).getUTCDay();
  if (weekday === 1 && last === addDays(first, 6)) return weekWords(period, today, locale);
  return range(period, today, locale);
}

/** The days themselves: "1 – 31 Mar 2026". */
export function daysInWords([first, last]: Period, locale: string): string {
  const form = new Intl.DateTimeFormat(locale, { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" });
  return form.formatRange(Date.parse(`${first}T12:00:00Z`), Date.parse(`${last}T12:00:00Z`));
}

function oneDay(day: Day, today: Day, locale: string): string {
  const near = [today, addDays(today, -1), addDays(today, 1)].includes(day);
  const words = dayInWords(day, today, locale);
  return near ? words.toLowerCase() : say("reply.day", { day: words });
}

/** From the month's first day to its last, or to today in this month. */
function isWhole([first, last]: Period, month: string, next: string, today: Day): boolean {
  return first === `${month}-01` && (last === addDays(`${next}-01`, -1) || isToDate([first, last], month, today));
}

function isToDate([, last]: Period, start: string, today: Day): boolean {
  return last === today && today.startsWith(start);
}

function monthWords(month: string, present: string, locale: string): string {
  if (month === present) return say("reply.this_month");
  return month === addMonths(present, -1) ? say("reply.last_month") : say("reply.in", { period: formatMonth(month, locale) });
}

function yearWords(year: number, present: number): string {
  if (year === present) return say("reply.this_year");
  return year === present - 1 ? say("reply.last_year") : say("reply.in", { period: year });
}

function weekWords([first, last]: Period, today: Day, locale: string): string {
  if (first <= today && today <= last) return say("reply.this_week");
  return last < today && today <= addDays(last, 7) ? say("reply.last_week") : range([first, last], today, locale);
}

function range([first, last]: Period, today: Day, locale: string): string {
  return say("reply.range", { first: dayInWords(first, today, locale), last: dayInWords(last, today, locale) });
}

/** Days, months and counts in the words people use for them. */

import { addDays, addMonths, formatMonth } from "../../lib/days";
import { say, type StringKey } from "../../lib/say";

/** "Today", "Yesterday", "Mon, 3 Mar"; the year is named when it is not this one. */
export function dayInWords(day: string, today: string, locale: string): string {
  if (day === today) return say("day.today");
  if (day === addDays(today, -1)) return say("day.yesterday");
  if (day === addDays(today, 1)) return say("day.tomorrow");
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : { year: "numeric" as const };
  const form = { timeZone: "UTC", weekday: "short", day: "numeric", month: "short", ...year } as const;
  return new Intl.DateTimeFormat(locale, form).format(Date.parse(`${day}T12:00:00Z`));
}

/** "This month", "Last month", else "March 2026". */
export function monthInWords(month: string, thisMonth: string, locale: string): string {
  if (month === thisMonth) return say("month.this");
  if (month === addMonths(thisMonth, -1)) return say("month.last");
  return formatMonth(month, locale);
}

type Counted<Key> = Key extends `${infer Stem}.one` ? Stem : never;

/** The sentence for a number of things: sayCount("sync.waiting", 3) takes "sync.waiting.other". */
export function sayCount(stem: Counted<StringKey>, count: number, locale = "en"): string {
  const form = new Intl.PluralRules(locale).select(count) === "one" ? "one" : "other";
  return say(`${stem}.${form}` as StringKey, { count });
}

/** A language as its speakers call it: "de" → "Deutsch". */
export function languageInItself(code: string): string {
  return new Intl.DisplayNames(code, { type: "language" }).of(code) ?? code;
}

/** A size in bytes in words: "3.3 MB". */
export function sizeInWords(bytes: number, locale: string): string {
  const form = { style: "unit", unit: "megabyte", maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale, form).format(bytes / 1_000_000);
}

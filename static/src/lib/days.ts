/** Calendar days, YYYY-MM-DD, without clock or time zone; a time zone only says which day an instant falls on. */

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a text is a day that exists: isDay("2026-02-30") is false. */
export function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return DAY.test(text) && !Number.isNaN(at) && written(at) === text;
}

/** The day an instant falls on in a time zone: dayIn("Asia/Kolkata", new Date("2026-03-16T20:00Z")) is "2026-03-17". */
export function dayIn(timeZone: string, instant: Date): string {
  const parts = formatIn(timeZone).formatToParts(instant);
  const part = (type: string) => parts.find((found) => found.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Made once for each zone: making one costs a hundred times as much as using it. */
function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const form = { timeZone, year: "numeric", month: "2-digit", day: "2-digit" } as const;
  const made = new Intl.DateTimeFormat("en-u-ca-iso8601-nu-latn", form);
  formats.set(timeZone, made);
  return made;
}

/** The day a number of days later (earlier if negative): addDays("2026-02-28", 1) is "2026-03-01". */
export function addDays(day: string, days: number): string {
  return written(noon(day) + days * 86_400_000);
}

/** How many days after the first the other comes: daysBetween("2026-02-28", "2026-03-01") is 1. */
export function daysBetween(first: string, other: string): number {
  return Math.round((noon(other) - noon(first)) / 86_400_000);
}

/** The month of a day: monthOf("2026-03-17") is "2026-03". */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** The month a number of months later: addMonths("2026-01", -1) is "2025-12". */
export function addMonths(month: string, months: number): string {
  const [year = 0, ordinal = 1] = month.split("-").map(Number);
  const sum = year * 12 + ordinal - 1 + months;
  return `${String(Math.floor(sum / 12)).padStart(4, "0")}-${String((sum % 12) + 1).padStart(2, "0")}`;
}

/** A day in words of a language: formatDay("2026-03-17", "en") is "Tue, Mar 17, 2026". */
export function formatDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: "UTC", weekday: "short", day: "numeric", month: "short", year: "numeric",
  }).format(noon(day));
}

/** A month in words of a language: formatMonth("2026-03", "en") is "March 2026". */
export function formatMonth(month: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone: "UTC", month: "long", year: "numeric" }).format(noon(`${month}-01`));
}

function noon(day: string): number {
  return Date.parse(`${day}T12:00:00Z`);
}

function written(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** The geometry of a month's spending so far against the usual, and of where it is heading. */

import type { Minor } from "../../../ledger/types";
import { along, between, type Frame, line, type Point, roundLevels, type Scale, scale } from "./scale";

/** Cumulative spending by day: the first entry is the sum up to the first day. Amounts of one currency. */
export interface Course {
  readonly soFar: readonly Minor[];
  /** Empty while nothing is usual yet. */
  readonly typical: readonly Minor[];
  readonly days: number;
  /** Null for a month that is over, or too young to say. */
  readonly end: { readonly expected: Minor; readonly low: Minor; readonly high: Minor } | null;
}

export interface Curve {
  readonly soFar: string;
  readonly typical: string;
  readonly expected: string;
  readonly band: string;
  readonly now: Point | null;
  readonly end: Point | null;
  readonly levels: readonly { readonly y: number; readonly minor: Minor }[];
  readonly days: readonly { readonly x: number; readonly day: number }[];
}

const LEVELS = 3;
/** Above the highest level, for its label; below the lowest, for the days. */
const HEAD = 18;
const FOOT = 22;
const MARKED_DAYS = [1, 8, 15, 22, 29] as const;

export function curve(course: Course, frame: Frame): Curve {
  const { soFar, typical, days, end } = course;
  const figures = [0, ...soFar, ...typical, ...(end ? [end.low, end.high] : [])];
  const levels = roundLevels(Math.min(...figures), Math.max(...figures), LEVELS);
  const x = along([1, Math.max(days, 2)], frame);
  const y = scale([levels[0] ?? 0, levels.at(-1) ?? 1], [frame.height - FOOT, HEAD]);
  const place = (minor: Minor, at: number): Point => ({ x: x(at + 1), y: y(minor) });
  const [middle, low, high] = end ? [end.expected, end.low, end.high].map((goal) => heading(course, goal, x, y)) : [[], [], []];
  return {
    soFar: line(soFar.map(place)), typical: line(typical.map(place)),
    expected: line(middle ?? []), band: between(high ?? [], low ?? []),
    now: soFar.length === 0 ? null : place(soFar.at(-1) ?? 0, soFar.length - 1), end: middle?.at(-1) ?? null,
    levels: levels.map((minor) => ({ y: y(minor), minor })),
    days: MARKED_DAYS.filter((day) => day <= days).map((day) => ({ x: x(day), day })),
  };
}

/** From today to the month's end, in the steps in which the rest is usually spent; evenly where nothing is usual. */
function heading({ soFar, typical, days }: Course, goal: Minor, x: Scale, y: Scale): readonly Point[] {
  const today = soFar.length;
  const spent = soFar.at(-1) ?? 0;
  const usualNow = typical[today - 1] ?? 0;
  const usualRest = (typical.at(-1) ?? 0) - usualNow;
  const share = (day: number): number =>
    usualRest > 0 ? ((typical[day - 1] ?? 0) - usualNow) / usualRest : (day - today) / Math.max(1, days - today);
  return Array.from({ length: days - today + 1 }, (_, ahead) => ({
    x: x(Math.max(1, today + ahead)), y: y(spent + (goal - spent) * share(today + ahead)),
  }));
}

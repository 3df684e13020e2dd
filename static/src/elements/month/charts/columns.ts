/** The geometry of twelve months of income and spending, two columns a month. */

import type { Minor, Month } from "../../../ledger/types";
import { along, type Frame, roundLevels, scale } from "./scale";

/** Null where a month has no entries: missing, not zero. */
export interface MonthFlow {
  readonly month: Month;
  readonly income: Minor | null;
  readonly spent: Minor | null;
}

export interface Column {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Columns {
  readonly months: readonly { readonly month: Month; readonly middle: number; readonly income: Column | null; readonly spent: Column | null }[];
  readonly levels: readonly { readonly y: number; readonly minor: Minor }[];
  readonly zero: number;
}

const LEVELS = 3;
const HEAD = 18;
const FOOT = 22;
/** Of a month's room, what its two columns take. */
const FILLED = 0.72;
const WIDEST = 18;

export function columns(flows: readonly MonthFlow[], frame: Frame): Columns {
  const figures = flows.flatMap(({ income, spent }) => [income ?? 0, spent ?? 0]);
  const levels = roundLevels(Math.min(0, ...figures), Math.max(1, ...figures), LEVELS);
  const y = scale([levels[0] ?? 0, levels.at(-1) ?? 1], [frame.height - FOOT, HEAD]);
  const room = (frame.width - 2 * frame.inset - frame.lead) / Math.max(1, flows.length);
  const width = Math.min(WIDEST, (room * FILLED) / 2);
  const middle = along([0, Math.max(1, flows.length)], frame);
  const column = (minor: Minor | null, x: number): Column | null =>
    minor === null ? null : { x, y: Math.min(y(minor), y(0)), width: width - 1, height: Math.max(1, Math.abs(y(minor) - y(0))) };
  const first = frame.reading === "ltr" ? -width : 0;
  return {
    months: flows.map(({ month, income, spent }, place) => {
      const at = middle(place + 0.5);
      return { month, middle: at, income: column(income, at + first), spent: column(spent, at - first - width) };
    }),
    levels: levels.map((minor) => ({ y: y(minor), minor })), zero: y(0),
  };
}

/** The geometry of bars in rows: of one direction for totals, of two for changes. All in hundredths of the width. */

import type { Minor } from "../../../ledger/types";
import type { Reading } from "./scale";

export interface Bar {
  readonly x: number;
  readonly width: number;
}

/** The shortest bar that is still seen. */
const LEAST = 0.8;

/** Bars from the start of the line, the largest total being as long as the line; nothing for totals below zero. */
export function totalBars(totals: readonly Minor[], reading: Reading): readonly Bar[] {
  const largest = Math.max(1, ...totals);
  return totals.map((total) => {
    const width = total <= 0 ? 0 : Math.max(LEAST, (total / largest) * 100);
    return { x: reading === "ltr" ? 0 : 100 - width, width };
  });
}

/** Bars away from a middle at 50: a rise towards the end of the line, a drop towards its start. */
export function changeBars(deltas: readonly Minor[], reading: Reading): readonly Bar[] {
  const largest = Math.max(1, ...deltas.map(Math.abs));
  return deltas.map((delta) => {
    const width = delta === 0 ? 0 : Math.max(LEAST, (Math.abs(delta) / largest) * 50);
    return { x: delta > 0 === (reading === "ltr") ? 50 : 50 - width, width };
  });
}

/** The largest changes by name and the others as one (`rest`), so that what is shown sums to the whole change. */
export function foldedChanges<Change extends { readonly delta: Minor }>(changes: readonly Change[], most: number): { readonly named: readonly Change[]; readonly rest: Minor } {
  const sorted = [...changes].sort((one, other) => Math.abs(other.delta) - Math.abs(one.delta));
  const named = sorted.length <= most + 1 ? sorted : sorted.slice(0, most);
  return { named, rest: sorted.slice(named.length).reduce((sum, { delta }) => sum + delta, 0) };
}

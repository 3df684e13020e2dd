/** A long list cut into pieces of known height, so that only those near the eye are drawn. */

import type { DayOfEntries } from "../parts/entry";

export interface Chunk {
  readonly key: string;
  readonly days: readonly DayOfEntries[];
  readonly entries: number;
}

/** Entries a piece holds before it is closed at the end of an entry. */
const PER_CHUNK = 60;

/** The days in pieces of at most PER_CHUNK entries; a long day goes over several pieces. */
export function chunksOf(days: readonly DayOfEntries[]): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let open: DayOfEntries[] = [];
  let entries = 0;
  const close = (): void => {
    const key = `${open[0]?.day ?? ""}-${open[0]?.entries[0]?.id ?? ""}`;
    if (open.length > 0) chunks.push({ key, days: open, entries });
    open = [];
    entries = 0;
  };
  for (const day of days.flatMap(piecesOf)) {
    if (entries + day.entries.length > PER_CHUNK) close();
    open.push(day);
    entries += day.entries.length;
  }
  close();
  return chunks;
}

function piecesOf({ day, entries }: DayOfEntries): readonly DayOfEntries[] {
  const starts = Array.from({ length: Math.ceil(entries.length / PER_CHUNK) }, (_, index) => index * PER_CHUNK);
  return starts.map((start) => ({ day, entries: entries.slice(start, start + PER_CHUNK) }));
}

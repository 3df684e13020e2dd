/** Moments of the latest sentence in the browser's performance timeline, for measuring; each name is there once. */

export type Moment =
  | "ear:asked" | "ear:live" | "ear:first-voiced" | "ear:first-words" | "ear:last-voiced" | "ear:ended"
  | "draft:provisional" | "draft:final";

/** Note a moment; `ago` milliseconds before now. */
export function mark(moment: Moment, ago = 0): void {
  performance.clearMarks(moment);
  performance.mark(moment, { startTime: Math.max(0, performance.now() - ago) });
}

/** A new sentence begins: what was noted of the one before is gone. */
export function clearMarks(): void {
  for (const { name } of performance.getEntriesByType("mark")) if (/^(ear|draft):/.test(name)) performance.clearMarks(name);
  mark("ear:asked");
}

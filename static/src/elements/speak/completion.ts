/** The name a typed beginning may mean: "12.5 li" → "Lidl". */

import { fold } from "../../lib/fold";

/** The first name that begins with the last word of the text (two letters or more), or null. */
export function completionOf(text: string, names: readonly string[]): string | null {
  const start = fold(lastWord(text));
  if (start.length < 2 || /^\d/.test(start)) return null;
  return names.find((name) => fold(name).startsWith(start) && fold(name) !== start) ?? null;
}

/** The text with its last word completed: completed("12.5 li", "Lidl") is "12.5 Lidl ". */
export function completed(text: string, name: string): string {
  return `${text.slice(0, text.length - lastWord(text).length)}${name} `;
}

function lastWord(text: string): string {
  return /\S*$/.exec(text)?.[0] ?? "";
}

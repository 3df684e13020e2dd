/** One change of an entry in words: "Amount: €12.50 → €13.00", "Tag “trip” added". */

import { isDocument } from "../../ledger/document";
import type { Value } from "../../ledger/types";
import { say } from "../../lib/say";
import type { Changed } from "../../sync/people";
import { isPart, partWords, slotName, type Surroundings, valueWords } from "../attention/value_words";

/** A path that means something to people; the rest follows from it. */
const TOLD = /^(date|note|account|payee|lines\.[^.]+\.(amount|category|account))$/;

/** The words that were heard or typed when an entry was recorded, or "". */
export function wordsHeard({ paths }: Changed): string {
  const origin = paths.find(({ path }) => path === "origin")?.now;
  const words = paths.find(({ path }) => path === "origin.words")?.now ?? (isDocument(origin) ? origin["words"] : null);
  return typeof words === "string" ? words : "";
}

/** What was changed after that, a sentence each; empty where nothing of it means anything to people. */
export function changeWords({ paths }: Changed, around: Surroundings): readonly string[] {
  return paths.filter(({ old, now }) => old !== now).flatMap(({ path, old, now }) => sentenceOf(path, old, now, around) ?? []);
}

function sentenceOf(path: string, old: Value, now: Value, around: Surroundings): string | null {
  if (path === "deleted") return old === null ? null : valueWords(path, now, around);
  if (path.startsWith("tags.")) return say(now === null ? "history.tag_removed" : "history.tag_added", { tag: path.slice("tags.".length) });
  if (isPart(path)) return say(now === null ? "history.line_removed" : "history.line_added", { line: partWords(now ?? old, around) });
  if (!TOLD.test(path)) return null;
  return say("history.change", { slot: slotName(path), old: valueWords(path, old, around), now: valueWords(path, now, around) });
}

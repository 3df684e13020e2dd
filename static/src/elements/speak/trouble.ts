/** Why nothing was recorded, as a sentence with the remedy. */

import { say, type StringKey } from "../../lib/say";
import type { Turn } from "./turn";

const REASONS: Readonly<Record<string, StringKey>> = {
  question: "refuse.question", query: "refuse.question", future: "refuse.future", negation: "refuse.negation",
  imperative: "refuse.imperative", hypothetical: "refuse.hypothetical", empty: "refuse.empty",
  amend: "refuse.amend", undo: "refuse.undo", same: "amend.same", set: "refuse.set", viewer: "viewer",
};

/** The sentence of a turn that recorded nothing; null for every other turn. */
export function troubleOf(turn: Turn): string | null {
  if (turn.kind === "refused") return say(REASONS[turn.reason] ?? "refuse.other");
  if (turn.kind === "trouble") return say(`trouble.${turn.trouble}`);
  if (turn.kind === "failed") return turn.sentence;
  return turn.kind === "kept" ? turn.why : null;
}

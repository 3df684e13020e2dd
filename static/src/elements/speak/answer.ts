/** Whether words spoken at a draft are a plain yes or no: decided here, without the parser; pure. */

import type { Hypothesis } from "../../ledger/reading";
import { fold } from "../../lib/fold";

export type SpokenAnswer = "yes" | "no" | "undo";

/** Phrases of each answer, and the words that change nothing ("please"), separated by commas. */
export interface AnswerWords {
  readonly yes: string;
  readonly no: string;
  readonly undo: string;
  readonly filler: string;
}

/** A yes that the recogniser doubts is none: noise sounds like short words. */
const SURE = 0.5;

/** The answer, where the whole sentence is one; null for anything else, and for a yes beside a no. */
export function spokenAnswer({ transcript, words }: Hypothesis, spoken: AnswerWords): SpokenAnswer | null {
  const answer = answerIn(fold(transcript), spoken);
  return answer === "yes" && words.some(({ conf }) => conf < SURE) ? null : answer;
}

function answerIn(text: string, spoken: AnswerWords): SpokenAnswer | null {
  const found = new Set<SpokenAnswer>();
  let rest = text.split(" ").filter(Boolean);
  while (rest.length > 0) {
    const [kind, length] = beginning(rest, spoken);
    if (kind === null) return null;
    if (kind !== "filler") found.add(kind);
    rest = rest.slice(length);
  }
  const [only = null] = found;
  return found.size === 1 ? only : null;
}

/** What the longest known phrase at the beginning means, and its length in words. */
function beginning(words: readonly string[], spoken: AnswerWords): readonly [SpokenAnswer | "filler" | null, number] {
  const phrases = (["yes", "no", "undo", "filler"] as const).flatMap((kind) =>
    spoken[kind].split(",").map((phrase) => [kind, fold(phrase.trim()).split(" ")] as const));
  const fits = phrases.filter(([, phrase]) => phrase.every((word, place) => words[place] === word));
  const [longest] = fits.sort(([, one], [, other]) => other.length - one.length);
  return longest ? [longest[0], longest[1].length] : [null, 0];
}

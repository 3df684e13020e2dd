/** What the recogniser writes for a sound that is none of its words, and what people and parser see instead. */

const UNKNOWN = "[unk]";
const UNHEARD = "…";

/** The same words in the same places, with "…" for each that was not understood. */
export function withoutUnknown(transcript: string): string {
  return transcript.replaceAll(UNKNOWN, UNHEARD);
}

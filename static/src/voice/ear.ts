/** The ear's front door: what elements may ask of the microphone and the recogniser. `openEar` in voice/open_ear.ts makes one. */

import type { Hypothesis, ParserContext, Reading } from "../ledger/reading";

export interface SpeechModel {
  readonly name: string;
  readonly language: string;
  readonly url: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly starter: boolean;
}

export type EarState = "asleep" | "preparing" | "ready" | "listening" | "finishing" | "unable";

/** Why listening could not start or ended without words; each has a sentence with the remedy in the catalogue. */
export type EarTrouble =
  | "no_permission" | "no_microphone" | "microphone_busy" | "insecure_page" | "engine_failed" | "model_failed" | "nothing_heard";

export interface ListenHandlers {
  /** The words so far, many times a second while one speaks. */
  partial(transcript: string): void;
  /** Loudness 0…1, for the meter. */
  level(level: number): void;
  /** End of the utterance; called once unless `trouble` or `cancel`. `wav` is set when the server must listen instead. */
  final(hypothesis: Hypothesis | null, wav: Blob | null): void;
  trouble(trouble: EarTrouble): void;
}

export interface Listening {
  /** End now and take what was said. */
  stop(): void;
  /** End now and forget. */
  cancel(): void;
}

/** Emits "state", and "progress" (ModelProgress in open_ear.ts) while a model is fetched. `where` tells who recognises: this phone, or the server when the engine cannot run here. */
export interface Ear extends EventTarget {
  readonly state: EarState;
  readonly where: "phone" | "server";
  /** Load engine and model (or find that they cannot run here). Safe to call again. */
  prepare(model: SpeechModel | null): Promise<void>;
  listen(handlers: ListenHandlers): Promise<Listening>;
  /** The reading of spoken or typed words; the same parser as on the server. */
  read(text: string, context: ParserContext): Promise<Reading>;
}

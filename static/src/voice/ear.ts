/** The ear's front door: what elements may ask of the microphone and the recogniser. `openEar` in voice/open_ear.ts makes one. */

import type { Hypothesis, ParserContext, Reading } from "../ledger/reading";

export interface SpeechModel {
  readonly name: string;
  readonly language: string;
  readonly url: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly starter: boolean;
  /** SHA-256 of each `piece_bytes` of the file, in order: so much is fetched and verified at once. */
  readonly piece_bytes: number;
  readonly pieces: readonly string[];
}

/** "asleep" until it is first prepared; "unfetched": the model could not be fetched, a sentence tries again. */
export type EarState = "asleep" | "unfetched" | "preparing" | "ready" | "listening" | "finishing" | "unable";

/** Why listening could not start or ended without words; each has a sentence with the remedy in the catalogue. */
export type EarTrouble =
  | "no_permission" | "not_answered" | "no_microphone" | "microphone_busy" | "insecure_page"
  | "microphone_lost" | "microphone_muted" | "microphone_stuck" | "interrupted" | "went_away" | "nothing_heard";

export interface ListenHandlers {
  /** The microphone is open and its sound arrives: one may speak. */
  live(): void;
  /** The words so far, many times a second while one speaks. */
  partial(transcript: string): void;
  /** Loudness 0…1, for the meter. */
  level(level: number): void;
  /** End of the utterance; called once unless `trouble` or `cancel`. `wav` is set when the server must listen instead. */
  final(hypothesis: Hypothesis | null, wav: Blob | null): void;
  trouble(trouble: EarTrouble): void;
}

export interface Listening {
  /** The person keeps the button pressed: only letting go, which is `stop`, ends the sentence. */
  hold(): void;
  /** End now and take what was said. */
  stop(): void;
  /** End now and forget. */
  cancel(): void;
}

/** What the microphone does when all was said: close, or rest open for a moment, since an answer may follow. */
export type After = "close" | "rest";

/** What was understood of a sound file; `wav` is set when the server must listen instead. */
export interface HeardFile {
  readonly hypothesis: Hypothesis | null;
  readonly wav: Blob | null;
}

/** Emits "state", and "progress" (ModelProgress in open_ear.ts) while a model is fetched. `where` tells who recognises: this phone, or the server when the engine cannot run here. */
export interface Ear extends EventTarget {
  readonly state: EarState;
  readonly where: "phone" | "server";
  /** The engine never came up here, twice: it is not started again until `tryAgain`. */
  readonly gaveUp: boolean;
  /** The browser asks for the microphone again and again. */
  readonly asksAgain: boolean;
  /** Load engine and model (or find that they cannot run here). Safe to call again. */
  prepare(model: SpeechModel | null): Promise<void>;
  tryAgain(): Promise<void>;
  listen(handlers: ListenHandlers, after?: After): Promise<Listening>;
  /** Hear before a screen is there to show it; `begun` hears that one may speak. The next `listen` takes it over. */
  listenAhead(begun: () => void, after?: After): Promise<void>;
  /** Hear on for an answer to what is on the screen: with the microphone that rests, and not for long. */
  listenOn(handlers: ListenHandlers): Promise<Listening>;
  /** What is said in a sound file; `partial` as in ListenHandlers. Rejects with SoundFileFailed. */
  hear(file: Blob, partial: (transcript: string) => void): Promise<HeardFile>;
  /** The reading of spoken or typed words; the same parser as on the server. */
  read(text: string, context: ParserContext): Promise<Reading>;
}

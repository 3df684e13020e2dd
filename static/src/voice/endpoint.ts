/** When has a person said it all? Pure: sound and words in, a verdict out; time is the sound's own. */

import { loudness, SILENCE } from "./sound";

export type Verdict = "waiting" | "speaking" | "ended" | "nothing";

/** Seconds, unless named otherwise. */
export interface EndpointRules {
  /** Quiet after speech that ends the sentence; people pause up to 0.7 s inside one. */
  readonly quiet: number;
  /** The same by the recogniser's words, for places where it is never quiet. */
  readonly unchanged: number;
  /** Nobody spoke for so long: give up. */
  readonly patience: number;
  /** Longest sentence; the server takes 60 s. */
  readonly longest: number;
  /** Voice is so many decibels above the quietest moment of the last seconds, and above `faintest`. */
  readonly rise: number;
  readonly faintest: number;
  /** Shortest burst that counts as speech: a click is shorter. */
  readonly burst: number;
}

export const RULES: EndpointRules = {
  quiet: 1.1, unchanged: 1.8, patience: 8, longest: 55, rise: 10, faintest: -52, burst: 0.12,
};

/** Listening on for an answer to what is on the screen: a draft, or what was just saved. */
export const ANSWER: EndpointRules = { ...RULES, patience: 6 };

const FRAME = 0.02;
/** The floor is the quietest frame of this many seconds. */
const MEMORY = 4;
/** Sums of seconds miss their mark by a rounding error. */
const ROUNDING = 1e-6;

export class Endpoint {
  verdict: Verdict = "waiting";
  /** Whether not a single sample differed from zero: a microphone that is switched off. */
  soundless = true;
  /** Counted in frames. */
  #time = 0;
  #voicedFor = 0;
  #firstVoice: number | null = null;
  #lastVoice: number | null = null;
  #words = "";
  #wordsSince = 0;
  #recent: number[] = [];
  #held = false;
  readonly #frame: number;
  #rest = new Float32Array(0);

  constructor(rate: number, private readonly rules: EndpointRules = RULES) {
    this.#frame = Math.round(rate * FRAME);
  }

  /** Whether a voice was heard, by loudness or by words. */
  get spoke(): boolean {
    return this.#lastVoice !== null || this.#words !== "";
  }

  /** Seconds since the first voiced sample began, and since the last one ended; null while nobody spoke. */
  get sinceVoice(): { readonly first: number; readonly last: number } | null {
    if (this.#firstVoice === null || this.#lastVoice === null) return null;
    return { first: (this.#time - this.#firstVoice) * FRAME, last: (this.#time - this.#lastVoice) * FRAME };
  }

  /** From now on the sentence is over when the person says so, by letting go. */
  hold(): void {
    this.#held = true;
  }

  /** The next samples of the microphone. */
  sound(samples: Float32Array): Verdict {
    const waiting = new Float32Array(this.#rest.length + samples.length);
    waiting.set(this.#rest);
    waiting.set(samples, this.#rest.length);
    let place = 0;
    for (; place + this.#frame <= waiting.length; place += this.#frame) {
      this.#hear(loudness(waiting.subarray(place, place + this.#frame)));
    }
    this.#rest = waiting.slice(place);
    return this.#judge();
  }

  /** What the recogniser has understood of the first `until` seconds. */
  words(transcript: string, until: number): Verdict {
    if (transcript !== this.#words) {
      this.#words = transcript;
      this.#wordsSince = until;
    }
    if (transcript && !this.#held && until - this.#wordsSince >= this.rules.unchanged - ROUNDING) this.#end();
    return this.#judge();
  }

  #hear(decibels: number): void {
    this.#time += 1;
    this.#recent.push(decibels);
    if (this.#recent.length > framesOf(MEMORY)) this.#recent.shift();
    if (decibels > SILENCE) this.soundless = false;
    const voiced = decibels > this.rules.faintest && decibels > Math.min(...this.#recent) + this.rules.rise;
    this.#voicedFor = voiced ? this.#voicedFor + 1 : 0;
    if (this.#voicedFor < framesOf(this.rules.burst)) return;
    this.#firstVoice ??= this.#time - this.#voicedFor;
    this.#lastVoice = this.#time;
  }

  #judge(): Verdict {
    if (this.verdict === "ended" || this.verdict === "nothing") return this.verdict;
    this.verdict = this.spoke ? "speaking" : "waiting";
    if (this.#time >= framesOf(this.rules.longest)) this.#end();
    if (this.#held) return this.verdict;
    if (this.#lastVoice !== null && this.#time - this.#lastVoice >= framesOf(this.rules.quiet)) this.#end();
    if (!this.spoke && this.#time >= framesOf(this.rules.patience)) this.verdict = "nothing";
    return this.verdict;
  }

  #end(): void {
    this.verdict = "ended";
  }
}

function framesOf(seconds: number): number {
  return Math.round(seconds / FRAME);
}

/** One sentence, from the opened microphone to the words: sound is kept while the engine loads, and for the server. */

import type { Hypothesis } from "../ledger/reading";
import { type Cue, give } from "./cues";
import type { After, EarTrouble, ListenHandlers, Listening } from "./ear";
import { Endpoint, type EndpointRules, type Verdict } from "./endpoint";
import { mark } from "./marks";
import { MicrophoneFailed, type Opening, type OpenMicrophone } from "./microphone";
import type { Recognition, Recognizer } from "./recognizer";
import { joined, meterLevel } from "./sound";
import { wavOf } from "./wav";

/** Who listens tells the ear how far it is. */
export type Stage = "listening" | "finishing" | "done";

export interface Manner {
  readonly rules: EndpointRules;
  /** What becomes of the microphone when all was said. */
  readonly after: After;
  /** What is told without words, by sound or shake. */
  readonly cues: readonly Cue[];
}

/** Milliseconds heard after a tap: people tap on their last syllable. */
const AFTER_TAP = 250;
/** Milliseconds to wait for an engine that is still loading when all was said. */
const LATE = 10_000;
/** Milliseconds without a sample after which the microphone is taken for stuck. */
const STUCK = 4_000;

export class Sentence implements Listening {
  readonly #pieces: Float32Array[] = [];
  #rate = 0;
  #endpoint: Endpoint | null = null;
  #held = false;
  #microphone: OpenMicrophone | null = null;
  #recognizer: Recognizer | null = null;
  #recognition: Recognition | null = null;
  #partial = "";
  #stage: Stage = "listening";
  #tapped = false;
  #stuck: ReturnType<typeof setTimeout> | undefined;
  #lastPiece = 0;

  /** `recognizer` is null when the server listens. `tell` is called at each new stage. */
  constructor(
    private readonly handlers: ListenHandlers,
    private readonly recognizer: Promise<Recognizer> | null,
    private readonly tell: (stage: Stage) => void,
    private readonly manner: Manner,
  ) {
    recognizer?.then((ready) => this.#attach(ready), () => undefined);
  }

  /** Open the microphone; a failure goes to `handlers.trouble`. */
  async open(opening: Opening): Promise<void> {
    try {
      this.#microphone = await opening((samples, rate) => this.#hear(samples, rate), (trouble) => this.interrupt(trouble));
      if (this.#stage === "done") return this.#microphone.close();
      this.#await();
    } catch (error) {
      if (this.#stage === "done") return;
      this.#fail(error instanceof MicrophoneFailed ? error.trouble : "microphone_busy");
    }
  }

  hold(): void {
    this.#held = true;
    this.#endpoint?.hold();
  }

  stop(): void {
    if (this.#stage !== "listening" || this.#tapped) return;
    this.#tapped = true;
    setTimeout(() => void this.#finish(), AFTER_TAP);
  }

  cancel(): void {
    if (this.#stage === "done") return;
    this.#microphone?.close();
    this.#recognition?.drop();
    this.#enter("done");
  }

  /** The world ends the sentence: what was said so far counts; without a word the trouble is told. */
  interrupt(trouble: EarTrouble): void {
    if (this.#stage !== "listening") return;
    if (this.#endpoint?.spoke) void this.#finish();
    else this.#fail(trouble);
  }

  #hear(samples: Float32Array, rate: number): void {
    if (this.#stage !== "listening") return;
    if (this.#rate === 0) this.#begun(rate);
    this.#await();
    this.#lastPiece = performance.now();
    this.#pieces.push(samples);
    if (this.#recognition) this.#recognition.accept(samples);
    else this.#attach(this.#recognizer);
    this.handlers.level(meterLevel(samples));
    if (this.#endpoint) this.#obey(this.#endpoint.sound(samples));
  }

  #begun(rate: number): void {
    this.#rate = rate;
    this.#endpoint = new Endpoint(rate, this.manner.rules);
    if (this.#held) this.#endpoint.hold();
    mark("ear:live");
    this.#give("begun");
    this.handlers.live();
  }

  #give(cue: Cue): void {
    if (this.#microphone && this.manner.cues.includes(cue)) give(cue, this.#microphone.context);
  }

  /** Sound must come soon, and then again and again. */
  #await(): void {
    clearTimeout(this.#stuck);
    this.#stuck = setTimeout(() => this.interrupt("microphone_stuck"), STUCK);
  }

  /** Once there are a recogniser and a first sound: give it all that was said meanwhile. */
  #attach(recognizer: Recognizer | null): void {
    this.#recognizer = recognizer;
    if (!recognizer || this.#recognition || this.#rate === 0 || this.#stage === "done") return;
    const recognition = recognizer.begin(this.#rate, (transcript, until) => this.#understood(transcript, until));
    this.#pieces.forEach((piece) => recognition.accept(piece));
    this.#recognition = recognition;
  }

  #understood(transcript: string, until: number): void {
    if (this.#stage === "done" || !this.#endpoint) return;
    if (transcript !== this.#partial) {
      if (this.#partial === "") mark("ear:first-words");
      this.handlers.partial(transcript);
    }
    this.#partial = transcript;
    if (this.#stage === "listening") this.#obey(this.#endpoint.words(transcript, until));
  }

  #obey(verdict: Verdict): void {
    if (verdict === "ended" || verdict === "nothing") void this.#finish();
  }

  async #finish(): Promise<void> {
    if (this.#stage !== "listening") return;
    this.#note();
    this.#enter("finishing");
    this.#give("ended");
    this.#microphone?.[this.manner.after]();
    const hypothesis = await this.#hypothesis().catch(() => null);
    if (this.#isDone()) return;
    this.#enter("done");
    this.#answer(hypothesis);
  }

  #note(): void {
    mark("ear:ended");
    const since = this.#endpoint?.sinceVoice;
    if (!since) return;
    const ago = performance.now() - this.#lastPiece;
    mark("ear:first-voiced", ago + 1000 * since.first);
    mark("ear:last-voiced", ago + 1000 * since.last);
  }

  /** The phone's words, or null when the server must listen. */
  async #hypothesis(): Promise<Hypothesis | null> {
    if (!this.recognizer) return null;
    this.#attach(await Promise.race([this.recognizer, late()]));
    return this.#recognition ? this.#recognition.finish() : null;
  }

  #answer(hypothesis: Hypothesis | null): void {
    const voiced = this.#endpoint?.spoke === true;
    if (hypothesis ? hypothesis.transcript !== "" : voiced) {
      this.handlers.final(hypothesis, hypothesis ? null : wavOf(joined(this.#pieces), this.#rate));
    } else {
      this.handlers.trouble(this.#endpoint?.soundless ? "microphone_muted" : "nothing_heard");
    }
  }

  #fail(trouble: EarTrouble): void {
    this.#microphone?.close();
    this.#recognition?.drop();
    this.#enter("done");
    this.handlers.trouble(trouble);
  }

  #isDone(): boolean {
    return this.#stage === "done";
  }

  #enter(stage: Stage): void {
    clearTimeout(this.#stuck);
    this.#stage = stage;
    this.tell(stage);
  }
}

function late(): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error("the engine is not there yet")), LATE));
}

/** One sentence, from the opened microphone to the words: sound is kept while the engine loads, and for the server. */

import type { Hypothesis } from "../ledger/reading";
import type { ListenHandlers, Listening } from "./ear";
import { Endpoint, type Verdict } from "./endpoint";
import { type Microphone, MicrophoneFailed, type OpenMicrophone } from "./microphone";
import type { Recognition, Recognizer } from "./recognizer";
import { joined, meterLevel } from "./sound";
import { wavOf } from "./wav";

/** Who listens tells the ear how far it is; "failed" when the phone's recogniser could not. */
export type Stage = "listening" | "finishing" | "done";

/** Milliseconds heard after a tap: people tap on their last syllable. */
const AFTER_TAP = 250;
/** Milliseconds to wait for an engine that is still loading when all was said. */
const LATE = 10_000;

export class Sentence implements Listening {
  readonly #pieces: Float32Array[] = [];
  #rate = 0;
  #endpoint: Endpoint | null = null;
  #microphone: OpenMicrophone | null = null;
  #recognizer: Recognizer | null = null;
  #recognition: Recognition | null = null;
  #partial = "";
  #stage: Stage = "listening";
  #tapped = false;

  /** `recognizer` is null when the server listens. `tell` is called at each new stage. */
  constructor(
    private readonly handlers: ListenHandlers,
    private readonly recognizer: Promise<Recognizer> | null,
    private readonly tell: (stage: Stage) => void,
  ) {
    recognizer?.then((ready) => this.#attach(ready), () => undefined);
  }

  /** Open the microphone; a failure goes to `handlers.trouble`. */
  async open(microphone: Microphone): Promise<void> {
    try {
      this.#microphone = await microphone.open((samples, rate) => this.#hear(samples, rate), () => this.stop());
      if (this.#stage === "done") this.#microphone.close();
    } catch (error) {
      if (this.#stage === "done") return;
      this.#enter("done");
      this.handlers.trouble(error instanceof MicrophoneFailed ? error.trouble : "microphone_busy");
    }
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

  #hear(samples: Float32Array, rate: number): void {
    if (this.#stage !== "listening") return;
    this.#rate = rate;
    this.#endpoint ??= new Endpoint(rate);
    this.#pieces.push(samples);
    if (this.#recognition) this.#recognition.accept(samples);
    else this.#attach(this.#recognizer);
    this.handlers.level(meterLevel(samples));
    this.#obey(this.#endpoint.sound(samples));
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
    if (transcript !== this.#partial) this.handlers.partial(transcript);
    this.#partial = transcript;
    if (this.#stage === "listening") this.#obey(this.#endpoint.words(transcript, until));
  }

  #obey(verdict: Verdict): void {
    if (verdict === "ended" || verdict === "nothing") void this.#finish();
  }

  async #finish(): Promise<void> {
    if (this.#stage !== "listening") return;
    this.#enter("finishing");
    this.#microphone?.close();
    const hypothesis = await this.#hypothesis().catch(() => null);
    if (this.#isDone()) return;
    this.#enter("done");
    this.#answer(hypothesis);
  }

  /** The phone's words, or null when the server must listen. */
  async #hypothesis(): Promise<Hypothesis | null> {
    if (!this.recognizer) return null;
    this.#attach(await Promise.race([this.recognizer, late()]));
    return this.#recognition ? this.#recognition.finish() : null;
  }

  #answer(hypothesis: Hypothesis | null): void {
    const voiced = this.#endpoint !== null && this.#endpoint.spoke;
    if (hypothesis ? hypothesis.transcript !== "" : voiced) {
      this.handlers.final(hypothesis, hypothesis ? null : wavOf(joined(this.#pieces), this.#rate));
    } else {
      this.handlers.trouble("nothing_heard");
    }
  }

  #isDone(): boolean {
    return this.#stage === "done";
  }

  #enter(stage: Stage): void {
    this.#stage = stage;
    this.tell(stage);
  }
}

function late(): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error("the engine is not there yet")), LATE));
}

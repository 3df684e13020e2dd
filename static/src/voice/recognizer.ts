/** Our thin client of the recogniser's worker. The engine never settles on a failure, so every wait has an end. */

import type { Hypothesis, Word } from "../ledger/reading";
import { answerOf, type Answer, type Order } from "./engine_messages";

/** What the client needs of a Worker; tests bring their own. */
export interface EnginePort {
  postMessage(order: Order, transfer?: Transferable[]): void;
  addEventListener(type: "message" | "error" | "messageerror", listener: (event: Event) => void): void;
  terminate(): void;
}

export class RecognizerFailed extends Error {
  override readonly name: string = "RecognizerFailed";
}

/** It said nothing at all: a missing file, or a phone that is too small. */
export class RecognizerStuck extends RecognizerFailed {
  override readonly name = "RecognizerStuck";
}

/** Milliseconds. */
export interface Patience {
  readonly load: number;
  readonly finish: number;
}

export const PATIENCE: Patience = { load: 45_000, finish: 20_000 };
const FULL_SCALE = 0x8000;
const QUIET = -1;

/** One utterance being understood. */
export interface Recognition {
  /** The next samples, between −1 and 1, at the rate it was begun with. */
  accept(samples: Float32Array): void;
  /** All was said: what was understood. Rejects with RecognizerFailed. */
  finish(): Promise<Hypothesis>;
  drop(): void;
}

/** Called after each piece: the words so far, and how many seconds of sound they are of. */
export type Hear = (transcript: string, until: number) => void;

export class Recognizer {
  readonly #utterances = new Map<string, Utterance>();
  #lastId = 0;
  #failure: RecognizerFailed | null = null;

  /** Load engine and model in a worker; rejects with RecognizerFailed, and the worker is gone then. */
  static load(port: EnginePort, modelUrl: string, patience: Patience = PATIENCE): Promise<Recognizer> {
    const recognizer = new Recognizer(port, patience);
    return recognizer.#load(modelUrl).then(() => recognizer);
  }

  private constructor(private readonly port: EnginePort, private readonly patience: Patience) {
    port.addEventListener("message", (event) => this.#answered(answerOf((event as MessageEvent<unknown>).data)));
    port.addEventListener("error", (event) => this.#fail((event as ErrorEvent).message || "the worker did not start"));
    port.addEventListener("messageerror", () => this.#fail("an unreadable message"));
  }

  get failed(): boolean {
    return this.#failure !== null;
  }

  begin(rate: number, hear: Hear): Recognition {
    const id = `utterance-${++this.#lastId}`;
    const utterance = new Utterance(id, rate, this.port, hear, this.patience.finish, () => this.#utterances.delete(id));
    if (this.#failure) utterance.fail(this.#failure);
    else this.#utterances.set(id, utterance);
    return utterance;
  }

  close(): void {
    this.#fail("closed");
  }

  #loaded: (() => void) | null = null;
  #notLoaded: ((failure: RecognizerFailed) => void) | null = null;

  #load(modelUrl: string): Promise<void> {
    const timer = setTimeout(() => this.#end(new RecognizerStuck("loading took too long")), this.patience.load);
    const loading = new Promise<void>((resolve, reject) => {
      this.#loaded = resolve;
      this.#notLoaded = reject;
    });
    this.port.postMessage({ action: "set", key: "logLevel", value: QUIET });
    this.port.postMessage({ action: "load", modelUrl });
    return loading.finally(() => clearTimeout(timer));
  }

  #answered(answer: Answer | null): void {
    if (!answer) return;
    if (answer.event === "load") return this.#loaded?.();
    if (answer.event === "error" && answer.recognizerId === null) return this.#fail(answer.error);
    const utterance = answer.recognizerId === null ? undefined : this.#utterances.get(answer.recognizerId);
    utterance?.answered(answer);
  }

  #fail(why: string): void {
    this.#end(new RecognizerFailed(why));
  }

  #end(failure: RecognizerFailed): void {
    if (this.#failure) return;
    this.#failure = failure;
    this.port.terminate();
    this.#notLoaded?.(failure);
    for (const utterance of [...this.#utterances.values()]) utterance.fail(failure);
  }
}

class Utterance implements Recognition {
  readonly #segments: { readonly text: string; readonly words: readonly Word[] }[] = [];
  /** Seconds of each piece that is not answered yet: the worker answers each piece once, in order. */
  readonly #unanswered: number[] = [];
  #until = 0;
  #failure: RecognizerFailed | null = null;
  #resolve: ((hypothesis: Hypothesis) => void) | null = null;
  #reject: ((failure: RecognizerFailed) => void) | null = null;

  constructor(
    private readonly id: string, private readonly rate: number, private readonly port: EnginePort,
    private readonly hear: Hear, private readonly patience: number, private readonly done: () => void,
  ) {
    port.postMessage({ action: "create", recognizerId: id, sampleRate: rate });
    port.postMessage({ action: "set", recognizerId: id, key: "words", value: true });
  }

  accept(samples: Float32Array): void {
    if (this.#failure) return;
    const data = samples.map((sample) => sample * FULL_SCALE);
    this.#unanswered.push(samples.length / this.rate);
    this.port.postMessage({ action: "audioChunk", recognizerId: this.id, data, sampleRate: this.rate }, [data.buffer]);
  }

  finish(): Promise<Hypothesis> {
    const timer = setTimeout(() => this.fail(new RecognizerStuck("finishing took too long")), this.patience);
    const finished = new Promise<Hypothesis>((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
      if (this.#failure) reject(this.#failure);
      else this.port.postMessage({ action: "retrieveFinalResult", recognizerId: this.id });
    });
    return finished.finally(() => clearTimeout(timer));
  }

  drop(): void {
    this.done();
    if (!this.#failure) this.port.postMessage({ action: "remove", recognizerId: this.id });
  }

  fail(failure: RecognizerFailed): void {
    this.#failure ??= failure;
    this.done();
    this.#reject?.(this.#failure);
  }

  answered(answer: Answer): void {
    if (answer.event === "error") return this.fail(new RecognizerFailed(answer.error));
    const piece = this.#unanswered.shift();
    if (answer.event === "result") this.#segments.push(answer);
    if (piece === undefined) return this.#finished();
    this.#until += piece;
    this.hear(this.#transcript(answer.event === "partialresult" ? answer.partial : ""), this.#until);
  }

  /** A result beyond the last piece's answer is the final one. */
  #finished(): void {
    const words = this.#segments.flatMap((segment) => segment.words);
    this.#resolve?.({ transcript: this.#transcript(""), words, alternatives: [] });
    this.drop();
  }

  #transcript(partial: string): string {
    return [...this.#segments.map(({ text }) => text), partial].filter(Boolean).join(" ");
  }
}

/** The engine's life: started on demand, tried twice, stopped when nobody has spoken for a while. */

import type { DeadStarts } from "./dead_starts";
import { type EnginePort, type Patience, Recognizer, RecognizerStuck } from "./recognizer";

/** Milliseconds without a sentence after which the engine gives its memory back. */
export const IDLE = 120_000;

export interface EngineParts {
  readonly start: () => EnginePort;
  /** Drop what a failed start may have left behind. */
  readonly clean: () => Promise<void>;
  /** Tells "pagehide": the person left. */
  readonly page: EventTarget;
  readonly idle: number;
  readonly patience: Patience;
}

export class EngineRoom {
  #recognizer: Promise<Recognizer> | null = null;
  #loaded: Recognizer | null = null;
  #idle: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly modelUrl: string, private readonly starts: DeadStarts, private readonly parts: EngineParts) {}

  get warm(): boolean {
    return this.#loaded !== null && !this.#loaded.failed;
  }

  /** Whether so many starts died that no other is tried. */
  get gaveUp(): boolean {
    return this.starts.tooMany;
  }

  /** Try anew, whatever happened before. */
  forgive(): void {
    this.starts.forget();
  }

  /** The recogniser, started if it is not running; rejects with RecognizerFailed when it cannot. */
  recognizer(): Promise<Recognizer> {
    clearTimeout(this.#idle);
    if (this.#loaded?.failed) this.close();
    this.#recognizer ??= this.#start();
    return this.#recognizer;
  }

  /** Nobody speaks now: stop the engine later, unless somebody speaks again. */
  rest(): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.close(), this.parts.idle);
  }

  close(): void {
    clearTimeout(this.#idle);
    void this.#recognizer?.then((recognizer) => recognizer.close()).catch(() => undefined);
    this.#recognizer = this.#loaded = null;
  }

  async #start(): Promise<Recognizer> {
    try {
      const recognizer = await this.#tried().catch((failure: unknown) => this.#triedAgain(failure));
      this.#loaded = recognizer;
      return recognizer;
    } catch (failure) {
      this.#recognizer = null;
      throw failure;
    }
  }

  /** An error may come from something half written; silence would only repeat itself. */
  async #triedAgain(failure: unknown): Promise<Recognizer> {
    if (failure instanceof RecognizerStuck) throw failure;
    await this.parts.clean();
    return this.#tried();
  }

  async #tried(): Promise<Recognizer> {
    if (this.starts.tooMany) throw new RecognizerStuck("the engine never came up here, twice");
    const left = (): void => this.starts.ended();
    this.starts.begun();
    this.parts.page.addEventListener("pagehide", left, { once: true });
    try {
      const recognizer = await Recognizer.load(this.parts.start(), this.modelUrl, this.parts.patience);
      this.starts.forget();
      return recognizer;
    } catch (failure) {
      if (!(failure instanceof RecognizerStuck)) this.starts.ended();
      throw failure;
    } finally {
      this.parts.page.removeEventListener("pagehide", left);
    }
  }
}

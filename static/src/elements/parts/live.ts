/** A value read from the store that follows its changes: read again after each event, never two reads at once. */

import type { ReactiveController, ReactiveControllerHost } from "lit";

import { sentenceOf } from "./problem";

/** Between two reads of a ledger that changes all the time, as in its first sync. */
const BREATH_MS = 300;

export class Live<T> implements ReactiveController {
  value: T | null = null;
  error: unknown = null;
  #reading = false;
  #stale = false;
  #source: EventTarget | null = null;
  #drawn = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly source: () => EventTarget,
    private readonly read: () => Promise<T>,
    private readonly event = "change",
  ) {
    host.addController(this);
  }

  /** Why the value could not be read, as a sentence; empty while it could. */
  get problem(): string {
    return this.error === null ? "" : sentenceOf(this.error);
  }

  hostConnected(): void {
    if (this.#drawn) this.#listen();
  }

  /**
   * The first time: an element whose code came late has its properties only now. Later: it may have been given
   * another store meanwhile.
   */
  hostUpdate(): void {
    const gone = this.#drawn && this.#source === null;
    this.#drawn = true;
    if (gone || this.#source === this.source()) return;
    this.hostDisconnected();
    this.#listen();
  }

  hostDisconnected(): void {
    this.#source?.removeEventListener(this.event, this.#refresh);
    this.#source = null;
  }

  /** Read now, or once more after the read that is under way. */
  readonly refresh = async (): Promise<void> => {
    this.#stale = true;
    if (this.#reading) return;
    this.#reading = true;
    while (this.#stale) {
      this.#stale = false;
      await this.#once();
      if (this.#stale) await new Promise((resolve) => setTimeout(resolve, BREATH_MS));
    }
    this.#reading = false;
  };

  readonly #refresh = (): void => void this.refresh();

  #listen(): void {
    if (this.#source) return;
    this.#source = this.source();
    this.#source.addEventListener(this.event, this.#refresh);
    void this.refresh();
  }

  async #once(): Promise<void> {
    try {
      this.value = await this.read();
      this.error = null;
    } catch (error) {
      this.error = error;
    }
    this.host.requestUpdate();
  }
}

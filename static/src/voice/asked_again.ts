/** Remembers how often the browser asked for the microphone although it was given before: an iPhone forgets. */

const KEY = "my-funds-microphone-asked";
/** So many times it is no accident. */
const OFTEN = 3;

export class AskedAgain {
  constructor(private readonly storage: Pick<Storage, "getItem" | "setItem">) {}

  /** The person was asked, and said yes. */
  granted(): void {
    this.storage.setItem(KEY, String(this.#times() + 1));
  }

  get often(): boolean {
    return this.#times() >= OFTEN;
  }

  #times(): number {
    return Number(this.storage.getItem(KEY)) || 0;
  }
}

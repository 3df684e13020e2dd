/** Remembers engine starts that never came to an end: a phone short of memory kills the page, and no error tells. */

const KEY = "my-funds-ear-starts";
/** After so many the server listens, until there is another model. */
const LIMIT = 2;

interface Starts {
  readonly model: string;
  readonly dead: number;
}

export class DeadStarts {
  constructor(private readonly model: string, private readonly storage: Pick<Storage, "getItem" | "setItem" | "removeItem">) {}

  get tooMany(): boolean {
    return this.#dead() >= LIMIT;
  }

  /** A start counts as dead until it is known how it ended. */
  begun(): void {
    this.storage.setItem(KEY, JSON.stringify({ model: this.model, dead: this.#dead() + 1 } satisfies Starts));
  }

  /** It came up, or shall be tried anew. */
  forget(): void {
    this.storage.removeItem(KEY);
  }

  /** It ended with an error, or because the person left: not dead. */
  ended(): void {
    const dead = this.#dead() - 1;
    this.storage.setItem(KEY, JSON.stringify({ model: this.model, dead: Math.max(0, dead) } satisfies Starts));
  }

  #dead(): number {
    const kept = parsed(this.storage.getItem(KEY));
    return kept?.model === this.model ? kept.dead : 0;
  }
}

function parsed(text: string | null): Starts | null {
  try {
    const kept = JSON.parse(text ?? "null") as Partial<Starts> | null;
    return kept && typeof kept.model === "string" && Number.isInteger(kept.dead) ? (kept as Starts) : null;
  } catch {
    return null;
  }
}

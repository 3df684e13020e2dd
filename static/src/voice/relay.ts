/** What an ear tells before a screen is there to show it: kept in order, and told to whoever takes over. */

import type { EarTrouble, ListenHandlers } from "./ear";
import type { Hypothesis } from "../ledger/reading";

export class Relay implements ListenHandlers {
  readonly #untold: ((to: ListenHandlers) => void)[] = [];
  #to: ListenHandlers | null = null;

  /** `begun` hears that one may speak, whoever takes over. */
  constructor(private readonly begun: () => void) {}

  /** From now on all is told to `to`: first what was not told yet. */
  handOver(to: ListenHandlers): void {
    this.#to = to;
    for (const tell of this.#untold.splice(0)) tell(to);
  }

  live(): void {
    this.begun();
    this.#tell((to) => to.live());
  }

  partial(transcript: string): void {
    this.#tell((to) => to.partial(transcript));
  }

  /** A loudness that nobody saw is of no use later. */
  level(level: number): void {
    this.#to?.level(level);
  }

  final(hypothesis: Hypothesis | null, wav: Blob | null): void {
    this.#tell((to) => to.final(hypothesis, wav));
  }

  trouble(trouble: EarTrouble): void {
    this.#tell((to) => to.trouble(trouble));
  }

  #tell(tell: (to: ListenHandlers) => void): void {
    if (this.#to) tell(this.#to);
    else this.#untold.push(tell);
  }
}

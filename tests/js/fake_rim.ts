/** A rim without a browser: a clock that stands still, timers that fire when told, tabs that hear each other. */

import type { Api } from "../../static/src/sync/api";
import type { Rim, Word } from "../../static/src/sync/rim";

export class FakeBrowser {
  time = new Date("2026-03-17T12:00:00Z");
  asked = 0;
  timers: { ms: number; work: () => void }[] = [];
  wakers = new Set<() => void>();
  readonly #tabs = new Map<string, Set<(word: Word) => void>>();
  readonly #queues = new Map<string, Promise<unknown>>();

  rim(api: Api): Rim {
    return {
      api,
      now: () => this.time,
      random: () => 0.5,
      later: (ms, work) => this.#later(ms, work),
      alone: (name, work) => this.#alone(name, work),
      onWake: (wake) => {
        this.wakers.add(wake);
        return () => this.wakers.delete(wake);
      },
      join: (name, hear) => this.#join(name, hear),
      persist: async () => void (this.asked += 1),
    };
  }

  /** The longest wait of the timers set and not cancelled. */
  get wait(): number | undefined {
    return this.timers.at(-1)?.ms;
  }

  #later(ms: number, work: () => void): () => void {
    const timer = { ms, work };
    this.timers.push(timer);
    return () => (this.timers = this.timers.filter((other) => other !== timer));
  }

  #alone(name: string, work: () => Promise<void>): Promise<void> {
    const turn = (this.#queues.get(name) ?? Promise.resolve()).then(work, work);
    this.#queues.set(name, turn.catch(() => undefined));
    return turn;
  }

  #join(name: string, hear: (word: Word) => void): { say(word: Word): void; leave(): void } {
    const tabs = this.#tabs.get(name) ?? new Set();
    this.#tabs.set(name, tabs.add(hear));
    return {
      say: (word) => tabs.forEach((other) => other !== hear && queueMicrotask(() => other(word))),
      leave: () => void tabs.delete(hear),
    };
  }
}

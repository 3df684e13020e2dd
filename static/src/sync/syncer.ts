/** When to push and pull: one round at a time in this browser, again after what wakes it, slower after each failure. */

import type { Database } from "./database";
import { EpochChanged, Refused, SignedOut, SyncError, Unreachable, UnreadableAnswer } from "./errors";
import type { Line, Progress } from "./push";
import type { Rim } from "./rim";
import type { Phase } from "./store";

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 5 * 60_000;
/** How often to look for other devices' changes while all is well. */
const IDLE_WAIT = 60_000;
/** How often a ledger that comes in many pages is drawn anew. */
const REDRAWN_EVERY = 1_000;
/** How often one round starts over because the server says it was restored. */
const RESTARTS = 3;

/** What the syncer tells while it works. */
export interface Listener {
  stands(phase: Phase, progress: Progress | null): Promise<void>;
  failed(problem: string | null): Promise<void>;
  changed(): void;
  completed(): Promise<void>;
}

export class Syncer {
  #running: Promise<void> | null = null;
  #again = false;
  #failures = 0;
  #holds: { readonly free: Promise<void>; readonly open: () => void } | null = null;
  #cancelTimer = () => {};
  #closed = false;
  #stale = false;
  #redrawn = -Infinity;
  readonly #stopWaking: () => void;
  readonly #line: Line;

  constructor(readonly rim: Rim, database: Database, ledger: string, readonly listener: Listener) {
    this.#line = { database, ledger, api: rim.api, free: () => this.#free(), now: () => rim.now() };
    this.#stopWaking = rim.onWake(() => void this.sync());
  }

  /** Push and pull; called while a round runs, another follows it. Never throws, the listener hears how it stands. */
  sync(): Promise<void> {
    this.#again = true;
    this.#running ??= this.#rounds();
    return this.#running;
  }

  /** Send nothing until `release`; what is under way comes to its end. */
  hold(): void {
    if (this.#holds !== null) return;
    let open = () => {};
    const free = new Promise<void>((resolve) => (open = resolve));
    this.#holds = { free, open };
  }

  release(): void {
    this.#holds?.open();
    this.#holds = null;
  }

  /** Start nothing more; resolves when what is under way has ended. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#cancelTimer();
    this.#stopWaking();
    this.release();
    await this.#running;
  }

  /** Ends in one go with its last look at `#again`: who calls between the two would wait for a round that never comes. */
  async #rounds(): Promise<void> {
    this.#cancelTimer();
    try {
      while (this.#again && !this.#closed) {
        this.#again = false;
        await this.rim.alone(`my-funds-sync-${this.#line.database.person}`, () => this.#round());
      }
    } finally {
      this.#running = null;
    }
  }

  async #round(): Promise<void> {
    try {
      await this.#free();
      await this.listener.stands("syncing", null);
      await this.#exchange(RESTARTS);
      this.#failures = 0;
      await this.listener.completed();
      await this.listener.stands("synced", null);
      this.#schedule(IDLE_WAIT);
    } catch (error) {
      if (!this.#closed) await this.#fail(error);
    }
  }

  async #exchange(restarts: number): Promise<void> {
    const { pull, push, startOver } = await theExchange();
    try {
      const refused = await push(this.#line, (progress) => void this.listener.stands("syncing", progress)).then(() => null, laterIfOnlyPush);
      await pull(this.#line, (progress, changed) => this.#onPage(progress, changed));
      if (refused !== null) throw refused;
    } catch (error) {
      this.#redraw();
      if (!(error instanceof EpochChanged) || restarts === 0) throw error;
      await startOver(this.#line.database, this.#line.ledger, error.epoch ?? (await this.#epochNow()));
      this.listener.changed();
      await this.#exchange(restarts - 1);
    }
  }

  #onPage(progress: Progress | null, changed: boolean): void {
    void this.listener.stands("syncing", progress);
    this.#stale ||= changed;
    const more = progress !== null && progress.done < progress.total;
    if (!more || this.rim.now().getTime() - this.#redrawn >= REDRAWN_EVERY) this.#redraw();
  }

  #redraw(): void {
    if (!this.#stale) return;
    this.#stale = false;
    this.#redrawn = this.rim.now().getTime();
    this.listener.changed();
  }

  async #epochNow(): Promise<string> {
    const { ledgers } = await this.rim.api.session();
    const found = ledgers.find((ledger) => ledger.id === this.#line.ledger);
    if (found === undefined) throw new UnreadableAnswer("session.ledgers");
    return found.epoch;
  }

  async #fail(error: unknown): Promise<void> {
    this.#again = false;
    if (!(error instanceof SyncError)) console.error(error);
    if (error instanceof SignedOut) return this.listener.stands("signed_out", null);
    if (error instanceof Unreachable) await this.listener.stands("offline", null);
    else await this.listener.failed(error instanceof SyncError && error.message !== "" ? error.message : null);
    const most = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.#failures);
    const asked = error instanceof Refused ? 1000 * (error.retryAfter ?? 0) : 0;
    this.#failures += 1;
    this.#schedule(Math.max(asked, this.rim.random() * most));
  }

  #schedule(ms: number): void {
    this.#cancelTimer();
    if (!this.#closed) this.#cancelTimer = this.rim.later(ms, () => void this.sync());
  }

  async #free(): Promise<void> {
    while (this.#holds !== null) await this.#holds.free;
    if (this.#closed) throw new SyncError("closed", "");
  }
}

/** Its code may not be on this phone yet. */
function theExchange(): Promise<typeof import("./exchange")> {
  return import("./exchange").catch(() => {
    throw new Unreachable();
  });
}

/** A push the server refuses as a whole (a viewer's, say) must not keep this phone from hearing the others. */
function laterIfOnlyPush(error: unknown): SyncError {
  const fatal = [EpochChanged, SignedOut, Unreachable].some((kind) => error instanceof kind);
  if (fatal || !(error instanceof SyncError)) throw error;
  return error;
}

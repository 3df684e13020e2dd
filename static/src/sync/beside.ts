/** The ledgers beside the open one: what waits in them counts with it, and is sent after a good round of its. */

import type { Database, Reading } from "./database";
import type { OutboxCount } from "./outbox_count";
import type { countsOf } from "./reads";
import type { Rim } from "./rim";
import type { SyncState } from "./store";
import type { Listener, Syncer } from "./syncer";

type Counts = Pick<SyncState, "unsynced" | "attention" | "overdue" | "beside">;

/** Loaded after the first screen, it is given what that has already. */
export class Beside {
  readonly #rim: Rim;
  #current: Syncer | null = null;
  #sending: Promise<void> | null = null;
  #held = false;
  #closed = false;

  constructor(
    readonly counts: readonly OutboxCount[], readonly count: typeof countsOf,
    readonly begin: (rim: Rim, database: Database, ledger: string, listener: Listener) => Syncer,
    readonly database: Database, rim: Rim,
  ) {
    this.#rim = { ...rim, later: () => () => {}, onWake: () => () => {} };
  }

  /** The open ledger's counts and those of all others that the person may write to, together and, where one has any, apart. */
  async counted(reading: Reading, own: Counts, now: Date): Promise<Counts> {
    const each = await Promise.all(this.counts.map(async (count) => ({ ledger: count.ledger, ...(await this.count(reading, count, "editor", now)) })));
    const beside = each.filter(({ unsynced, attention }) => unsynced + attention > 0);
    return beside.reduce<Counts>((all, { unsynced, attention, overdue }) => ({
      ...all, unsynced: all.unsynced + unsynced, attention: all.attention + attention, overdue: (all.overdue ?? false) || (overdue ?? false),
    }), { ...own, beside });
  }

  /** Push and pull each ledger in which something waits, once; what fails is tried again after the next round. Never throws. */
  send(): Promise<void> {
    this.#sending ??= this.#sendAll().catch(() => undefined).finally(() => (this.#sending = null));
    return this.#sending;
  }

  hold(): void {
    this.#held = true;
    this.#current?.hold();
  }

  release(): void {
    this.#held = false;
    this.#current?.release();
  }

  /** Start nothing more; resolves when what is under way has ended. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#current?.close();
    await this.#sending;
  }

  async #sendAll(): Promise<void> {
    for (const { ledger } of this.counts) {
      if (!this.#closed && (await this.#waits(ledger))) await this.#round(ledger);
    }
  }

  /** Whether a round would move something: what was rejected waits for its person alone. */
  async #waits(ledger: string): Promise<boolean> {
    const [all, rejected] = await this.database.read(["outbox"], (reading) => Promise.all([
      reading.objectStore("outbox").index("order").count(IDBKeyRange.bound([ledger, -Infinity], [ledger, Infinity])),
      reading.objectStore("outbox").index("status").count([ledger, "rejected"]),
    ]));
    return all > rejected;
  }

  /** One round; the tabs hear of it, this one too. */
  async #round(ledger: string): Promise<void> {
    const tabs = this.#rim.join(`my-funds-${this.database.person}`, () => {});
    const changed = () => tabs.say({ ledger, about: "change" });
    const none = async () => undefined;
    this.#current = this.begin(this.#rim, this.database, ledger, { stands: none, failed: none, completed: none, changed });
    if (this.#held) this.#current.hold();
    await this.#current.sync();
    await this.#current.close();
    this.#current = null;
    changed();
    tabs.leave();
  }
}

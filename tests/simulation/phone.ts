/** A phone of the simulation: the shipped store in one or two tabs over a disk that can lose power. */

import type { Mutation, Sighting } from "../../static/src/ledger/types";
import { openApi } from "../../static/src/sync/api";
import type { OutboxEntry } from "../../static/src/sync/database";
import { ledgerMeta } from "../../static/src/sync/outbox";
import { openStore } from "../../static/src/sync/open_store";
import type { PhoneStore } from "../../static/src/sync/phone_store";
import { allPulled } from "../../static/src/sync/pulled";
import type { Session } from "../../static/src/sync/wire";
import { FakeBrowser } from "../js/fake_rim";
import { losePower, settle } from "./disk";
import type { Network, Speaker } from "./network";

export class Phone implements Speaker {
  signedIn = true;
  /** How far this phone's clock is off, in ms. */
  skew = 0;
  tabs: PhoneStore[] = [];
  /** What people were shown as saved here, by mid. */
  readonly saved = new Map<string, Mutation>();
  /** What a person dropped from "Needs attention", by mid. */
  readonly discarded = new Map<string, Mutation>();
  /** Forms that are open: which amount of which row, and the cursor at which it was read. */
  readonly forms: { readonly row: string; readonly line: string; readonly sighting: Sighting; readonly cursor: number }[] = [];
  /** The cursor at which a form was opened, by the mid that it was saved under. */
  readonly begunAt = new Map<string, number>();
  browser = new FakeBrowser();
  #stood = { cursor: 0, epoch: "" };

  constructor(
    readonly name: string, readonly person: string, readonly number: number,
    private readonly session: Session, private readonly ledger: string, private readonly network: Network,
  ) {}

  async openTab(now: number): Promise<void> {
    this.clock(now);
    const { browser } = this;
    const api = openApi(this.network.road(this.name, () => this.browser === browser));
    const session = { ...this.session, person: { ...this.session.person, id: this.number } };
    this.tabs.push((await openStore(session, this.ledger, this.browser.rim(api))) as PhoneStore);
    await settle();
  }

  async closeTab(): Promise<void> {
    const [, second] = this.tabs;
    if (second === undefined) return;
    second.close();
    this.tabs = this.tabs.slice(0, 1);
    await settle();
  }

  clock(now: number): void {
    this.browser.time = new Date(now + this.skew);
  }

  /** The browser is killed and the phone loses power; what ran there never goes on. */
  async crash(): Promise<void> {
    for (const { database } of this.tabs) database.read = database.write = () => new Promise<never>(() => {});
    this.network.forget(this.name);
    this.tabs = [];
    this.forms.length = 0;
    this.browser = new FakeBrowser();
    await losePower(`my-funds-${this.number}`);
  }

  /** What people see of the ledger here, and the same balances counted anew from its transactions. */
  async balances(): Promise<{ readonly kept: string; readonly counted: string }> {
    const store = this.#first();
    const kept = new Map([...await store.balances()].map(([account, sums]) => [account, sums.get("EUR") ?? 0]));
    const counted = new Map([...kept.keys()].map((account) => [account, 0]));
    const add = (account: string | null, amount: number) => account !== null && counted.has(account) && counted.set(account, counted.get(account)! + amount);
    for (const { account, lines, status } of await store.transactions()) {
      if (status === "planned") continue;
      for (const line of lines) [add(account, -line.amount), add(line.account, line.amount)];
    }
    return { kept: JSON.stringify([...kept]), counted: JSON.stringify([...counted]) };
  }

  /** What this phone has promised to deliver; looks at the disk, as a person looks at the screen. */
  async note(): Promise<void> {
    for (const { mid, mutation } of await this.entries("outbox")) if (!this.saved.has(mid)) this.saved.set(mid, mutation);
  }

  /** Mids that were saved here and of which the disk has no trace. */
  async lost(): Promise<readonly string[]> {
    const held = new Set([...(await this.entries("outbox")), ...(await this.entries("journal"))].map(({ mid }) => mid));
    return [...this.saved.keys()].filter((mid) => !held.has(mid) && !this.discarded.has(mid));
  }

  /** Whether this phone went back within an epoch; it may begin anew if the server was restored by hand. */
  async wentBack(mayBeginAnew: boolean): Promise<boolean> {
    const { cursor, epoch } = await this.#first().database.read(["meta"], (reading) => ledgerMeta(reading, this.ledger));
    const back = epoch === this.#stood.epoch && cursor < this.#stood.cursor && !(mayBeginAnew && cursor === 0);
    this.#stood = { cursor, epoch };
    return back;
  }

  async cursor(): Promise<number> {
    return (await this.#first().database.read(["meta"], (reading) => ledgerMeta(reading, this.ledger))).cursor;
  }

  entries(store: "outbox" | "journal"): Promise<readonly OutboxEntry[]> {
    return this.#first().database.read([store], (reading) => reading.objectStore(store).getAll());
  }

  /** What this phone holds as it was pulled. */
  rows(): Promise<readonly object[]> {
    return this.#first().database.read(["rows", "view"], async (reading) => {
      const rows: object[] = [];
      for await (const page of allPulled(reading, this.ledger)) rows.push(...page);
      return rows;
    });
  }

  #first(): PhoneStore {
    const [store] = this.tabs;
    if (store === undefined) throw new Error(`${this.name} is not open`);
    return store;
  }
}

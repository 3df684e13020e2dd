/** Saving drafts, changing the last entry, and taking it back: what was done last, for as long as that can be undone. */

import type { ReactiveController, ReactiveControllerHost } from "lit";

import { deletion, type Step } from "../../ledger/steps";
import type { Draft } from "../../ledger/types";
import { say } from "../../lib/say";
import { readNames } from "../parts/accounts";
import type { House } from "../parts/house";
import { sentenceOf } from "../parts/problem";
import { sayCount } from "../parts/wording";
import type { Amendment } from "./amendment";
import type { Deed } from "./commands";
import type { Conversation } from "./conversation";

export class Saving implements ReactiveController {
  /** What the undo bar tells; empty when it is gone. */
  message = "";
  /** How often something was done: each deed starts the undo bar anew. */
  times = 0;
  /** Why the last save failed, as a sentence; empty otherwise. */
  problem = "";
  /** What a spoken "undo" takes back, also when the bar has just gone. */
  #latest: readonly Step[] = [];

  constructor(private readonly host: ReactiveControllerHost, private readonly house: () => House, private readonly talk: Conversation) {
    host.addController(this);
    talk.did = (deed) => this.#did(deed);
  }

  hostDisconnected(): void {
    this.#latest = [];
  }

  /** True when the drafts are on this phone. */
  save(drafts: readonly Draft[]): Promise<boolean> {
    return this.#attempt(async () => {
      const ids = await this.talk.save(drafts);
      return { message: sayCount("saved", ids.length), back: ids.map(deletion) };
    });
  }

  /** True when the change is on this phone. */
  amend(amendment: Amendment): Promise<boolean> {
    return this.#attempt(async () => {
      const { store, locale } = this.house();
      const [{ carryOut }, { entryInWords }, names] = await Promise.all([import("./amendment"), import("./amend_words"), readNames(store)]);
      const back = await carryOut(amendment, names, store);
      const changed = (await store.transaction(amendment.transaction.id)) ?? amendment.transaction;
      this.talk.cancel();
      return { message: say("amend.done", { entry: entryInWords(changed, await readNames(store), locale) }), back };
    });
  }

  async #attempt(work: () => Promise<Deed>): Promise<boolean> {
    try {
      this.problem = "";
      this.#did(await work());
      return true;
    } catch (error) {
      this.problem = sentenceOf(error);
      return false;
    } finally {
      this.host.requestUpdate();
    }
  }

  async undo(): Promise<void> {
    const steps = this.#latest;
    this.#latest = [];
    this.over();
    if (steps.length > 0) await this.house().store.take(steps);
  }

  /** The undo bar is gone. */
  over(): void {
    this.message = "";
    this.host.requestUpdate();
  }

  #did({ message, back }: Deed): void {
    this.message = message;
    this.#latest = back;
    this.times += 1;
    this.host.requestUpdate();
  }
}

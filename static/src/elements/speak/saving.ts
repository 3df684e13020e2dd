/** Saving drafts, changing the last entry, and taking it back: what was done last, for as long as that can be undone. */

import type { ReactiveController, ReactiveControllerHost } from "lit";

import { deletion, type Step } from "../../ledger/steps";
import type { Draft } from "../../ledger/types";
import { say } from "../../lib/say";
import type { LedgerStore } from "../../sync/store";
import { readNames } from "../parts/accounts";
import type { House } from "../parts/house";
import { onOtherLedger } from "../parts/moved";
import { sentenceOf } from "../parts/problem";
import { sayCount } from "../parts/wording";
import type { Amendment } from "./amendment";
import type { Deed } from "./commands";
import type { DraftForm } from "./draft_form";
import type { Conversation } from "./conversation";

export class Saving implements ReactiveController {
  /** What the undo bar tells; empty when it is gone. */
  message = "";
  /** Whether that is why something could not be taken back. */
  failed = false;
  /** How often something was done: each deed starts the undo bar anew. */
  times = 0;
  /** Why the last save failed, as a sentence; empty otherwise. */
  problem = "";
  /** What a spoken "undo" takes back, also when the bar has just gone. */
  #latest: readonly Step[] = [];
  readonly #understood = new Map<string, DraftForm>();

  constructor(private readonly host: ReactiveControllerHost, private readonly house: () => House, private readonly talk: Conversation) {
    host.addController(this);
    onOtherLedger(host, () => house().store, () => this.forget());
    talk.did = (deed) => this.#did(deed);
  }

  /** What was understood of each draft, before anything was corrected by hand or by voice. */
  hostUpdate(): void {
    const { turn } = this.talk;
    if (turn.kind !== "drafts") return;
    for (const form of turn.forms) if (!this.#understood.has(form.mid)) this.#understood.set(form.mid, form);
  }

  hostDisconnected(): void {
    this.#latest = [];
  }

  /** True when the drafts are on this phone. */
  save(drafts: readonly Draft[]): Promise<boolean> {
    return this.#attempt(async () => {
      const { store } = this.house();
      const ids = await this.talk.save(drafts);
      void this.#learn(drafts, ids, store);
      return { message: sayCount("saved", ids.length), back: ids.map((id, place) => ({ ...deletion(id), ...drafts[place] && { takesBack: drafts[place].mid } })) };
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
    this.forget();
    if (steps.length > 0) await this.house().store.take(steps).catch((error: unknown) => this.#did({ message: sentenceOf(error), back: steps }, true));
  }

  /** Another ledger is open: nothing of the one before is taken back in it. */
  forget(): void {
    this.#latest = [];
    this.over();
  }

  /** The undo bar is gone. */
  over(): void {
    this.message = "";
    this.host.requestUpdate();
  }

  /** What was corrected teaches; that it could not be kept costs nobody their entry. */
  async #learn(drafts: readonly Draft[], ids: readonly string[], store: LedgerStore): Promise<void> {
    const { corrected } = await import("./corrected");
    const understood = drafts.map(({ mid }) => this.#understood.get(mid));
    this.#understood.clear();
    for (const [place, draft] of drafts.entries()) {
      const found = corrected(understood[place], draft);
      if (found.length > 0) await store.learn(ids[place] ?? "", found).catch(() => undefined);
    }
  }

  #did({ message, back }: Deed, failed = false): void {
    this.message = message;
    this.failed = failed;
    this.#latest = back;
    this.times += 1;
    this.host.requestUpdate();
  }
}

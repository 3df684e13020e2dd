/** The server's answer about the month shown, followed as phone and server meet, and what the person judged of its cards. */

import type { ReactiveController, ReactiveControllerHost } from "lit";

import type { Month } from "../../ledger/types";
import type { Answer } from "../../sync/copies";
import { type Dismissals, openDismissals, type Verdict } from "../../sync/dismissals";
import type { House } from "../parts/house";
import { monthAnswerOf, type MonthAnswer } from "./month_answer";

export class MonthLook implements ReactiveController {
  /** Null until the first answer, and where there is neither server nor copy. */
  answer: MonthAnswer | null = null;
  /** When the answer was given, ms since 1970, and whether that is now. */
  at = 0;
  fresh = true;
  asked = false;
  judged: ReadonlyMap<string, Verdict> = new Map();
  #month: Month = "";
  #house: House | null = null;
  #dismissals: Dismissals | null = null;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#house?.store.removeEventListener("state", this.#synced);
    this.#house = null;
  }

  /** Look at a month of a house; the same as before asks nothing. */
  look(house: House, month: Month): void {
    if (house === this.#house && month === this.#month) return;
    if (month !== this.#month || house.store !== this.#house?.store) [this.answer, this.asked] = [null, false];
    this.#house?.store.removeEventListener("state", this.#synced);
    [this.#house, this.#month] = [house, month];
    house.store.addEventListener("state", this.#synced);
    this.#dismissals = openDismissals(house.person.id, house.store.ledger.id);
    void this.#ask();
  }

  /** Keep what the person thinks of a card, and tell the server if it can be reached. */
  async judge(card: string, verdict: Verdict): Promise<void> {
    this.judged = new Map([...this.judged, [card, verdict]]);
    this.host.requestUpdate();
    await this.#dismissals?.judge(card, verdict);
    await this.#dismissals?.send().catch(() => undefined);
  }

  readonly #synced = (): void => {
    if (this.#house?.store.state.phase === "synced") void this.#ask();
  };

  async #ask(): Promise<void> {
    const [house, month, dismissals] = [this.#house, this.#month, this.#dismissals];
    if (house === null || dismissals === null) return;
    await dismissals.send().catch(() => undefined);
    const answer = await house.monthAnswer(month);
    if (answer?.fresh) await dismissals.forgetSent();
    const judged = await dismissals.known();
    if (month === this.#month && dismissals === this.#dismissals) this.#show(answer, new Map([...judged, ...this.judged]));
  }

  #show(answer: Answer | null, judged: ReadonlyMap<string, Verdict>): void {
    this.answer = answer === null ? null : monthAnswerOf(answer.answer);
    this.at = answer?.at ?? 0;
    this.fresh = answer?.fresh ?? true;
    this.asked = true;
    this.judged = judged;
    this.host.requestUpdate();
  }
}

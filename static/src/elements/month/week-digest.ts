/** The week in at most three facts, on the day of its first visit; nothing when nothing moved. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { monthOf } from "../../lib/days";
import { say } from "../../lib/say";
import { openDismissals } from "../../sync/dismissals";
import type { House } from "../parts/house";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { isFirstDay, rememberVisit, weekOf } from "./digest_visit";
import { narrative } from "./figures";
import { type Digest, monthAnswerOf } from "./month_answer";

@customElement("week-digest")
export class WeekDigest extends Light {
  @property({ attribute: false }) house!: House;
  /** Nobody speaks: only then is anything asked of the network. */
  @property({ type: Boolean }) resting = false;
  @state() private digest: Digest | null = null;
  #asked: House["store"] | null = null;

  protected override willUpdate(): void {
    if (this.#asked === this.house.store) return;
    this.digest = null;
    if (!this.resting) return;
    this.#asked = this.house.store;
    void this.#ask();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.digest === null) return nothing;
    return html`<section class="card digest" aria-labelledby="digest-title">
      <div class="insight-head"><h2 id="digest-title">${say("digest.title")}</h2>
        <button type="button" class="button-icon" aria-label=${say("digest.close")} @click=${this.#close}>${icon("close")}</button></div>
      <ul>${this.digest.told.map((told, at) => html`<li>${narrative(told, `/digest/told/${at}`)}</li>`)}</ul>
      <p><a href="/month">${say("digest.month")}</a></p>
    </section>`;
  }

  /** One look a week: the server is asked until it has something to say, then on that day alone. */
  async #ask(): Promise<void> {
    const { store, clock, person } = this.house;
    const today = clock.today();
    if (!isFirstDay(store.ledger.id, today)) return;
    const [answer, judged] = await Promise.all([this.house.monthAnswer(monthOf(today)), openDismissals(person.id, store.ledger.id).known()]);
    const digest = monthAnswerOf(answer?.answer)?.digest ?? null;
    if (this.#asked !== store || digest === null || judged.has(digest.id) || !digest.id.endsWith(weekOf(today))) return;
    rememberVisit(store.ledger.id, today);
    this.digest = digest;
  }

  readonly #close = (): void => {
    if (this.digest === null) return;
    const dismissals = openDismissals(this.house.person.id, this.house.store.ledger.id);
    void dismissals.judge(this.digest.id, "dismissed").then(() => dismissals.send()).catch(() => undefined);
    this.digest = null;
  };
}

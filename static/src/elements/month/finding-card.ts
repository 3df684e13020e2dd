/** What the server found about the month, or the last copy of it; each figure leads to its transactions. */

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import type { Month } from "../../ledger/types";
import { formatMoney } from "../../lib/money";
import { say } from "../../lib/say";
import { addressOf, EVERY_TRANSACTION } from "../shell/routes";
import type { Answer } from "../../sync/copies";
import type { House } from "../parts/house";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { findingOf, type Contribution, type Finding } from "./finding";

/** How many of the changes are named. */
const NAMED = 4;

@customElement("finding-card")
export class FindingCard extends Light {
  @property({ attribute: false }) house!: House;
  @property() month: Month = "";
  @state() private answer: Answer | null = null;
  @state() private asking = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.house.store.addEventListener("state", this.#synced);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.house.store.removeEventListener("state", this.#synced);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("month")) void this.#ask();
  }

  protected override render(): TemplateResult | typeof nothing {
    const found = findingOf(this.answer?.answer);
    if (found === null) return this.asking || this.answer ? nothing : html`<p class="offline-note">${icon("cloud_off")}${say("finding.offline")}</p>`;
    return html`<section class="card finding" aria-labelledby="finding-title">
      <h2 id="finding-title">${say("finding.title")}</h2>
      ${typeof found === "string" ? html`<p>${found}</p>` : this.#finding(found)}
      ${this.answer?.fresh === false ? html`<p class="offline-note">${icon("cloud_off")}${this.#age()}</p>` : nothing}
    </section>`;
  }

  #finding({ sentence, currency, contributions }: Finding): TemplateResult {
    const named = [...contributions].sort((one, other) => Math.abs(other.delta) - Math.abs(one.delta)).slice(0, NAMED);
    return html`<p class="finding-sentence">${sentence}</p>
      <ul class="changes">${named.map((contribution) => this.#change(contribution, currency))}</ul>`;
  }

  #change({ category, name, delta }: Contribution, currency: string): TemplateResult {
    const address = addressOf({ ...EVERY_TRANSACTION, month: this.month, category });
    const size = formatMoney(Math.abs(delta), currency, this.house.locale);
    return html`<li><a href=${address}><span>${name}</span>
      <span class="change">${delta < 0 ? say("finding.less", { amount: size }) : say("finding.more", { amount: size })}</span></a></li>`;
  }

  #age(): string {
    const form = { dateStyle: "medium", timeStyle: "short" } as const;
    return say("finding.copy", { time: new Intl.DateTimeFormat(this.house.locale, form).format(this.answer?.at) });
  }

  readonly #synced = (): void => {
    if (this.house.store.state.phase === "synced") void this.#ask();
  };

  async #ask(): Promise<void> {
    const month = this.month;
    this.asking = true;
    const answer = await this.house.monthAnswer(month);
    if (month !== this.month) return;
    this.answer = answer;
    this.asking = false;
  }
}

/** The transactions of one month; read from the store when the month comes near, dropped when it is far. */

import { html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";

import type { Month } from "../../ledger/types";
import { formatMonth } from "../../lib/days";
import { say } from "../../lib/say";
import type { TransactionFilter } from "../../sync/store";
import type { Names } from "../parts/accounts";
import { groupedByDay, type DayOfEntries } from "../parts/entry";
import type { House } from "../parts/house";
import { Light } from "../parts/light";
import { Live } from "../parts/live";
import { whenNear } from "../parts/near";
import { chunksOf } from "./chunks";

@customElement("month-entries")
export class MonthEntries extends Light {
  @property({ attribute: false }) house!: House;
  @property({ attribute: false }) names!: Names;
  @property({ attribute: false }) filter: TransactionFilter = {};
  @property() month: Month = "";
  @property({ attribute: false }) addressOf!: (id: string) => string;
  #forget: (() => void) | null = null;
  #near = false;
  /** Null until the month came near. */
  readonly #days = new Live<readonly DayOfEntries[] | null>(this, () => this.house.store, () => this.#read());

  override connectedCallback(): void {
    super.connectedCallback();
    this.#forget = whenNear(this, this.#moved);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget?.();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (this.hasUpdated && (changed.has("filter") || changed.has("names"))) void this.#days.refresh();
  }

  protected override render(): TemplateResult {
    const { clock, locale } = this.house;
    const days = this.#days.value;
    return html`<section class="month-entries" aria-busy=${days === null} aria-label=${formatMonth(this.month, locale)}>
      <h2 class="month-head">${formatMonth(this.month, locale)}</h2>
      ${days?.length === 0 ? html`<p class="muted">${say("transactions.none_here")}</p>` : ""}
      ${repeat(chunksOf(days ?? []), ({ key }) => key, (chunk) => html`<entry-chunk .chunk=${chunk}
        .addressOf=${this.addressOf} .today=${clock.today()} .locale=${locale}></entry-chunk>`)}
    </section>`;
  }

  readonly #moved = (near: boolean): void => {
    this.#near = near;
    if (near && this.#days.value === null) void this.#days.refresh();
  };

  async #read(): Promise<readonly DayOfEntries[] | null> {
    if (!this.#near) return this.#days.value;
    const rows = await this.house.store.transactions({ ...this.filter, month: this.month });
    return groupedByDay(rows, this.names, this.house.locale);
  }
}

/** The transactions of one month; read from the store when the month comes near, dropped when it is far. */

import { html, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";

import type { Month } from "../../ledger/types";
import { formatMonth } from "../../lib/days";
import { say } from "../../lib/say";
import type { TransactionFilter } from "../../sync/store";
import type { Names } from "../parts/accounts";
import { groupedByDay, type DayOfEntries } from "../parts/entry";
import type { House } from "../parts/house";
import { Light } from "../parts/light";
import { whenNear } from "../parts/near";
import { chunksOf } from "./chunks";

@customElement("month-entries")
export class MonthEntries extends Light {
  @property({ attribute: false }) house!: House;
  @property({ attribute: false }) names!: Names;
  @property({ attribute: false }) filter: TransactionFilter = {};
  @property() month: Month = "";
  @property({ attribute: false }) addressOf!: (id: string) => string;
  @state() private days: readonly DayOfEntries[] | null = null;
  #forget: (() => void) | null = null;
  #near = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#forget = whenNear(this, this.#moved);
    this.house.store.addEventListener("change", this.#read);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget?.();
    this.house.store.removeEventListener("change", this.#read);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("filter") || changed.has("names")) void this.#read();
  }

  protected override render(): TemplateResult {
    const { clock, locale } = this.house;
    return html`<section class="month-entries" aria-busy=${this.days === null} aria-label=${formatMonth(this.month, locale)}>
      <h2 class="month-head">${formatMonth(this.month, locale)}</h2>
      ${this.days?.length === 0 ? html`<p class="muted">${say("transactions.none_here")}</p>` : ""}
      ${repeat(chunksOf(this.days ?? []), ({ key }) => key, (chunk) => html`<entry-chunk .chunk=${chunk}
        .addressOf=${this.addressOf} .today=${clock.today()} .locale=${locale}></entry-chunk>`)}
    </section>`;
  }

  readonly #moved = (near: boolean): void => {
    this.#near = near;
    if (near && this.days === null) void this.#read();
  };

  readonly #read = async (): Promise<void> => {
    if (!this.#near) return;
    const rows = await this.house.store.transactions({ ...this.filter, month: this.month });
    this.days = groupedByDay(rows, this.names, this.house.locale);
  };
}

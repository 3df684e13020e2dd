/** Every transaction, newest first: searched, narrowed to a month or a category, opened to be changed. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";

import type { Month } from "../../ledger/types";
import { monthOf } from "../../lib/days";
import { say } from "../../lib/say";
import type { TransactionFilter } from "../../sync/store";
import { addressOf, EVERY_TRANSACTION, type TransactionsRoute } from "../shell/routes";
import { NO_NAMES, readNames, type Names } from "../parts/accounts";
import type { House } from "../parts/house";
import { Light } from "../parts/light";
import { Live } from "../parts/live";
import { sentenceOf } from "../parts/problem";

interface Overview {
  readonly names: Names;
  readonly months: readonly Month[];
}

@customElement("transactions-screen")
export class TransactionsScreen extends Light {
  @property({ attribute: false }) house!: House;
  @property({ attribute: false }) route: TransactionsRoute = EVERY_TRANSACTION;
  @state() private deleted: string | null = null;
  /** Why what was deleted could not be brought back, as a sentence; empty otherwise. */
  @state() private failure = "";
  readonly #overview = new Live<Overview>(this, () => this.house.store, () => this.#read());

  protected override render(): TemplateResult {
    const { names, months } = this.#overview.value ?? { names: NO_NAMES, months: null };
    return html`<div class="transactions">
      <h1>${say("nav.transactions")}</h1>
      ${months?.length === 0 ? nothing : html`<transaction-filter .house=${this.house} .route=${this.route} .names=${names} .months=${months ?? []}></transaction-filter>`}
      ${this.#overview.problem ? html`<p class="trouble" role="alert">${this.#overview.problem}</p>` : nothing}
      ${months === null ? nothing : this.#found(names, months)}
      ${this.route.open ? this.#editor(names, this.route.open) : nothing}
      <undo-bar .message=${this.deleted ? this.failure || say("deleted") : ""} .failed=${this.failure !== ""} @undo=${this.#undo} @undo-over=${() => this.#bar(null)}></undo-bar>
    </div>`;
  }

  #found(names: Names, months: readonly Month[]): TemplateResult {
    if (months.length === 0) return html`<section class="empty"><h2>${say("empty.title")}</h2><p>${say("empty.sentence")}</p>
      <p class="example"><q>${say("empty.example")}</q></p><p><a class="button" href="/">${say("empty.go")}</a></p></section>`;
    if (this.route.search) return html`<found-entries .house=${this.house} .names=${names} .filter=${this.#filter()} .addressOf=${this.#address}></found-entries>`;
    const { month, first, last } = this.route;
    const shown = month ? [month] : months.filter((one) => (!first || one >= monthOf(first)) && (!last || one <= monthOf(last)));
    return html`${repeat(shown, (month) => month, (month) => html`<month-entries .house=${this.house} .names=${names} .month=${month}
      .filter=${this.#filter()} .addressOf=${this.#address}></month-entries>`)}`;
  }

  #editor(names: Names, id: string): TemplateResult {
    return html`<transaction-sheet .house=${this.house} .names=${names} .transactionId=${id} .back=${addressOf({ ...this.route, open: null })}
      @transaction-deleted=${(event: CustomEvent<string>) => this.#bar(event.detail)}></transaction-sheet>`;
  }

  /** The same object while the route's filter is the same, so that lists are not read again for nothing. */
  #filter(): TransactionFilter {
    const { screen: _screen, open: _open, ...narrowed } = this.route;
    const key = JSON.stringify(narrowed);
    if (key !== this.#filterKey) {
      this.#filterKey = key;
      this.#filterKept = Object.fromEntries(Object.entries(narrowed).filter(([, value]) => value));
    }
    return this.#filterKept;
  }
  #filterKey = "";
  #filterKept: TransactionFilter = {};

  readonly #address = (id: string): string => addressOf({ ...this.route, open: id });

  #bar(deleted: string | null): void {
    this.deleted = deleted;
    this.failure = "";
  }

  readonly #undo = async (): Promise<void> => {
    const { deleted } = this;
    this.#bar(null);
    if (deleted) this.failure = await this.house.store.revive(deleted).then(() => "", sentenceOf);
    if (this.failure) this.deleted = deleted;
  };

  async #read(): Promise<Overview> {
    const [names, months] = await Promise.all([readNames(this.house.store), this.house.store.months()]);
    return { names, months: [...months].sort().reverse() };
  }
}

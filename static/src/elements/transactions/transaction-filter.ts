/** Search, month and category; each choice is an address, so that back and reload keep it. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import type { Month } from "../../ledger/types";
import { monthOf } from "../../lib/days";
import { say } from "../../lib/say";
import { addressOf, type TransactionsRoute } from "../shell/routes";
import { ordered, type Names } from "../parts/accounts";
import type { Choice } from "../parts/choice-field";
import type { House } from "../parts/house";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { monthInWords } from "../parts/wording";
import { figureWords } from "./figure_words";

const TYPING_MS = 200;

@customElement("transaction-filter")
export class TransactionFilterBar extends Light {
  @property({ attribute: false }) house!: House;
  @property({ attribute: false }) route!: TransactionsRoute;
  @property({ attribute: false }) names!: Names;
  @property({ attribute: false }) months: readonly Month[] = [];
  #typing: ReturnType<typeof setTimeout> | null = null;

  protected override render(): TemplateResult {
    const { month, category, search } = this.route;
    const figure = figureWords(this.route, this.names, this.house.locale);
    return html`<search class="filter">
      <label class="search-box">${icon("search")}<span class="hidden-label">${say("transactions.search")}</span>
        <input type="search" placeholder=${say("transactions.search_in")} .value=${search} @input=${this.#typed}></label>
      <choice-field label=${say("transactions.month")} .choices=${this.#months()} .value=${month ?? ""}
        @choice=${(event: CustomEvent<string>) => this.#go({ month: event.detail || null, first: null, last: null })}></choice-field>
      <choice-field label=${say("transactions.category")} .choices=${this.#categories()} .value=${category ?? ""}
        @choice=${(event: CustomEvent<string>) => this.#go({ category: event.detail || null })}></choice-field>
      ${figure ? html`<p class="filter-words">${figure}</p>` : nothing}
      ${month || category || search || figure ? html`<a class="chip" href="/transactions">${icon("close")}${say("transactions.clear")}</a>` : nothing}
    </search>`;
  }

  #months(): readonly Choice[] {
    const now = monthOf(this.house.clock.today());
    const months = this.months.map((month) => ({ value: month, text: monthInWords(month, now, this.house.locale) }));
    return [{ value: "", text: say("transactions.every_month") }, ...months];
  }

  #categories(): readonly Choice[] {
    const accounts = [...this.names.accounts.values()].filter(({ kind }) => kind === "expense" || kind === "income");
    return [{ value: "", text: say("transactions.every_category") }, ...ordered(accounts).map(({ id, name }) => ({ value: id, text: name }))];
  }

  readonly #typed = (event: Event): void => {
    const search = (event.target as HTMLInputElement).value;
    if (this.#typing !== null) clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#go({ search }), TYPING_MS);
  };

  #go(change: Partial<TransactionsRoute>): void {
    this.tell("go", { address: addressOf({ ...this.route, open: null, ...change }), replace: true });
  }
}

/** The month at a glance: spent, received, what is left, by category, and what the server found. */

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import type { Minor, Month } from "../../ledger/types";
import { monthOf } from "../../lib/days";
import { formatMoney } from "../../lib/money";
import { say } from "../../lib/say";
import { readNames } from "../parts/accounts";
import type { House } from "../parts/house";
import { Light } from "../parts/light";
import { Live } from "../parts/live";
import { monthFigures, type MonthFigures } from "./month_figures";

@customElement("month-screen")
export class MonthScreen extends Light {
  @property({ attribute: false }) house!: House;
  /** The month asked for; null is the one we are in. */
  @property({ attribute: false }) month: Month | null = null;
  readonly #figures = new Live(this, () => this.house.store, () => this.#read());

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("month") && this.hasUpdated) void this.#figures.refresh();
  }

  protected override render(): TemplateResult {
    const figures = this.#figures.value ?? [];
    return html`<div class="month">
      <month-picker .month=${this.#shown} .thisMonth=${this.#thisMonth} .locale=${this.house.locale}></month-picker>
      ${this.#figures.problem ? html`<p class="trouble" role="alert">${this.#figures.problem}</p>` : nothing}
      ${figures.some(moved) ? this.#month(figures) : this.#empty()}
      <standing-line .store=${this.house.store}></standing-line>
    </div>`;
  }

  #month(figures: readonly MonthFigures[]): TemplateResult {
    const [own, ...others] = figures;
    return html`${own ? this.#totals(own) : nothing} ${others.filter(moved).map((one) => this.#otherTotals(one))}
      <div class="month-columns">
        <finding-card .house=${this.house} .month=${this.#shown}></finding-card>
        ${figures.map((one) => this.#bars(one, figures.length > 1))}
      </div>`;
  }

  #totals({ currency, spent, received, left }: MonthFigures): TemplateResult {
    return html`<dl class="totals">
      ${this.#total("total-spent", say("month.spent"), this.#money(spent, currency))}
      ${this.#total("", say("month.received"), this.#money(received, currency))}
      ${this.#total(left > 0 ? "total-left" : "", say("month.net"), (left > 0 ? "+" : "") + this.#money(left, currency))}
    </dl>`;
  }

  /** What moved in another currency, beside the ledger's own. */
  #otherTotals({ currency, spent, received }: MonthFigures): TemplateResult {
    return html`<dl class="totals totals-other">
      ${spent === 0 ? nothing : this.#total("", say("month.spent_in", { currency }), this.#money(spent, currency))}
      ${received === 0 ? nothing : this.#total("", say("month.received_in", { currency }), this.#money(received, currency))}
    </dl>`;
  }

  /** Long amounts are set smaller, so that they stay on one line. */
  #total(kind: string, name: string, amount: string): TemplateResult {
    return html`<div class="total ${kind}" .style=${`--chars: ${Math.max(amount.length, 7)}`}><dt>${name}</dt><dd>${amount}</dd></div>`;
  }

  #bars({ currency, expenses, incomes }: MonthFigures, several: boolean): TemplateResult {
    const named = (label: string): string => (several ? `${label} (${currency})` : label);
    const bars = (label: string, totals: typeof expenses): TemplateResult | typeof nothing => totals.length === 0 ? nothing
      : html`<category-bars .label=${named(label)} .totals=${totals} .currency=${currency} .month=${this.#shown} .locale=${this.house.locale}></category-bars>`;
    return html`${bars(say("month.where"), expenses)} ${bars(say("month.from"), incomes)}`;
  }

  #empty(): TemplateResult | typeof nothing {
    if (this.#figures.value === null) return nothing;
    return html`<section class="empty"><h2>${say("month.empty")}</h2><p>${say("empty.sentence")}</p>
      <p class="example"><q>${say("empty.example")}</q></p><p><a class="button" href="/">${say("empty.go")}</a></p></section>`;
  }

  #money(minor: Minor, currency: string): string {
    return formatMoney(minor, currency, this.house.locale);
  }

  get #thisMonth(): Month {
    return monthOf(this.house.clock.today());
  }

  get #shown(): Month {
    return this.month ?? this.#thisMonth;
  }

  async #read(): Promise<readonly MonthFigures[]> {
    const { store } = this.house;
    const [names, cells] = await Promise.all([readNames(store), store.rollup(this.#shown)]);
    return monthFigures(cells, names.accounts, store.ledger.currency);
  }
}

function moved({ expenses, incomes }: MonthFigures): boolean {
  return expenses.length > 0 || incomes.length > 0;
}

/** Categories of a month, largest first, each leading to its transactions; out of this phone's own figures. */

import { html, svg, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";

import type { Month } from "../../ledger/types";
import { formatMoney } from "../../lib/money";
import { say } from "../../lib/say";
import { categoryIcon } from "../parts/icons";
import { sayCount } from "../parts/wording";
import { totalBars } from "./charts/bars";
import { Measured } from "./charts/measured";
import { addressOfLink, figuresTable } from "./figures";
import type { CategoryTotal } from "./month_figures";

/** Of a row, in rem: its height, and where in it the bar lies. */
const ROW = 4.25;
const BAR = 2.125;
/** An amount of more signs stands below its name. */
const LONG = 13;

@customElement("category-bars")
export class CategoryBars extends Measured {
  @property() label = "";
  @property({ attribute: false }) totals: readonly CategoryTotal[] = [];
  @property() currency = "EUR";
  @property() month: Month = "";
  @property() locale = "en";

  protected override render(): TemplateResult {
    return html`<section class="card bars"><h2>${this.label}</h2>
      <figure class="chart"><div class="bar-rows">
        <svg role="img" aria-label=${this.#sentence()} height="${this.totals.length * ROW}rem">
          ${totalBars(this.totals.map(({ total }) => total), this.reading).map(({ x, width }, row) => svg`
            <rect class="bar-track" x="0" width="100%" y="${row * ROW + BAR}rem" height="0.5rem" rx="4"></rect>
            <rect class="bar-fill" x="${x}%" width="${width}%" y="${row * ROW + BAR}rem" height="0.5rem" rx="4"></rect>`)}
        </svg>
        <ul>${repeat(this.totals, ({ category }) => category, (total) => this.#row(total))}</ul>
      </div>${this.#table()}</figure>
    </section>`;
  }

  #row({ category, name, key, total, count }: CategoryTotal): TemplateResult {
    const amount = formatMoney(total, this.currency, this.locale);
    return html`<li><a class="bar ${amount.length > LONG ? "bar-long" : ""}" href=${addressOfLink({ month: this.month, category })}>
      <span class="entry-icon">${categoryIcon(key)}</span>
      <span class="bar-name">${name}</span>
      <span class="bar-total">${amount}</span>
      <span class="bar-count">${sayCount("month.transactions", count)}</span>
    </a></li>`;
  }

  #table(): TemplateResult {
    const rows = this.totals.map(({ category, name, total, count }) => [
      name, html`<a class="figure" href=${addressOfLink({ month: this.month, category })}>${formatMoney(total, this.currency, this.locale)}</a>`, String(count),
    ]);
    return figuresTable(this.label, [say("chart.category"), say("chart.amount"), say("chart.entries")], rows);
  }

  /** "Where it went: the largest of 5 is Rent, €900.00." */
  #sentence(): string {
    const [largest] = this.totals;
    if (largest === undefined) return this.label;
    const values = { label: this.label, name: largest.name, amount: formatMoney(largest.total, this.currency, this.locale), count: this.totals.length };
    return this.totals.length === 1 ? say("bars.only", values) : say("bars.largest", values);
  }
}

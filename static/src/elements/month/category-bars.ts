/** Categories with their totals as bars, largest first; each leads to its transactions. */

import { html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";

import type { Month } from "../../ledger/types";
import { formatMoney } from "../../lib/money";
import { addressOf, EVERY_TRANSACTION } from "../shell/routes";
import { categoryIcon } from "../parts/icons";
import { Light } from "../parts/light";
import { sayCount } from "../parts/wording";
import type { CategoryTotal } from "./month_figures";

@customElement("category-bars")
export class CategoryBars extends Light {
  @property() label = "";
  @property({ attribute: false }) totals: readonly CategoryTotal[] = [];
  @property() currency = "EUR";
  @property() month: Month = "";
  @property() locale = "en";

  protected override render(): TemplateResult {
    return html`<section class="card bars"><h2>${this.label}</h2>
      <ul>${repeat(this.totals, ({ category }) => category, (total) => this.#bar(total))}</ul>
    </section>`;
  }

  #bar({ category, name, key, total, count, share }: CategoryTotal): TemplateResult {
    return html`<li><a class="bar" href=${addressOf({ ...EVERY_TRANSACTION, month: this.month, category })}>
      <span class="entry-icon">${categoryIcon(key)}</span>
      <span class="bar-name">${name}</span>
      <span class="bar-total">${formatMoney(total, this.currency, this.locale)}</span>
      <span class="bar-count">${sayCount("month.transactions", count)}</span>
      <span class="bar-track" aria-hidden="true"><span class="bar-fill" .style=${`inline-size: ${(share * 100).toFixed(1)}%`}></span></span>
    </a></li>`;
  }
}

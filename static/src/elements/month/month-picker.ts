/** One month, and the way to the one before and after; each is an address. */

import { html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import type { Month } from "../../ledger/types";
import { addMonths, formatMonth } from "../../lib/days";
import { say } from "../../lib/say";
import { addressOf } from "../shell/routes";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";

@customElement("month-picker")
export class MonthPicker extends Light {
  @property() month: Month = "";
  @property() thisMonth: Month = "";
  @property() locale = "en";

  protected override render(): TemplateResult {
    return html`<div class="month-picker" role="group" aria-label=${say("month.pick")}>
      ${this.#step(-1)}
      <h1>${formatMonth(this.month, this.locale)}</h1>
      ${this.month < this.thisMonth ? this.#step(1) : html`<span class="button-icon" aria-hidden="true"></span>`}
    </div>`;
  }

  #step(months: -1 | 1): TemplateResult {
    const month = addMonths(this.month, months);
    const address = addressOf({ screen: "month", month: month === this.thisMonth ? null : month });
    return html`<a class="button-icon" href=${address} aria-label=${formatMonth(month, this.locale)}>${icon(months < 0 ? "back" : "forward")}</a>`;
  }
}

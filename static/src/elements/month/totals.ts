/** What was spent, what came in and what is left, out of this phone's own figures; each leads to its transactions. */

import { html, nothing, type TemplateResult } from "lit";

import type { Minor, Month } from "../../ledger/types";
import { formatMoney } from "../../lib/money";
import { say } from "../../lib/say";
import { addressOfLink } from "./figures";
import type { MonthFigures } from "./month_figures";

export function monthTotals({ currency, spent, received, left }: MonthFigures, month: Month, locale: string): TemplateResult {
  const money = (minor: Minor): string => formatMoney(minor, currency, locale);
  return html`<dl class="totals">
    ${total("total-spent", say("month.spent"), linked(money(spent), month, "expense"), money(spent).length)}
    ${total("", say("month.received"), linked(money(received), month, "income"), money(received).length)}
    ${total(left > 0 ? "total-left" : "", say("month.net"), html`${left > 0 ? "+" : ""}${money(left)}`, money(left).length + 1)}
  </dl>`;
}

/** What moved in another currency, beside the ledger's own. */
export function otherTotals({ currency, spent, received }: MonthFigures, month: Month, locale: string): TemplateResult {
  const money = (minor: Minor): string => formatMoney(minor, currency, locale);
  return html`<dl class="totals totals-other">
    ${spent === 0 ? nothing : total("", say("month.spent_in", { currency }), linked(money(spent), month, "expense"), money(spent).length)}
    ${received === 0 ? nothing : total("", say("month.received_in", { currency }), linked(money(received), month, "income"), money(received).length)}
  </dl>`;
}

function linked(amount: string, month: Month, kind: string): TemplateResult {
  return html`<a class="figure" href=${addressOfLink({ month, kind })}>${amount}</a>`;
}

/** Long amounts are set smaller, so that they stay on one line. */
function total(kind: string, name: string, amount: TemplateResult, chars: number): TemplateResult {
  return html`<div class="total ${kind}" .style=${`--chars: ${Math.max(chars, 7)}`}><dt>${name}</dt><dd>${amount}</dd></div>`;
}

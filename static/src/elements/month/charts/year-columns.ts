/** Income and spending of twelve months, two columns a month. */

import { html, nothing, svg, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import type { Month } from "../../../ledger/types";
import { formatMonth } from "../../../lib/days";
import { say } from "../../../lib/say";
import { figuresTable, money, shortMoney, type Writing } from "../figures";
import type { MonthTotal } from "../month_answer";
import { columns, type Column, type Columns } from "./columns";
import { hatch } from "./hatch";
import { Measured } from "./measured";
import type { Frame } from "./scale";

const HEIGHT = 184;
/** For the levels' labels. */
const LEAD = 44;

@customElement("year-columns")
export class YearColumns extends Measured {
  @property() label = "";
  @property({ attribute: false }) months: readonly MonthTotal[] = [];
  @property({ attribute: false }) writing!: Writing;

  protected override render(): TemplateResult {
    const frame = this.frame(HEIGHT, 0, LEAD);
    return html`<figure class="chart"><svg role="img" aria-label=${this.label || say("year.title")} viewBox="0 0 ${frame.width} ${frame.height}">
        ${hatch("hatch-income")} ${this.#drawing(columns(this.months, frame), frame)}
      </svg>
      <ul class="legend"><li>${sample("income")}<span>${say("chart.income")}</span></li><li>${sample("spent")}<span>${say("chart.spending")}</span></li></ul>
      ${this.#table()}</figure>`;
  }

  #drawing({ months, levels, zero }: Columns, { width, height }: Frame): TemplateResult {
    const start = this.reading === "ltr" ? 0 : width;
    return svg`${levels.map(({ y, minor }) => svg`<line class="level" x1="0" x2=${width} y1=${y} y2=${y}></line>
        <text class="axis" x=${start} y=${y - 4}>${shortMoney(minor, this.writing)}</text>`)}
      ${months.map(({ month, middle, income, spent }) => svg`${rectangle(income, "income")} ${rectangle(income, "hatched")} ${rectangle(spent, "spent")}
        <text class="axis axis-middle" x=${middle} y=${height - 6}>${this.#initial(month)}</text>`)}
      <line class="level level-zero" x1="0" x2=${width} y1=${zero} y2=${zero}></line>`;
  }

  #table(): TemplateResult {
    const cell = (at: number, flow: "income" | "spent"): string | TemplateResult => {
      const { month, [flow]: minor } = this.months[at] as MonthTotal;
      return minor === null ? say("chart.no_entries") : money(minor, this.writing, `/months/months/${at}/${flow}`, { month, kind: flow === "income" ? "income" : "expense" });
    };
    const rows = this.months.map(({ month }, at) => [formatMonth(month, this.writing.locale), cell(at, "income"), cell(at, "spent")]);
    return figuresTable(say("year.title"), [say("chart.month"), say("chart.income"), say("chart.spending")], rows);
  }

  #initial(month: Month): string {
    return new Intl.DateTimeFormat(this.writing.locale, { month: "narrow", timeZone: "UTC" }).format(Date.parse(`${month}-15T12:00:00Z`));
  }
}

function rectangle(column: Column | null, kind: string): TemplateResult | typeof nothing {
  if (column === null) return nothing;
  const { x, y, width, height } = column;
  const fill = kind === "hatched" ? "url(#hatch-income)" : nothing;
  return svg`<rect class="column-${kind}" fill=${fill} x=${x} y=${y} width=${width} height=${height} rx="2"></rect>`;
}

function sample(kind: string): TemplateResult {
  return html`<svg class="sample" viewBox="0 0 28 10" aria-hidden="true"><rect class="column-${kind}" x="8" y="0" width="12" height="10" rx="2"></rect>
    ${kind === "income" ? svg`<rect fill="url(#hatch-income)" x="8" y="0" width="12" height="10" rx="2"></rect>` : nothing}</svg>`;
}

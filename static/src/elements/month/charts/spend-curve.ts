/** Spending of a month against the usual, day by day; of the running one, where it is heading. */

import { html, nothing, svg, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import type { Day, Month } from "../../../ledger/types";
import { say } from "../../../lib/say";
import { figuresTable, money, shortMoney, type Writing } from "../figures";
import type { Course, Link, Projection } from "../month_answer";
import { curve, type Curve } from "./curve";
import { hatch } from "./hatch";
import { Measured } from "./measured";
import type { Frame } from "./scale";

const HEIGHT = 168;
/** For the levels' labels. */
const LEAD = 40;

@customElement("spend-curve")
export class SpendCurve extends Measured {
  @property() label = "";
  @property() month: Month = "";
  @property({ attribute: false }) course!: Course;
  /** Null for a month that is over. */
  @property({ attribute: false }) projection: Projection | null = null;
  @property({ attribute: false }) writing!: Writing;

  protected override render(): TemplateResult {
    const { soFar, typical } = this.course;
    const frame = this.frame(HEIGHT, 8, LEAD);
    const days = typical.length;
    const drawn = curve({ soFar, typical, days, end: this.projection }, frame);
    return html`<figure class="chart"><svg role="img" aria-label=${this.label} viewBox="0 0 ${frame.width} ${frame.height}">
        ${hatch("hatch-likely")} ${this.#drawing(drawn, frame)}
      </svg>${this.#legend()} ${this.#table()}</figure>`;
  }

  #drawing({ soFar, typical, expected, band, now, end, levels, days }: Curve, { width, height }: Frame): TemplateResult {
    const start = this.reading === "ltr" ? 0 : width;
    return svg`${levels.map(({ y, minor }) => svg`<line class="level" x1="0" x2=${width} y1=${y} y2=${y}></line>
        <text class="axis" x=${start} y=${y - 4}>${shortMoney(minor, this.writing)}</text>`)}
      ${days.map(({ x, day }) => svg`<text class="axis axis-middle" x=${x} y=${height - 6}>${day}</text>`)}
      <path class="band" d=${band}></path><path fill="url(#hatch-likely)" d=${band}></path>
      <path class="curve curve-usual" d=${typical}></path><path class="curve curve-likely" d=${expected}></path>
      <path class="curve curve-now" d=${soFar}></path>
      ${end ? svg`<circle class="dot dot-likely" cx=${end.x} cy=${end.y} r="4"></circle>` : nothing}
      ${now ? svg`<circle class="dot" cx=${now.x} cy=${now.y} r="5"></circle>` : nothing}`;
  }

  #legend(): TemplateResult {
    const { soFar, typical } = this.course;
    const last = soFar.length - 1;
    const usual = typical[last];
    return html`<ul class="legend">
      <li>${sample("curve-now")}<span>${say(this.projection ? "chart.so_far" : "chart.spending")}</span>
        ${money(soFar[last] ?? 0, this.writing, `${this.#place}/so_far_by_day/${last}`, this.#until(last + 1))}</li>
      ${usual === undefined ? nothing : html`<li>${sample("curve-usual")}<span>${say(this.projection ? "chart.usual" : "chart.usual_by_day")}</span>
        ${money(usual, this.writing, `${this.#place}/typical_by_day/${last}`, null)}</li>`}
      ${this.projection === null ? nothing : html`<li>${sample("curve-likely")}<span>${say("chart.likely")}</span>
        ${money(this.projection.expected, this.writing, "/projection/expected", null)}</li>`}
    </ul>`;
  }

  #table(): TemplateResult {
    const { soFar, typical } = this.course;
    const rows = typical.map((usual, at) => [
      String(at + 1),
      at < soFar.length ? money(soFar[at] ?? 0, this.writing, `${this.#place}/so_far_by_day/${at}`, this.#until(at + 1)) : "",
      money(usual, this.writing, `${this.#place}/typical_by_day/${at}`, null),
    ]);
    const heads = [say("chart.until_day"), say(this.projection ? "chart.so_far" : "chart.spending"), say("chart.usual_by_day")];
    return figuresTable(say("chart.curve"), heads, rows);
  }

  get #place(): string {
    return this.projection ? "/projection" : "/course";
  }

  #until(day: number): Link {
    const on = (ordinal: number): Day => `${this.month}-${String(ordinal).padStart(2, "0")}`;
    return { first: on(1), last: on(day), kind: "expense" };
  }
}

/** A stretch of a line as the legend shows it. */
function sample(kind: string): TemplateResult {
  return html`<svg class="sample" viewBox="0 0 28 10" aria-hidden="true"><path class="curve ${kind}" d="M1 5H27"></path></svg>`;
}

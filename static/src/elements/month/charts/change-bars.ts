/** What each category added to the change against the month before; rises one way, drops the other, summing to the whole. */

import { html, nothing, svg, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import type { Month } from "../../../ledger/types";
import { say } from "../../../lib/say";
import { changeText, figure, figuresTable, addressOfLink, type Writing } from "../figures";
import type { Changed, Contribution } from "../month_answer";
import { changeBars, foldedChanges } from "./bars";
import { hatch } from "./hatch";
import { Measured } from "./measured";

const NAMED = 5;
/** Of a row, in rem: its height, and where in it the bar lies. */
const ROW = 3.25;
const BAR = 2.25;

@customElement("change-bars")
export class ChangeBars extends Measured {
  @property() month: Month = "";
  @property({ attribute: false }) changed!: Changed;
  @property({ attribute: false }) writing!: Writing;

  protected override render(): TemplateResult {
    const { contributions, told, delta } = this.changed;
    const { named, rest } = foldedChanges(contributions, NAMED);
    const deltas = [...named.map((one) => one.delta), ...(named.length < contributions.length ? [rest] : [])];
    return html`<figure class="chart"><div class="bar-rows">
        <svg role="img" aria-label=${told.sentence} height="${deltas.length * ROW}rem">${hatch("hatch-fallen")} ${this.#bars(deltas)}</svg>
        <ul>${named.map((one) => this.#row(one))}
          ${named.length < contributions.length ? html`<li><span class="bar-row"><span class="bar-name">${say("changed.rest")}</span>
            <span class="change" data-fact="/finding/contributions" data-part="rest">${changeText(rest, this.writing)}</span></span></li>` : nothing}</ul>
      </div>
      <p class="bar-row together"><span class="bar-name">${say("changed.together")}</span>
        <span class="change" data-fact="/finding/contributions">${changeText(delta, this.writing)}</span></p>
      ${this.#table()}</figure>`;
  }

  #bars(deltas: readonly number[]): TemplateResult {
    return svg`<line class="level" x1="50%" x2="50%" y1="0" y2="100%"></line>
      ${changeBars(deltas, this.reading).map(({ x, width }, row) => svg`<rect class=${(deltas[row] ?? 0) > 0 ? "risen" : "fallen"}
        x="${x}%" width="${width}%" y="${row * ROW + BAR}rem" height="0.5rem" rx="3"></rect>
        ${(deltas[row] ?? 0) < 0 ? svg`<rect fill="url(#hatch-fallen)" x="${x}%" width="${width}%" y="${row * ROW + BAR}rem" height="0.5rem" rx="3"></rect>` : nothing}`)}`;
  }

  #row(one: Contribution): TemplateResult {
    return html`<li><a class="bar-row" href=${addressOfLink({ month: this.month, category: one.category })}>
      <span class="bar-name">${one.name}</span>
      <span class="change" data-fact=${this.#place(one)}>${changeText(one.delta, this.writing)}</span></a></li>`;
  }

  #table(): TemplateResult {
    const rows = this.changed.contributions.map((one) => [
      one.name, figure(changeText(one.delta, this.writing), this.#place(one), { month: this.month, category: one.category }),
    ]);
    return figuresTable(say("changed.title"), [say("chart.category"), say("chart.change")], rows);
  }

  #place(one: Contribution): string {
    return `/finding/contributions/${this.changed.contributions.indexOf(one)}/delta`;
  }
}

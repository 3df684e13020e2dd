/** The month in words by the server's language model: asked for by a tap, shown once every figure was found in the ledger. */

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import type { Month } from "../../ledger/types";
import { say } from "../../lib/say";
import { SyncError } from "../../sync/errors";
import { openWriting, type Report, type Step, type Writing } from "../../sync/writing";
import type { House } from "../parts/house";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { sentenceOf } from "../parts/problem";
import { narrative } from "./figures";
import { toldOf } from "./month_answer";

@customElement("report-card")
export class ReportCard extends Light {
  @property({ attribute: false }) house!: House;
  @property() month: Month = "";
  /** The server's door; another one for tests. */
  @property({ attribute: false }) writing: Writing | null = null;
  @state() private step: Step | null = null;
  @state() private report: Report | null = null;
  @state() private problem = "";
  #asked = 0;

  /** Another month, another report: what comes late for the one before is not shown. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("month") || !this.hasUpdated) return;
    this.#asked += 1;
    [this.step, this.report, this.problem] = [null, null, ""];
  }

  protected override render(): TemplateResult {
    return html`<section class="card look report" aria-labelledby="report-title">
      <h2 id="report-title">${say("report.title")}</h2>
      ${this.report ? this.#told(this.report) : html`<p class="muted">${say("report.offer")}</p>`}
      <div role="status">${this.step ? html`<p class="report-step">${say(`report.step_${this.step}`)}</p><progress aria-label=${say(`report.step_${this.step}`)}></progress>` : nothing}
        ${this.problem ? html`<p class="offline-note">${icon("cloud_off")}${this.problem}</p>` : nothing}</div>
      ${this.step ? nothing : html`<form @submit=${this.#write}><button class="button ${this.report ? "button-quiet" : ""}">${say(this.report ? "report.again" : "report.write")}</button></form>`}
    </section>`;
  }

  #told({ source, told, reason }: Report): TemplateResult {
    return html`<div class="report-told" data-source=${source}>${told.map((one, place) => html`<p>${narrative(toldOf(one), `/report/told/${place}`)}</p>`)}</div>
      ${reason ? html`<p class="note report-reason">${reason} <a href="/settings">${say("report.settings")}</a></p>` : nothing}
      ${told.length > 0 ? html`<p class="muted report-source">${say(source === "model" ? "report.by_model" : "report.by_templates")}</p>` : nothing}`;
  }

  readonly #write = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const asked = (this.#asked += 1);
    const current = (): boolean => asked === this.#asked;
    [this.step, this.problem] = ["reckoning", ""];
    try {
      const report = await this.#door().report(this.month, (step) => current() && (this.step = step));
      if (current()) this.report = report;
    } catch (error) {
      if (current()) this.problem = error instanceof SyncError && error.code === "unreachable" ? say("report.cut") : sentenceOf(error);
    }
    if (current()) this.step = null;
  };

  #door(): Writing {
    return this.writing ?? openWriting(this.house.store.ledger.id);
  }
}

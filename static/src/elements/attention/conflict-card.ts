/** What people disagree on: what stands now, and each other value at a tap; tells "settle" with the fields to write, none to keep. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import { linesOf } from "../../ledger/decode";
import type { Value } from "../../ledger/types";
import { Light } from "../parts/light";
import { disputeWords, keepWords, takeWords, titleOf } from "./conflict_words";
import { taking, type Dispute } from "./dispute";
import type { Surroundings } from "./value_words";

@customElement("conflict-card")
export class ConflictCard extends Light {
  @property({ attribute: false }) dispute!: Dispute;
  @property({ attribute: false }) around!: Surroundings;
  /** Nothing can be decided. */
  @property({ type: Boolean }) fixed = false;

  protected override render(): TemplateResult {
    return html`<article class="card issue">
      <h2>${this.#title()}</h2>
      <p>${disputeWords(this.dispute, this.#around)}</p>
      ${this.fixed ? nothing : this.#buttons()}
    </article>`;
  }

  #buttons(): TemplateResult {
    return html`<div class="issue-buttons">
      <button type="button" class="button" @click=${() => this.tell("settle", {})}>${keepWords(this.dispute, this.#around)}</button>
      ${this.dispute.others.map((value) => this.#take(value))}
    </div>`;
  }

  #take(value: Value): TemplateResult {
    return html`<button type="button" class="button button-quiet" @click=${() => this.tell("settle", taking(this.dispute, value))}>
      ${takeWords(this.dispute, value, this.#around)}</button>`;
  }

  #title(): TemplateResult {
    const { entity, row, now } = this.dispute;
    const [what, name] = titleOf(this.dispute, this.around);
    const open = entity === "transaction" && now !== null && !now.deleted;
    return html`${what}${name ? html` · ${open ? html`<a href=${`/transactions/${row}`}>${name}</a>` : name}` : nothing}`;
  }

  get #around(): Surroundings {
    const lines = linesOf(this.dispute.now?.fields["lines"]);
    return { ...this.around, lines, currency: lines[0]?.currency ?? this.around.currency };
  }
}

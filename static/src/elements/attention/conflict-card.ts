/** What people disagree on: what stands now, and each other value at a tap; tells "settle" with the fields to write, none to keep. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import { decodeTransaction } from "../../ledger/decode";
import type { Value } from "../../ledger/types";
import { Light } from "../parts/light";
import { entryOf } from "../parts/entry";
import { disputeWords, keepWords, slotName, takeWords, type Surroundings } from "./conflict_words";
import { taking, type Dispute } from "./dispute";

@customElement("conflict-card")
export class ConflictCard extends Light {
  @property({ attribute: false }) dispute!: Dispute;
  @property({ attribute: false }) around!: Surroundings;

  protected override render(): TemplateResult {
    return html`<article class="card issue">
      <h2>${slotName(this.dispute.path)}${this.#row()}</h2>
      <p>${disputeWords(this.dispute, this.around)}</p>
      <div class="issue-buttons">
        <button type="button" class="button" @click=${() => this.tell("settle", {})}>${keepWords(this.dispute, this.around)}</button>
        ${this.dispute.others.map((value) => this.#take(value))}
      </div>
    </article>`;
  }

  #take(value: Value): TemplateResult {
    return html`<button type="button" class="button button-quiet" @click=${() => this.tell("settle", taking(this.dispute, value))}>
      ${takeWords(this.dispute, value, this.around)}</button>`;
  }

  #row(): TemplateResult | typeof nothing {
    const { now } = this.dispute;
    if (now === null || now.entity !== "transaction") return nothing;
    const { title } = entryOf(decodeTransaction(now), this.around.names, this.around.locale);
    return now.deleted ? html` · ${title}` : html` · <a href=${`/transactions/${now.id}`}>${title}</a>`;
  }
}

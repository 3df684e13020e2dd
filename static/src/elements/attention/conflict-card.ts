/** One conflict: what was kept, and the other value at a tap; tells "settle" with "keep" or "switch". */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import type { Conflict, Transaction } from "../../ledger/types";
import { say } from "../../lib/say";
import { Light } from "../parts/light";
import { entryOf } from "../parts/entry";
import { conflictWords, slotName, valueWords, type Surroundings } from "./conflict_words";

@customElement("conflict-card")
export class ConflictCard extends Light {
  @property({ attribute: false }) conflict!: Conflict;
  @property({ attribute: false }) transaction: Transaction | null = null;
  @property({ attribute: false }) around!: Surroundings;

  protected override render(): TemplateResult {
    const { path, kept, lost } = this.conflict;
    return html`<article class="card issue">
      <h2>${slotName(path)}${this.transaction ? html` · <a href=${`/transactions/${this.conflict.row}`}>${entryOf(this.transaction, this.around.names, this.around.locale).title}</a>` : nothing}</h2>
      <p>${conflictWords(this.conflict, this.around)}</p>
      <div class="issue-buttons">
        <button type="button" class="button" @click=${() => this.tell("settle", "keep")}>${say("conflict.keep", { value: valueWords(path, kept, this.around) })}</button>
        <button type="button" class="button button-quiet" @click=${() => this.tell("settle", "switch")}>${say("conflict.switch", { value: valueWords(path, lost, this.around) })}</button>
      </div>
    </article>`;
  }
}

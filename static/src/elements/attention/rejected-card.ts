/** One mutation that the server refused: why, and what to do; tells "edit", "retry" or "discard". */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import type { Mutation, Result } from "../../ledger/types";
import { say } from "../../lib/say";
import { Light } from "../parts/light";
import { fieldWords, type Surroundings } from "./value_words";

@customElement("rejected-card")
export class RejectedCard extends Light {
  @property({ attribute: false }) mutation!: Mutation;
  @property({ attribute: false }) result!: Result;
  @property({ attribute: false }) around!: Surroundings;
  /** A new entry that can be corrected in a form. */
  @property({ type: Boolean }) correctable = false;

  protected override render(): TemplateResult {
    const { mutation } = this;
    return html`<article class="card issue">
      <h2>${say(`rejected.${mutation.op}`)}</h2>
      <p>${this.result.error?.message ?? say("rejected.no_reason")}</p>
      <dl class="issue-fields">${fieldWords(mutation.fields, this.around).map(([name, words]) => html`<div><dt>${name}</dt><dd>${words}</dd></div>`)}</dl>
      <div class="issue-buttons">
        ${this.#edit()}
        <button type="button" class="button button-quiet" @click=${() => this.tell("retry")}>${say("rejected.retry")}</button>
        <button type="button" class="button button-danger" @click=${() => this.tell("discard")}>${say("rejected.discard")}</button>
      </div>
    </article>`;
  }

  /** A new entry is in no list, so it is edited here; a changed one where it stands. */
  #edit(): TemplateResult | typeof nothing {
    const { entity, op, id } = this.mutation;
    if (this.correctable) return html`<button type="button" class="button" @click=${() => this.tell("edit")}>${say("rejected.edit")}</button>`;
    return entity === "transaction" && op === "update" ? html`<a class="button" href=${`/transactions/${id}`}>${say("rejected.edit")}</a>` : nothing;
  }
}

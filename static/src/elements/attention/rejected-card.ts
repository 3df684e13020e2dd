/** One mutation that the server refused: why, and what to do; tells "edit", "retry", "save-file", and "discard" once it was asked. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { linesOf } from "../../ledger/decode";
import type { Document, Fields } from "../../ledger/types";
import { say } from "../../lib/say";
import type { Troubled } from "../../sync/store";
import { Light } from "../parts/light";
import { sayCount } from "../parts/wording";
import { meantBy, pathsOf } from "./correction";
import { rowWords } from "./row_words";
import { fieldWords, type Surroundings } from "./value_words";

@customElement("rejected-card")
export class RejectedCard extends Light {
  @property({ attribute: false }) refused!: Troubled;
  @property({ attribute: false }) around!: Surroundings;
  /** It can be corrected in a form. */
  @property({ type: Boolean }) correctable = false;
  /** Nothing can be done about it. */
  @property({ type: Boolean }) fixed = false;
  /** Where the discarding of it stands: asked, and perhaps saved as a file. */
  @state() private leaving: "no" | "asked" | "saved" = "no";

  protected override render(): TemplateResult {
    const { result } = this.refused;
    return html`<article class="card issue">
      <h2>${this.#title()}</h2>
      <p>${result.error?.message ?? say("rejected.no_reason")}</p>
      <dl class="issue-fields">${this.#fields().map(([name, words]) => html`<div><dt>${name}</dt><dd>${words}</dd></div>`)}</dl>
      ${this.fixed ? nothing : this.#steps()}
    </article>`;
  }

  #steps(): TemplateResult {
    return this.leaving === "no" ? this.#buttons() : this.#question();
  }

  #buttons(): TemplateResult {
    return html`<div class="issue-buttons">
      ${this.correctable ? html`<button type="button" class="button" @click=${() => this.tell("edit")}>${say("rejected.edit")}</button>` : nothing}
      <button type="button" class="button button-quiet" @click=${() => this.tell("retry")}>${say("rejected.retry")}</button>
      <button type="button" class="button button-danger" @click=${this.#ask}>${say("rejected.discard")}</button>
    </div>`;
  }

  /** The second step: what was refused is on this phone alone. */
  #question(): TemplateResult {
    const { length } = this.refused.later;
    return html`<div class="issue-question" role="group" aria-label=${say("rejected.discard")} @keydown=${this.#key}>
      <p>${say("rejected.discard_sure")} ${length > 0 ? sayCount("rejected.later", length) : nothing}</p>
      <p role="status">${this.leaving === "saved" ? say("rejected.saved") : nothing}</p>
      <div class="issue-buttons">
        <button type="button" class="button button-quiet" @click=${this.#saveFile}>${say("rejected.save")}</button>
        <button type="button" class="button button-danger" @click=${() => this.tell("discard")}>${say("rejected.discard_now")}</button>
        <button type="button" class="button button-quiet" @click=${this.#keep}>${say("cancel")}</button>
      </div>
    </div>`;
  }

  /** A new entry is in no list; one that stands is opened where it does. */
  #title(): TemplateResult | string {
    const { mutation: { entity, op, id }, now } = this.refused;
    if (entity === "transaction" && (op === "create" || now === null)) return say(`rejected.${op}`);
    const [kind, name] = rowWords(entity, now?.fields ?? meantBy(this.refused), this.around);
    if (entity !== "transaction" || now === null) return say(`rejected.row_${op}`, { row: name ? say("row.named", { kind, name }) : kind });
    return html`${say(`rejected.${op}`)} · ${now.deleted ? name : html`<a href=${`/transactions/${id}`}>${name}</a>`}`;
  }

  #fields(): ReturnType<typeof fieldWords> {
    const { mutation } = this.refused;
    const meant = meantBy(this.refused);
    return fieldWords(mutation.op === "create" ? inParts(meant) : mutation.fields, { ...this.around, lines: linesOf(meant["lines"]) });
  }

  readonly #ask = async (): Promise<void> => {
    this.leaving = "asked";
    await this.updateComplete;
    this.querySelector<HTMLElement>(".issue-question button")?.focus();
  };

  readonly #keep = async (): Promise<void> => {
    this.leaving = "no";
    await this.updateComplete;
    this.querySelector<HTMLElement>(".button-danger")?.focus();
  };

  readonly #saveFile = (): void => {
    this.tell("save-file");
    this.leaving = "saved";
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key === "Escape") void this.#keep();
  };
}

/** A split entry is told part by part. */
function inParts(meant: Document): Fields {
  const lines = linesOf(meant["lines"]);
  if (lines.length < 2) return pathsOf(meant);
  const { lines: _lines, ...head } = meant;
  return { ...head, ...Object.fromEntries(lines.map(({ id, ...line }) => [`lines.${id}`, line])) };
}

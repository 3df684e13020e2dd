/** Hear the month, or print it. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import { say } from "../../lib/say";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { Reader } from "../speak/reader";

@customElement("month-actions")
export class MonthActions extends Light {
  /** What is read, sentence by sentence, in the spoken forms of the figures. */
  @property({ attribute: false }) spoken: readonly string[] = [];
  /** The language of these sentences. */
  @property() language = "en";
  readonly #reader = new Reader(this);

  protected override render(): TemplateResult {
    const readable = this.spoken.length > 0 && this.#reader.reads(this.language);
    const { speaking } = this.#reader;
    return html`<p class="month-actions">
      ${readable ? html`<button type="button" class="chip" aria-pressed=${speaking} @click=${this.#toggle}>
        ${icon(speaking ? "stop" : "aloud")}${speaking ? say("reply.hush") : say("look.aloud")}</button>` : nothing}
      <button type="button" class="chip" @click=${() => print()}>${say("look.print")}</button></p>`;
  }

  readonly #toggle = (): void => this.#reader.toggle(this.spoken.join(" "), this.language);
}

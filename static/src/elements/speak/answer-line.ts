/** Says that the ear listens for an answer, and which; tells "answer-hush" when the person would rather not. */

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import { say } from "../../lib/say";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import type { Asked } from "./answering";

@customElement("answer-line")
export class AnswerLine extends Light {
  @property() asked: Asked | null = null;
  /** Loudness 0…1, drawn around the microphone. */
  @property({ type: Number }) level = 0;
  /** The last words that were no answer. */
  @property() unheard = "";

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("level")) this.style.setProperty("--level", this.level.toFixed(2));
  }

  /** No live region: a screen reader that reads it aloud would answer for the person. */
  protected override render(): TemplateResult | typeof nothing {
    if (this.asked === null && !this.unheard) return nothing;
    return html`<p class="answer-line">
      <span class="answer-mark" data-listening=${this.asked !== null}>${icon("microphone")}</span>
      <span>${this.unheard ? say("answers.unheard", { words: this.unheard }) : nothing}
        ${this.asked === null ? nothing : say(`answers.${this.asked}`)}</span>
      ${this.asked === null ? nothing : html`<button type="button" class="button-icon" aria-label=${say("answers.hush")}
        @click=${() => this.tell("answer-hush")}>${icon("close")}</button>`}
    </p>`;
  }
}

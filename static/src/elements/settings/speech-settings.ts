/** The speech model in use: its language and size, and what to do about the starter. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import { say } from "../../lib/say";
import type { SpeechModel } from "../../voice/ear";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { sizeInWords } from "../parts/wording";

@customElement("speech-settings")
export class SpeechSettings extends Light {
  @property({ attribute: false }) model: SpeechModel | null = null;
  @property() locale = "en";

  protected override render(): TemplateResult {
    return html`<section class="card setting" aria-labelledby="speech-title">
      <h2 id="speech-title">${icon("microphone")}${say("speech.title")}</h2>
      ${this.model ? this.#model(this.model) : html`<p>${say("speech.none")}</p>`}
    </section>`;
  }

  #model({ name, language, bytes, starter }: SpeechModel): TemplateResult {
    const spoken = new Intl.DisplayNames(this.locale, { type: "language" }).of(language) ?? language;
    return html`<dl class="facts">
        <div><dt>${say("speech.language")}</dt><dd>${spoken}</dd></div>
        <div><dt>${say("speech.model")}</dt><dd>${name}</dd></div>
        <div><dt>${say("speech.size")}</dt><dd>${sizeInWords(bytes, this.locale)}</dd></div>
      </dl>
      ${starter ? html`<p class="note">${say("speech.starter")}</p>` : nothing}`;
  }
}

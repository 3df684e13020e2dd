/** Speech: the model this phone listens with, the larger one it may fetch, and the models of the server. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import { say } from "../../lib/say";
import type { SpeechModel } from "../../voice/ear";
import type { House } from "../parts/house";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { Live } from "../parts/live";
import { languageInItself, sizeInWords } from "../parts/wording";

@customElement("speech-settings")
export class SpeechSettings extends Light {
  @property({ attribute: false }) house!: House;
  readonly #model = new Live(this, () => this.house.models, () => this.house.models.choose(), "change");

  protected override render(): TemplateResult {
    const model = this.#model.value;
    return html`<section class="card setting" aria-labelledby="speech-title">
      <h2 id="speech-title">${icon("microphone")}${say("speech.title")}</h2>
      ${this.house.languages.length > 1 ? this.#languages() : nothing}
      ${model ? this.#facts(model) : this.#none()}
      <model-offer .house=${this.house}></model-offer>
      <speech-models .house=${this.house}></speech-models>
    </section>`;
  }

  #languages(): TemplateResult {
    const { languages, spoken } = this.house;
    const choices = languages.map((code) => ({ value: code, text: languageInItself(code) }));
    return html`<choice-field label=${say("speech.language")} .value=${spoken} .choices=${choices}
      @choice=${(event: CustomEvent<string>) => this.house.speak(event.detail)}></choice-field>`;
  }

  #facts({ name, bytes, starter }: SpeechModel): TemplateResult {
    const { locale } = this.house;
    return html`<dl class="facts">
        <div><dt>${say("speech.model")}</dt><dd>${name}</dd></div>
        <div><dt>${say("speech.size")}</dt><dd>${sizeInWords(bytes, locale)}</dd></div>
      </dl>
      ${starter ? html`<p class="note">${say("speech.starter")}</p>` : nothing}`;
  }

  #none(): TemplateResult {
    return html`<p>${say(this.house.models.wanted ? "speech.meanwhile" : "speech.none")}</p>`;
  }
}

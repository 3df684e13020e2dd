/** A larger voice model that this phone may fetch: its size first, then a tap, a bar, and what to do when it stops. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import { say, type StringKey } from "../../lib/say";
import type { ModelChoice } from "../../voice/model_choice";
import type { House } from "../parts/house";
import { Light } from "../parts/light";
import { Live } from "../parts/live";
import { sizeInWords } from "../parts/wording";

/** Under which name it is kept for which model "not now" was said. */
const NOT_NOW = "my-funds-model-not-now";

@customElement("model-offer")
export class ModelOffer extends Light {
  @property({ attribute: false }) house!: House;
  /** On the first screen it can be put off; in the settings it stays. */
  @property() place: "speak" | "settings" = "settings";
  readonly #change = new Live(this, () => this.house.models, async () => this.house.models.received, "change");

  protected override render(): TemplateResult | typeof nothing {
    const { models } = this.house;
    if (this.#change.value === null || models.state === "here" || !models.wanted || this.#putOff(models)) return nothing;
    return html`<section class="model-offer" aria-label=${say("speech.offer_label")}>
      ${this.#state(models)}
    </section>`;
  }

  #state(models: ModelChoice): TemplateResult {
    const sizes = { size: this.#size(models.wanted?.bytes ?? 0), done: this.#size(models.received) };
    return html`<p role="status">${say(keyOf(models), sizes)}</p>
      ${models.received > 0 ? html`<progress max=${models.wanted?.bytes ?? 1} .value=${models.received} aria-label=${say("speech.progress")}></progress>` : nothing}
      <div class="setting-buttons">${this.#buttons(models)}</div>`;
  }

  #buttons(models: ModelChoice): TemplateResult {
    if (models.state === "fetching" || models.state === "waiting") return this.#button("speech.stop", () => models.stop());
    const start = html`<button type="button" class="button" @click=${() => void models.start()}>${say(models.state === "failed" ? "speech.again" : "speech.fetch")}</button>`;
    return this.place === "speak" ? html`${start}${this.#button("speech.not_now", () => this.#notNow(models))}` : start;
  }

  #button(key: "speech.stop" | "speech.not_now", act: () => void): TemplateResult {
    return html`<button type="button" class="button button-quiet" @click=${act}>${say(key)}</button>`;
  }

  #putOff({ wanted, state }: ModelChoice): boolean {
    return this.place === "speak" && state === "offered" && localStorage.getItem(NOT_NOW) === wanted?.url;
  }

  #notNow({ wanted }: ModelChoice): void {
    localStorage.setItem(NOT_NOW, wanted?.url ?? "");
    this.requestUpdate();
  }

  #size(bytes: number): string {
    return sizeInWords(bytes, this.house.locale);
  }
}

function keyOf({ state, problem, received }: ModelChoice): StringKey {
  if (state === "failed") return `speech.problem_${problem ?? "spoilt"}`;
  if (state === "fetching" || state === "waiting") return `speech.${state}`;
  return received > 0 ? "speech.begun" : "speech.offered";
}

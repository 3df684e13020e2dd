/** How a person likes to be listened to on this phone: each choice counts from the next sentence on. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";

import { say } from "../../lib/say";
import { CHOICES, type Choice, choose, chosen } from "../../voice/choices";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";

@customElement("listening-settings")
export class ListeningSettings extends Light {
  protected override render(): TemplateResult {
    return html`<section class="card setting" aria-labelledby="listening-title">
      <h2 id="listening-title">${icon("microphone")}${say("listening.title")}</h2>
      ${CHOICES.filter(fits).map((choice) => this.#choice(choice))}
    </section>`;
  }

  #choice(choice: Choice): TemplateResult {
    return html`<label class="switch">
        <input type="checkbox" .checked=${chosen(choice)} @change=${(event: Event) => this.#choose(choice, event)}>
        <span>${say(`listening.${choice}`)}</span>
      </label>
      ${choice === "answers" ? html`<p class="muted">${say("listening.answers_words")}</p>` : nothing}`;
  }

  #choose(choice: Choice, event: Event): void {
    choose(choice, (event.target as HTMLInputElement).checked ? "on" : "off");
  }
}

/** Nothing is offered that this device cannot do. */
function fits(choice: Choice): boolean {
  return choice !== "vibration" || "vibrate" in navigator;
}

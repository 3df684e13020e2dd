/** One choice out of a list; tells "choice" with the value chosen. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import { Light } from "./light";

export interface Choice {
  readonly value: string;
  readonly text: string;
}

@customElement("choice-field")
export class ChoiceField extends Light {
  @property() label = "";
  @property({ attribute: false }) choices: readonly Choice[] = [];
  @property({ attribute: false }) value: string | null = null;
  /** Shown while nothing is chosen, and instead of a choice that is not in the list. */
  @property() empty = "";

  override focus(): void {
    this.querySelector("select")?.focus();
  }

  protected override render(): TemplateResult {
    const open = !this.choices.some(({ value }) => value === this.value);
    return html`<label class="field">
      <span class="field-label" aria-hidden="true">${this.label}</span>
      <select aria-label=${this.label} class=${open ? "open-slot" : ""} @change=${this.#chosen}>
        ${open ? html`<option value="" selected disabled>${this.empty}</option>` : nothing}
        ${this.choices.map(({ value, text }) => html`<option value=${value} .selected=${value === this.value}>${text}</option>`)}
      </select>
    </label>`;
  }

  readonly #chosen = (event: Event): void => {
    this.value = (event.target as HTMLSelectElement).value;
    this.tell("choice", this.value);
  };
}

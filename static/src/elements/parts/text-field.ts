/** A line of text, with names to complete it; tells "text-change" with the text. */

import { html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import { newId } from "../../lib/ids";
import { Light } from "./light";

@customElement("text-field")
export class TextField extends Light {
  @property() label = "";
  @property() value = "";
  @property() placeholder = "";
  @property({ attribute: false }) names: readonly string[] = [];
  readonly #list = `names-${newId()}`;

  protected override render(): TemplateResult {
    return html`<label class="field">
      <span class="field-label">${this.label}</span>
      <input type="text" autocomplete="off" maxlength="200" list=${this.#list} placeholder=${this.placeholder}
        .value=${this.value} @input=${this.#typed}>
    </label>
    <datalist id=${this.#list}>${this.names.map((name) => html`<option value=${name}></option>`)}</datalist>`;
  }

  readonly #typed = (event: InputEvent): void => {
    this.value = (event.target as HTMLInputElement).value;
    this.tell("text-change", this.value);
  };
}

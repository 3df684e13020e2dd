/** The server's key for Gemini, for its first person: entered, forgotten, said to be paid; tells "key-keep" ("" to forget) and "key-paid". */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import { say } from "../../lib/say";
import type { Standing } from "../../sync/writing";
import { Light } from "../parts/light";

@customElement("writing-key")
export class WritingKey extends Light {
  @property({ attribute: false }) standing!: Standing;

  protected override render(): TemplateResult {
    const { place, paid } = this.standing.key;
    return html`<details><summary>${say("key.title")}</summary>
      <p class="muted">${say(`key.${place}`)}</p>
      ${place === "environment" ? nothing : this.#field()}
      ${place === "settings" ? html`<button type="button" class="button button-quiet" @click=${() => this.tell("key-keep", "")}>${say("key.forget")}</button>` : nothing}
      ${place === "settings" || place === "environment" ? this.#paid(paid) : nothing}</details>`;
  }

  #field(): TemplateResult {
    return html`<form class="key-form" @submit=${this.#kept}>
      <label class="field"><span class="field-label">${say("key.field")}</span>
        <input name="key" type="password" autocomplete="off" spellcheck="false" required maxlength="200"></label>
      <button class="button button-quiet">${say("key.save")}</button></form>`;
  }

  #paid(paid: boolean): TemplateResult {
    if (paid) return html`<p class="muted">${say("key.is_paid")}</p>`;
    return html`<p class="note">${say("key.paid_words")}</p>
      <button type="button" class="button" @click=${() => this.tell("key-paid")}>${say("key.paid")}</button>`;
  }

  readonly #kept = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    this.tell("key-keep", String(new FormData(form).get("key") ?? "").trim());
    form.reset();
  };
}

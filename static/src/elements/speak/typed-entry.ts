/** The text box for silent places, read by the same parser; tells "typed" with the text. */

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { say } from "../../lib/say";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { completed, completionOf } from "./completion";

@customElement("typed-entry")
export class TypedEntry extends Light {
  /** Names to complete: payees first, then categories. */
  @property({ attribute: false }) names: readonly string[] = [];
  /** Words to begin with: those that were typed before and not understood. */
  @property() typed = "";
  /** Only questions are answered. */
  @property({ type: Boolean }) asks = false;
  @state() private text = "";

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("typed")) this.text = this.typed;
  }

  protected override render(): TemplateResult {
    const name = completionOf(this.text, this.names);
    return html`<form class="typed" @submit=${this.#submit}>
      <label class="typed-box">
        <span class="hidden-label">${say(this.asks ? "typed.ask" : "typed.label")}</span>
        <input type="text" name="words" autocomplete="off" autocapitalize="none" enterkeyhint="done" maxlength="300" placeholder=${say(this.asks ? "typed.ask_example" : "typed.example")}
          .value=${this.text} @input=${this.#typed} @keydown=${this.#key}>
      </label>
      <button class="button-icon" aria-label=${say(this.asks ? "typed.answer" : "typed.read")} ?hidden=${!this.text.trim()}>${icon("send")}</button>
      ${name ? this.#completion(name) : nothing}
    </form>`;
  }

  #completion(name: string): TemplateResult {
    return html`<button type="button" class="chip completion" @click=${() => this.#complete(name)}>
      <span class="hidden-label">${say("typed.complete")}</span>${name}</button>`;
  }

  readonly #typed = (event: InputEvent): void => {
    this.text = (event.target as HTMLInputElement).value;
  };

  readonly #key = (event: KeyboardEvent): void => {
    const name = completionOf(this.text, this.names);
    if (event.key !== "Tab" || event.shiftKey || !name) return;
    event.preventDefault();
    this.#complete(name);
  };

  #complete(name: string): void {
    this.text = completed(this.text, name);
    this.querySelector("input")?.focus();
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.text.trim()) this.tell("typed", this.text);
    this.text = "";
  };
}

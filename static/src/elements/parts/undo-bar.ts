/** What just happened, with six seconds to take it back; tells "undo" or "undo-over". */

import { html, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import { say } from "../../lib/say";
import { icon } from "./icons";
import { Light } from "./light";

const UNDO_MS = 6000;

@customElement("undo-bar")
export class UndoBar extends Light {
  /** The sentence; the bar shows while it is not empty and starts anew when `turn` changes. */
  @property() message = "";
  @property({ type: Number }) turn = 0;
  /** The sentence says why nothing was taken back. */
  @property({ type: Boolean }) failed = false;
  #timer: ReturnType<typeof setTimeout> | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#wait();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("message") || changed.has("turn")) this.#count();
  }

  protected override render(): TemplateResult {
    return html`<div class="undo-live" role="status">${this.message ? this.#bar() : ""}</div>`;
  }

  #bar(): TemplateResult {
    return html`<div class="undo-bar" @pointerenter=${this.#wait} @pointerleave=${this.#count} @focusin=${this.#wait} @focusout=${this.#count}>
      ${icon(this.failed ? "attention" : "synced")}<span>${this.message}</span>
      <button type="button" class="button-plain" @click=${this.#undo}>${say("undo")}</button>
    </div>`;
  }

  readonly #undo = (): void => {
    this.#wait();
    this.tell("undo");
  };

  readonly #wait = (): void => {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  };

  readonly #count = (): void => {
    this.#wait();
    if (this.message) this.#timer = setTimeout(() => this.tell("undo-over"), UNDO_MS);
  };
}

/** Hear the month, or print it. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { say } from "../../lib/say";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { hushAloud, localVoice, onVoices, speakAloud } from "../speak/aloud";

@customElement("month-actions")
export class MonthActions extends Light {
  /** What is read, sentence by sentence, in the spoken forms of the figures. */
  @property({ attribute: false }) spoken: readonly string[] = [];
  /** The language of these sentences. */
  @property() language = "en";
  @state() private speaking = false;
  #forget: (() => void) | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#forget = onVoices(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget?.();
    if (this.speaking) hushAloud();
  }

  protected override render(): TemplateResult {
    const readable = this.spoken.length > 0 && localVoice(this.language) !== null;
    return html`<p class="month-actions">
      ${readable ? html`<button type="button" class="chip" aria-pressed=${this.speaking} @click=${this.#toggle}>
        ${icon(this.speaking ? "stop" : "aloud")}${this.speaking ? say("reply.hush") : say("look.aloud")}</button>` : nothing}
      <button type="button" class="chip" @click=${() => print()}>${say("look.print")}</button></p>`;
  }

  readonly #toggle = (): void => {
    if (this.speaking) return hushAloud();
    this.speaking = true;
    speakAloud(this.spoken.join(" "), this.language, () => (this.speaking = false));
  };
}

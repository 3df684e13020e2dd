/** Whether answers to questions are spoken, by a voice of this device. */

import { html, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { say } from "../../lib/say";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { localVoice, onVoices, wantAloud, wantsAloud } from "../speak/aloud";

@customElement("reply-settings")
export class ReplySettings extends Light {
  @property() locale = "en";
  @state() private wanted = wantsAloud();
  #forget: (() => void) | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#forget = onVoices(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget?.();
  }

  protected override render(): TemplateResult {
    const voice = localVoice(this.locale) !== null;
    return html`<section class="card setting" aria-labelledby="replies-title">
      <h2 id="replies-title">${icon("aloud")}${say("replies.title")}</h2>
      <label class="switch"><input type="checkbox" .checked=${this.wanted && voice} ?disabled=${!voice} @change=${this.#chosen}>
        <span>${say("replies.aloud")}</span></label>
      <p class="muted">${say(voice ? "replies.aloud_words" : "replies.no_voice")}</p>
    </section>`;
  }

  readonly #chosen = (event: Event): void => {
    this.wanted = (event.target as HTMLInputElement).checked;
    wantAloud(this.wanted ? "on" : "off");
  };
}

/** Whether answers to questions are spoken, by a voice of this device. */

import { html, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { say } from "../../lib/say";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { wantAloud, wantsAloud } from "../speak/aloud";
import { Reader } from "../speak/reader";

@customElement("reply-settings")
export class ReplySettings extends Light {
  @property() locale = "en";
  @state() private wanted = wantsAloud();
  readonly #reader = new Reader(this);

  protected override render(): TemplateResult {
    const voice = this.#reader.reads(this.locale);
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

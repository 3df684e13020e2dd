/** Shared sound files that have not become entries yet; tells "shared-sound" with the one to understand. */

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { say } from "../../lib/say";
import type { House } from "../parts/house";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { sayCount } from "../parts/wording";
import { type SharedSound, sharedSounds } from "./shared_sounds";

@customElement("shared-sounds")
export class SharedSounds extends Light {
  @property({ attribute: false }) house!: House;
  /** What the speak screen shows: only at rest is there something to choose. */
  @property() turn = "idle";
  @state() private sounds: readonly SharedSound[] = [];

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("turn")) void this.#read();
  }

  protected override render(): TemplateResult | typeof nothing {
    const [first] = this.sounds;
    if (!first || this.turn === "listening" || this.turn === "finishing") return nothing;
    return html`<section class="card kept" aria-label=${say("shared.title")}>
      <p>${icon("microphone")}${sayCount("shared", this.sounds.length)}</p>
      <div class="issue-buttons">
        <button type="button" class="button" @click=${() => this.tell("shared-sound", first)}>${say("kept.listen")}</button>
        <button type="button" class="button button-danger" @click=${() => void this.#drop(first)}>${say("kept.drop")}</button>
      </div>
    </section>`;
  }

  async #read(): Promise<void> {
    this.sounds = await sharedSounds(this.house).catch(() => []);
  }

  async #drop(sound: SharedSound): Promise<void> {
    await sound.drop();
    await this.#read();
  }
}

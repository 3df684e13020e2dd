/** The large microphone: tap to talk, tap to end; tells "mic-start" and "mic-stop". */

import { html, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import { say } from "../../lib/say";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";

export type MicState = "resting" | "preparing" | "listening" | "finishing";

@customElement("mic-button")
export class MicButton extends Light {
  @property({ reflect: true }) state: MicState = "resting";
  /** Loudness 0…1, drawn as a ring. */
  @property({ type: Number }) level = 0;

  override focus(options?: FocusOptions): void {
    this.querySelector("button")?.focus(options);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("level")) this.style.setProperty("--level", this.level.toFixed(2));
  }

  protected override render(): TemplateResult {
    const listening = this.state === "listening";
    return html`<span class="mic-ring" aria-hidden="true"></span>
      <button type="button" class="mic" aria-pressed=${listening} aria-disabled=${this.state === "finishing"}
        aria-label=${say(listening ? "mic.stop" : "mic.start")} @click=${this.#tapped}>
        ${icon(listening ? "stop" : "microphone")}
      </button>`;
  }

  readonly #tapped = (): void => {
    if (this.state === "finishing") return;
    this.tell(this.state === "listening" ? "mic-stop" : "mic-start");
  };
}

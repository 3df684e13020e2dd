/** The large microphone: tap to talk and tap to end, or hold while talking; tells "mic-start", "mic-hold", "mic-stop" and "mic-drop". */

import { html, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import { say } from "../../lib/say";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";

export type MicState = "resting" | "preparing" | "listening" | "finishing";

/** Milliseconds after which a press is no tap: letting go ends the sentence. */
const HOLD = 350;
/** How far beside the button (in pixels) one lets go to drop what was said. */
const ASIDE = 60;

@customElement("mic-button")
export class MicButton extends Light {
  @property({ reflect: true }) state: MicState = "resting";
  /** Loudness 0…1, drawn as a ring. */
  @property({ type: Number }) level = 0;
  /** Runs while a press may still be a tap, and is "held" once it is none. */
  #press: ReturnType<typeof setTimeout> | "held" | null = null;

  override focus(options?: FocusOptions): void {
    this.querySelector("button")?.focus(options);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("level")) this.style.setProperty("--level", this.level.toFixed(2));
  }

  protected override render(): TemplateResult {
    const listening = this.state === "listening";
    return html`<span class="mic-ring" aria-hidden="true"></span>
      <button type="button" class="mic" aria-pressed=${listening} aria-disabled=${this.state === "finishing"}
        aria-label=${say(listening ? "mic.stop" : "mic.start")}
        @pointerdown=${this.#pointerDown} @pointerup=${this.#pointerUp} @pointercancel=${this.#letGo} @pointermove=${this.#moved}
        @keydown=${this.#keyDown} @keyup=${this.#keyUp} @click=${this.#clicked} @contextmenu=${(event: Event) => event.preventDefault()}>
        ${icon(listening ? "stop" : "microphone")}
      </button>`;
  }

  readonly #pointerDown = (event: PointerEvent): void => {
    if (event.button !== 0 || !event.isPrimary) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.#pressed();
  };

  readonly #pointerUp = (event: PointerEvent): void => {
    if (this.#press === "held" && this.#isAside(event)) this.#drop();
    else this.#letGo();
  };

  readonly #moved = (event: PointerEvent): void => {
    this.toggleAttribute("aside", this.#press === "held" && this.#isAside(event));
  };

  readonly #keyDown = (event: KeyboardEvent): void => {
    if (event.key !== " " && event.key !== "Enter") return;
    event.preventDefault();
    if (!event.repeat) this.#pressed();
  };

  readonly #keyUp = (event: KeyboardEvent): void => {
    if (event.key !== " " && event.key !== "Enter") return;
    event.preventDefault();
    this.#letGo();
  };

  /** Presses are told above; a click without one comes from a screen reader or a script. */
  readonly #clicked = (event: MouseEvent): void => {
    if (event.detail > 0) return;
    this.#pressed();
    this.#letGo();
  };

  #pressed(): void {
    if (this.state === "finishing") return;
    if (this.state === "listening") return this.tell("mic-stop");
    this.#press = setTimeout(() => this.#held(), HOLD);
    this.tell("mic-start");
  }

  #held(): void {
    this.#press = "held";
    this.tell("mic-hold");
  }

  readonly #letGo = (): void => {
    const held = this.#press === "held";
    this.#forget();
    if (held) this.tell("mic-stop");
  };

  #drop(): void {
    this.#forget();
    this.tell("mic-drop");
  }

  #forget(): void {
    if (typeof this.#press !== "string" && this.#press !== null) clearTimeout(this.#press);
    this.#press = null;
    this.removeAttribute("aside");
  }

  #isAside({ clientX, clientY }: PointerEvent): boolean {
    const { left, right, top, bottom } = this.getBoundingClientRect();
    return clientX < left - ASIDE || clientX > right + ASIDE || clientY < top - ASIDE || clientY > bottom + ASIDE;
  }
}

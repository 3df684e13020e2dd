/** What the ear is doing and who listens, in words under the microphone, and hints about the model and the browser. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { say } from "../../lib/say";
import type { Ear } from "../../voice/ear";
import { onceBetter } from "../../voice/once_better";
import type { ModelProgress } from "../../voice/open_ear";
import { icon } from "../parts/icons";
import type { House } from "../parts/house";
import { Light } from "../parts/light";
import type { Turn } from "./turn";
import { earWords } from "./ear_words";

/** Under which name it is kept that a hint was put away. */
const HINTS = { starter: "my-funds-starter-hint-dismissed", asks_again: "my-funds-asks-again-hint-dismissed" } as const;
type Hint = keyof typeof HINTS;

@customElement("ear-line")
export class EarLine extends Light {
  @property({ attribute: false }) house!: House;
  @property({ attribute: false }) turn: Turn = { kind: "idle" };
  /** undefined until its code has come; null when it did not come. */
  @state() private ear: Ear | null | undefined;
  /** How much of the voice model has arrived, 0…1; null while none is fetched. */
  @state() private fetched: number | null = null;

  #stopWaiting: () => void = () => undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#fetchEar();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWaiting();
    this.ear?.removeEventListener("state", this.#redraw);
    this.ear?.removeEventListener("progress", this.#progressed);
  }

  /** Its code is asked for again until it comes. */
  async #fetchEar(): Promise<void> {
    this.ear = await this.house.ear().catch(() => null);
    if (!this.isConnected) return;
    if (!this.ear) this.#stopWaiting = onceBetter(() => void this.#fetchEar());
    this.ear?.addEventListener("state", this.#redraw);
    this.ear?.addEventListener("progress", this.#progressed);
  }

  protected override render(): TemplateResult {
    const atRest = this.turn.kind !== "listening" && this.turn.kind !== "finishing";
    return html`<p class="ear-line" role="status">${this.#words()}</p>
      ${atRest && this.ear?.gaveUp ? this.#again() : nothing}
      ${this.turn.kind === "idle" ? this.#hints() : nothing}`;
  }

  #words(): string {
    if (this.turn.kind === "finishing") return say(this.turn.ear === undefined ? "ear.finishing" : `ear.${this.turn.ear}_finishing`);
    if (this.turn.kind === "listening") return this.#listening(this.turn);
    if (this.house.model === null) return say(this.house.models.wanted ? "speech.meanwhile" : "ear.no_model");
    return earWords(this.ear, this.fetched);
  }

  #listening({ live, held }: Extract<Turn, { kind: "listening" }>): string {
    if (!live) return say("ear.opening");
    if (held) return say("ear.held");
    return say(this.ear?.state === "preparing" ? "ear.listening_preparing" : "ear.listening");
  }

  #again(): TemplateResult {
    return html`<button type="button" class="button button-quiet" @click=${() => void this.ear?.tryAgain()}>${say("ear.try_again")}</button>`;
  }

  #hints(): TemplateResult | typeof nothing {
    if (this.ear?.asksAgain && !isDismissed("asks_again")) return this.#hint("asks_again");
    if (this.house.models.state !== "here") return html`<model-offer .house=${this.house} place="speak"></model-offer>`;
    return this.house.model?.starter && !isDismissed("starter") ? this.#hint("starter") : nothing;
  }

  #hint(hint: Hint): TemplateResult {
    return html`<p class="hint"><span>${say(`ear.${hint}`)}</span>
      <button type="button" class="button-icon" aria-label=${say("dismiss")} @click=${() => this.#dismiss(hint)}>${icon("close")}</button></p>`;
  }

  readonly #progressed = (event: Event): void => {
    const { received, total } = (event as CustomEvent<ModelProgress>).detail;
    this.fetched = received < total ? received / total : null;
  };

  readonly #redraw = (): void => this.requestUpdate();

  #dismiss(hint: Hint): void {
    localStorage.setItem(HINTS[hint], "yes");
    this.requestUpdate();
  }
}

function isDismissed(hint: Hint): boolean {
  return localStorage.getItem(HINTS[hint]) !== null;
}

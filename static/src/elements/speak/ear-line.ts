/** What the ear is doing and who listens, in words under the microphone, and the hint about the starter model. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { say } from "../../lib/say";
import type { Ear } from "../../voice/ear";
import type { ModelProgress } from "../../voice/open_ear";
import { icon } from "../parts/icons";
import type { House } from "../parts/house";
import { Light } from "../parts/light";
import type { Turn } from "./conversation";

const DISMISSED = "my-funds-starter-hint-dismissed";

@customElement("ear-line")
export class EarLine extends Light {
  @property({ attribute: false }) house!: House;
  @property({ attribute: false }) turn: Turn = { kind: "idle" };
  @state() private ear: Ear | null = null;
  /** How much of the voice model has arrived, 0…1; null while none is fetched. */
  @state() private fetched: number | null = null;
  @state() private dismissed = localStorage.getItem(DISMISSED) !== null;

  override async connectedCallback(): Promise<void> {
    super.connectedCallback();
    this.ear = await this.house.ear().catch(() => null);
    if (!this.isConnected) return;
    this.ear?.addEventListener("state", this.#redraw);
    this.ear?.addEventListener("progress", this.#progressed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ear?.removeEventListener("state", this.#redraw);
    this.ear?.removeEventListener("progress", this.#progressed);
  }

  protected override render(): TemplateResult {
    return html`<p class="ear-line" role="status">${this.#words()}</p>
      ${this.house.model?.starter && !this.dismissed && this.turn.kind === "idle" ? this.#hint() : nothing}`;
  }

  #words(): string {
    if (this.turn.kind === "finishing") return say(this.turn.ear === "server" ? "ear.server_finishing" : "ear.finishing");
    if (this.turn.kind === "listening") return say(this.ear?.state === "preparing" ? "ear.listening_preparing" : "ear.listening");
    if (this.house.model === null) return say("ear.no_model");
    if (this.ear?.where === "server") return say("ear.server");
    if (this.ear?.state === "asleep") return say("ear.asleep");
    if (this.ear?.state !== "preparing") return say("ear.ready");
    return this.fetched === null ? say("ear.preparing") : say("ear.fetching", { percent: Math.floor(100 * this.fetched) });
  }

  #hint(): TemplateResult {
    return html`<p class="hint"><span>${say("ear.starter")}</span>
      <button type="button" class="button-icon" aria-label=${say("dismiss")} @click=${this.#dismiss}>${icon("close")}</button></p>`;
  }

  readonly #progressed = (event: Event): void => {
    const { received, total } = (event as CustomEvent<ModelProgress>).detail;
    this.fetched = received < total ? received / total : null;
  };

  readonly #redraw = (): void => this.requestUpdate();

  readonly #dismiss = (): void => {
    localStorage.setItem(DISMISSED, "yes");
    this.dismissed = true;
  };
}

/** What the ear is doing, in words under the microphone, and the hint about the starter model. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { say } from "../../lib/say";
import type { Ear } from "../../voice/ear";
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
  @state() private dismissed = localStorage.getItem(DISMISSED) !== null;

  override async connectedCallback(): Promise<void> {
    super.connectedCallback();
    this.ear = await this.house.ear();
    this.ear.addEventListener("state", this.#redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ear?.removeEventListener("state", this.#redraw);
  }

  protected override render(): TemplateResult {
    return html`<p class="ear-line" role="status">${this.#words()}</p>
      ${this.house.model?.starter && !this.dismissed && this.turn.kind === "idle" ? this.#hint() : nothing}`;
  }

  #words(): string {
    if (this.turn.kind === "finishing") return say("ear.finishing");
    if (this.turn.kind === "listening") return say(this.ear?.state === "preparing" ? "ear.listening_preparing" : "ear.listening");
    if (this.ear?.where === "server") return say("ear.server");
    return this.ear?.state === "preparing" ? say("ear.preparing") : say("ear.ready");
  }

  #hint(): TemplateResult {
    return html`<p class="hint"><span>${say("ear.starter")} <a href="/settings">${say("ear.starter_more")}</a></span>
      <button type="button" class="button-icon" aria-label=${say("dismiss")} @click=${this.#dismiss}>${icon("close")}</button></p>`;
  }

  readonly #redraw = (): void => this.requestUpdate();

  readonly #dismiss = (): void => {
    localStorage.setItem(DISMISSED, "yes");
    this.dismissed = true;
  };
}

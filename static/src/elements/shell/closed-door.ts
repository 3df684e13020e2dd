/** What is shown when there is no ledger to show: starting, signed out, never here before, or an error. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import { say } from "../../lib/say";
import { Light } from "../parts/light";
import type { Entrance } from "./my-funds";

@customElement("closed-door")
export class ClosedDoor extends Light {
  @property({ attribute: false }) entrance: Entrance = { kind: "starting" };

  protected override render(): TemplateResult {
    return html`<main class="door" aria-busy=${this.entrance.kind === "starting"}>
      <span class="door-mark" aria-hidden="true"></span>
      <h1>${say("app.name")}</h1>
      ${this.#words()}
    </main>`;
  }

  #words(): TemplateResult | typeof nothing {
    if (this.entrance.kind === "starting") return this.entrance.listening ? html`<p role="status">${say("door.listening")}</p>` : nothing;
    if (this.entrance.kind === "signed_out") return this.#signIn();
    if (this.entrance.kind === "no_ledger") return html`<no-ledger .entrance=${this.entrance}></no-ledger>`;
    const words = this.entrance.kind === "failed" ? this.entrance.problem : say("door.nobody");
    return html`<p role="alert">${words}</p>
      <button type="button" class="button" @click=${() => location.reload()}>${say("door.again")}</button>`;
  }

  #signIn(): TemplateResult {
    const next = encodeURIComponent(location.pathname + location.search);
    return html`<p>${say("door.words")}</p>
      <a class="button button-wide" href=${`/accounts/login/?next=${next}`}>${say("signed_out.button")}</a>`;
  }
}

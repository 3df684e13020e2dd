/** The navigation with the count of what needs attention, and the word that one is signed out. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import { say } from "../../lib/say";
import type { LedgerStore } from "../../sync/store";
import { Light } from "../parts/light";
import { Live } from "../parts/live";
import type { Screen } from "./routes";

@customElement("app-nav")
export class AppNav extends Light {
  @property({ attribute: false }) store!: LedgerStore;
  @property() screen: Screen = "speak";
  readonly #state = new Live(this, () => this.store, async () => this.store.state, "state");

  protected override render(): TemplateResult {
    const { attention, phase } = this.#state.value ?? this.store.state;
    return html`<nav-bar .screen=${this.screen} .attention=${attention}></nav-bar>
      ${phase === "signed_out" ? this.#signedOut() : nothing}`;
  }

  #signedOut(): TemplateResult {
    const next = encodeURIComponent(location.pathname + location.search);
    return html`<p class="newer" role="status"><span>${say("signed_out.banner")}</span>
      <a class="button-plain" href=${`/accounts/login/?next=${next}`}>${say("signed_out.button")}</a></p>`;
  }
}

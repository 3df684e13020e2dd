/** The app: navigation around the screen of the present address, or why there is none yet. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import { say } from "../../lib/say";
import type { House } from "../parts/house";
import { Light } from "../parts/light";
import { Navigation } from "./navigation";
import type { Route } from "./routes";

export type Entrance =
  | { readonly kind: "starting"; readonly listening?: boolean }
  | { readonly kind: "signed_out" }
  | { readonly kind: "nobody" }
  /** Signed in, and a member of no ledger; `askAnew` looks again. */
  | { readonly kind: "no_ledger"; readonly person: House["person"]; askAnew(): Promise<void> }
  | { readonly kind: "failed"; readonly problem: string }
  | { readonly kind: "open"; readonly house: House };

@customElement("my-funds")
export class MyFunds extends Light {
  @property({ attribute: false }) entrance: Entrance = { kind: "starting" };
  /** Switches to a newer version of the app that waits; null while there is none. */
  @property({ attribute: false }) newer: (() => void) | null = null;
  readonly #navigation = new Navigation(this, (before) => this.#arrived(before));

  protected override render(): TemplateResult {
    if (this.entrance.kind !== "open") return html`${this.#newer()}<closed-door .entrance=${this.entrance}></closed-door>`;
    const { house } = this.entrance;
    return html`<a class="skip" href="#screen" @click=${this.#skip}>${say("nav.skip")}</a>
      <app-nav .store=${house.store} .screen=${this.#navigation.route.screen}></app-nav>
      <main id="screen" tabindex="-1">${this.#newer()}<kept-work .house=${house}></kept-work>${this.#screen(house, this.#navigation.route)}</main>`;
  }

  protected override updated(): void {
    const { screen } = this.#navigation.route;
    const title = screen === "unknown" || screen === "speak" ? "" : `${say(screen === "attention" ? "attention.title" : `nav.${screen}`)} · `;
    document.title = title + say("app.name");
  }

  #screen(house: House, route: Route): TemplateResult {
    if (route.screen === "speak") return html`<speak-screen .house=${house} .listen=${route.listen} .shared=${route.shared ?? false}></speak-screen>`;
    if (route.screen !== "unknown" && !this.#defined(`${route.screen}-screen`)) return html`<p class="empty" role="status">${say("nav.coming")}</p>`;
    if (route.screen === "transactions") return html`<transactions-screen .house=${house} .route=${route}></transactions-screen>`;
    if (route.screen === "month") return html`<month-screen .house=${house} .month=${route.month}></month-screen>`;
    if (route.screen === "settings") return html`<settings-screen .house=${house}></settings-screen>`;
    if (route.screen === "attention") return html`<attention-screen .house=${house}></attention-screen>`;
    return html`<section class="empty"><h1>${say("nav.nothing_here")}</h1><p><a class="button" href="/">${say("nav.home")}</a></p></section>`;
  }

  /** Whether the code of a screen has come; drawn before that, it would be upgraded without its properties. */
  #defined(tag: string): boolean {
    if (customElements.get(tag)) return true;
    void customElements.whenDefined(tag).then(() => this.requestUpdate());
    return false;
  }

  #newer(): TemplateResult | typeof nothing {
    if (!this.newer) return nothing;
    return html`<p class="newer" role="status"><span>${say("newer.words")}</span>
      <button type="button" class="button-plain" @click=${this.newer}>${say("newer.button")}</button></p>`;
  }

  /** On another screen: begin at its top, with the keyboard there. */
  #arrived(before: Route): void {
    if (before.screen === this.#navigation.route.screen) return;
    void this.updateComplete.then(() => {
      scrollTo(0, 0);
      this.querySelector<HTMLElement>("main")?.focus({ preventScroll: true });
    });
  }

  readonly #skip = (event: Event): void => {
    event.preventDefault();
    this.querySelector<HTMLElement>("main")?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "my-funds": MyFunds;
  }
}

/** How to put the app on the home screen; nothing where it is there already. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";

import { say } from "../../lib/say";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";

interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
}

let offer: InstallOffer | null = null;
addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  offer = event as InstallOffer;
});

@customElement("install-hint")
export class InstallHint extends Light {
  @state() private asked = false;

  protected override render(): TemplateResult | typeof nothing {
    if (this.asked || matchMedia("(display-mode: standalone)").matches) return nothing;
    return html`<section class="card setting" aria-labelledby="install-title">
      <h2 id="install-title">${icon("plus")}${say("install.title")}</h2>
      <p>${say(offer ? "install.words" : "install.by_menu")}</p>
      ${offer ? html`<button type="button" class="button" @click=${this.#install}>${say("install.button")}</button>` : nothing}
    </section>`;
  }

  readonly #install = async (): Promise<void> => {
    await offer?.prompt();
    offer = null;
    this.asked = true;
  };
}

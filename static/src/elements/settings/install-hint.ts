/** How to put the app on the home screen; nothing where it is there already. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";

import { installing } from "../../lib/install_offer";
import { say } from "../../lib/say";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";

@customElement("install-hint")
export class InstallHint extends Light {
  @state() private asked = false;

  protected override render(): TemplateResult | typeof nothing {
    if (this.asked || matchMedia("(display-mode: standalone)").matches) return nothing;
    return html`<section class="card setting" aria-labelledby="install-title">
      <h2 id="install-title">${icon("plus")}${say("install.title")}</h2>
      <p>${say(installing.offer ? "install.words" : "install.by_menu")}</p>
      ${installing.offer ? html`<button type="button" class="button" @click=${this.#install}>${say("install.button")}</button>` : nothing}
    </section>`;
  }

  readonly #install = async (): Promise<void> => {
    await installing.offer?.prompt();
    installing.offer = null;
    this.asked = true;
  };
}

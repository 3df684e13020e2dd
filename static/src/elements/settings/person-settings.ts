/** The person's own account: password, recovery codes, and signing out, which needs the server. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { say } from "../../lib/say";
import type { House } from "../parts/house";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { sayCount } from "../parts/wording";

@customElement("person-settings")
export class PersonSettings extends Light {
  @property({ attribute: false }) house!: House;
  /** Entries that are on this phone only. */
  @property({ type: Number }) unsynced = 0;
  @state() private unreached = false;

  readonly #leave = (event: MouseEvent & { readonly currentTarget: HTMLAnchorElement }): void => {
    event.preventDefault();
    const { href } = event.currentTarget;
    void this.house.forgetPerson().then((reached) => (reached ? location.assign(href) : (this.unreached = true)));
  };

  protected override render(): TemplateResult {
    return html`<section class="card setting" aria-labelledby="person-title">
      <h2 id="person-title">${icon("kids")}${this.house.person.name}</h2>
      <ul class="link-list">
        <li><a href="/accounts/">${say("person.account")}${icon("forward")}</a></li>
        <li><a href="/accounts/recovery-codes/">${say("person.codes")}${icon("forward")}</a></li>
        <li><a href="/accounts/logout/" @click=${this.#leave}>${say("person.sign_out")}${icon("forward")}</a></li>
      </ul>
      ${this.unreached ? html`<p class="note" role="alert">${say("person.unreached")}</p>` : nothing}
      ${this.unsynced > 0 ? html`<p class="note">${sayCount("person.unsynced", this.unsynced)}</p>` : nothing}
    </section>`;
  }
}

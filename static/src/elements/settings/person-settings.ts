/** The person's own account: people, recovery codes, sign out; tells "sign-out" with the address to leave for. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import { say } from "../../lib/say";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { sayCount } from "../parts/wording";

@customElement("person-settings")
export class PersonSettings extends Light {
  @property() name = "";
  /** Entries that are on this phone only. */
  @property({ type: Number }) unsynced = 0;

  readonly #leave = (event: MouseEvent & { readonly currentTarget: HTMLAnchorElement }): void => {
    event.preventDefault();
    this.tell("sign-out", event.currentTarget.href);
  };

  protected override render(): TemplateResult {
    return html`<section class="card setting" aria-labelledby="person-title">
      <h2 id="person-title">${icon("kids")}${this.name}</h2>
      <ul class="link-list">
        <li><a href="/accounts/">${say("person.account")}${icon("forward")}</a></li>
        <li><a href="/accounts/recovery-codes/">${say("person.codes")}${icon("forward")}</a></li>
        <li><a href="/accounts/logout/" @click=${this.#leave}>${say("person.sign_out")}${icon("forward")}</a></li>
      </ul>
      ${this.unsynced > 0 ? html`<p class="note">${sayCount("person.unsynced", this.unsynced)}</p>` : nothing}
    </section>`;
  }
}

/** Settings: the ledger, its people, accounts and categories, speech, privacy, this phone, the person's account. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import { say } from "../../lib/say";
import type { House } from "../parts/house";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";

@customElement("settings-screen")
export class SettingsScreen extends Light {
  @property({ attribute: false }) house!: House;

  protected override render(): TemplateResult {
    const { store } = this.house;
    return html`<div class="settings">
      <h1>${say("nav.settings")}</h1>
      <ledger-list .house=${this.house}></ledger-list>
      <ledger-settings .house=${this.house}></ledger-settings>
      <people-settings .house=${this.house}></people-settings>
      <account-settings .house=${this.house}></account-settings>
      <speech-settings .house=${this.house}></speech-settings>
      <listening-settings></listening-settings>
      <recording-settings .house=${this.house}></recording-settings>
      <lesson-list .house=${this.house}></lesson-list>
      <reply-settings .locale=${this.house.locale}></reply-settings>
      ${this.#privacy()}
      <insight-settings .house=${this.house}></insight-settings>
      <digest-settings></digest-settings>
      <phone-settings .house=${this.house}></phone-settings>
      <device-list .house=${this.house}></device-list>
      <install-hint></install-hint>
      <person-settings .house=${this.house} .unsynced=${store.state.unsynced}></person-settings>
      ${store.state.attention > 0 ? html`<p><a class="button" href="/attention">${say("attention.title")}</a></p>` : nothing}
    </div>`;
  }

  #privacy(): TemplateResult {
    return html`<section class="card setting" aria-labelledby="privacy-title">
      <h2 id="privacy-title">${icon("insurance")}${say("privacy.title")}</h2>
      <ul class="plain-list">
        <li>${say("privacy.voice")}</li>
        <li>${say("privacy.ledger")}</li>
        <li>${say("privacy.nobody")}</li>
      </ul>
    </section>`;
  }
}

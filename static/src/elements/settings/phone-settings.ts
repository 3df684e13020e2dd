/** What is on this phone: when it last synced, what waits, how much room it takes, and a copy of what waits as a file. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { say } from "../../lib/say";
import { saveUnsent } from "../parts/file";
import type { House } from "../parts/house";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { Live } from "../parts/live";
import { sizeInWords } from "../parts/wording";

@customElement("phone-settings")
export class PhoneSettings extends Light {
  @property({ attribute: false }) house!: House;
  @state() private bytes: number | null = null;
  @state() private kept: boolean | null = null;
  @state() private problem = "";
  readonly #state = new Live(this, () => this.house.store, async () => this.house.store.state, "state");

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#measure();
  }

  protected override render(): TemplateResult {
    const { unsynced, lastSynced } = this.#state.value ?? this.house.store.state;
    return html`<section class="card setting" aria-labelledby="phone-title">
      <h2 id="phone-title">${icon("phone")}${say("phone.title")}</h2>
      <standing-line .store=${this.house.store}></standing-line>
      <dl class="facts">
        <div><dt>${say("phone.last_synced")}</dt><dd>${this.#time(lastSynced)}</dd></div>
        <div><dt>${say("phone.unsynced")}</dt><dd>${unsynced}</dd></div>
        ${this.bytes === null ? nothing : html`<div><dt>${say("phone.room")}</dt><dd>${sizeInWords(this.bytes, this.house.locale)}</dd></div>`}
      </dl>
      ${this.kept === false ? html`<p class="note">${say("phone.may_be_evicted")}</p>` : nothing}
      ${this.problem ? html`<p class="field-error" role="alert">${this.problem}</p>` : nothing}
      <div class="setting-buttons">
        <button type="button" class="button button-quiet" @click=${() => void this.house.store.sync()}>${say("phone.sync_now")}</button>
        <button type="button" class="button button-quiet" @click=${this.#export}>${say("outbox.export")}</button>
      </div>
    </section>`;
  }

  #time(at: number | null): string {
    const form = { dateStyle: "medium", timeStyle: "short" } as const;
    return at === null ? say("phone.never") : new Intl.DateTimeFormat(this.house.locale, form).format(at);
  }

  readonly #export = async (): Promise<void> => void (this.problem = await saveUnsent(this.house.store));

  async #measure(): Promise<void> {
    if (!("storage" in navigator)) return;
    this.bytes = (await navigator.storage.estimate()).usage ?? null;
    this.kept = await navigator.storage.persisted();
  }
}

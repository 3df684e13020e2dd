/** This device was signed out from another one: what waits is saved as a file, and the device let in again. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { say } from "../../lib/say";
import { type Device, openDevices, thisDevice } from "../../sync/devices";
import type { LedgerStore } from "../../sync/store";
import { saveUnsent } from "../parts/file";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";

@customElement("signed-out-device")
export class SignedOutDevice extends Light {
  @property({ attribute: false }) store!: LedgerStore;
  @property({ type: Number }) person = 0;
  @state() private revoked: Device | null = null;
  @state() private problem = "";
  #followed: LedgerStore | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#follow(null);
  }

  protected override willUpdate(): void {
    if (this.store !== this.#followed && this.isConnected) this.#follow(this.store);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.revoked) return nothing;
    const { id, name } = this.revoked;
    return html`<section class="card issue kept-work" role="status"><h2>${icon("attention")}${say("kept.revoked")}</h2><p>${say("kept.revoked_words")}</p>
      ${this.problem ? html`<p class="field-error" role="alert">${this.problem}</p>` : nothing}
      <div class="issue-buttons">
        <button type="button" class="button" aria-label=${say("devices.readmit_named", { device: name })} @click=${() => void this.#readmit(id)}>${say("kept.again")}</button>
        <button type="button" class="button button-quiet" @click=${this.#export}>${say("outbox.export")}</button>
      </div></section>`;
  }

  async #readmit(id: string): Promise<void> {
    await openDevices().readmit(id).catch(() => undefined);
    this.revoked = null;
    await this.store.sync();
  }

  readonly #export = async (): Promise<void> => void (this.problem = await saveUnsent(this.store));

  #follow(store: LedgerStore | null): void {
    this.#followed?.removeEventListener("state", this.#stands);
    this.#followed = store;
    store?.addEventListener("state", this.#stands);
    if (store) this.#stands();
  }

  /** A refusal may be of this device. */
  readonly #stands = (): void => {
    const phase = this.#followed?.state.phase;
    if (phase === "synced") this.revoked = null;
    if (phase === "failed") void this.#ask();
  };

  async #ask(): Promise<void> {
    const [here, devices] = await Promise.all([thisDevice(this.person), openDevices().all()]).catch(() => [null, []] as const);
    this.revoked = devices.find(({ id, revoked }) => id === here && revoked) ?? null;
  }
}

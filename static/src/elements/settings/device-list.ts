/** The person's devices: when each last synced, calling one otherwise, signing one out, letting it in again. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { say } from "../../lib/say";
import { type Device, type Devices, openDevices, thisDevice } from "../../sync/devices";
import type { House } from "../parts/house";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { sentenceOf } from "../parts/problem";

@customElement("device-list")
export class DeviceList extends Light {
  @property({ attribute: false }) house!: House;
  @state() private devices: readonly Device[] | null = null;
  @state() private here: string | null = null;
  @state() private problem = "";

  protected override firstUpdated(): void {
    void thisDevice(this.house.person.id).then((id) => (this.here = id), () => undefined);
    void this.#do((devices) => devices.all());
  }

  protected override render(): TemplateResult {
    return html`<section class="card setting" aria-labelledby="devices-title">
      <h2 id="devices-title">${icon("phone")}${say("devices.title")}</h2>
      <p class="muted">${say("devices.words")}</p>
      ${this.devices ? html`<ul class="devices">${this.devices.map((device) => this.#device(device))}</ul>` : nothing}
      ${this.problem ? html`<p class="offline-note" role="status">${icon("cloud_off")}${this.problem}</p>` : nothing}
    </section>`;
  }

  #device(device: Device): TemplateResult {
    const { id, name, revoked, lastSynced } = device;
    const synced = say("devices.synced", { time: this.#time(lastSynced) });
    return html`<li data-revoked=${revoked}>
      <input class="account-name" maxlength="100" dir="auto" aria-label=${say("devices.name_of", { device: name })} .value=${name} @change=${(event: Event) => this.#rename(device, event)}>
      <span class="muted">${[revoked ? say("devices.revoked") : synced, ...(id === this.here ? [say("devices.here")] : [])].join(" · ")}</span>
      ${this.#button(device)}</li>`;
  }

  #button({ id, name, revoked }: Device): TemplateResult | typeof nothing {
    if (revoked) return html`<button type="button" class="button-plain" aria-label=${say("devices.readmit_named", { device: name })}
      @click=${() => this.#do((devices) => devices.readmit(id))}>${say("devices.readmit")}</button>`;
    return id === this.here ? nothing : html`<button type="button" class="button-plain" aria-label=${say("devices.revoke_named", { device: name })}
      @click=${() => confirm(say("devices.revoke_sure", { device: name })) && this.#do((devices) => devices.revoke(id))}>${say("devices.revoke")}</button>`;
  }

  #rename({ id, name }: Device, event: Event): void {
    const box = event.target as HTMLInputElement;
    const wanted = box.value.trim();
    if (!wanted) box.value = name;
    else if (wanted !== name) void this.#do((devices) => devices.rename(id, wanted));
  }

  #time(at: number): string {
    return new Intl.DateTimeFormat(this.house.locale, { dateStyle: "medium", timeStyle: "short" }).format(at);
  }

  async #do(deed: (devices: Devices) => Promise<readonly Device[]>): Promise<void> {
    try {
      this.devices = await deed(openDevices());
      this.problem = "";
    } catch (error) {
      this.problem = `${this.devices ? "" : `${say("devices.unknown")} `}${sentenceOf(error)}`;
    }
  }
}

/** The ledger's name, currency and time zone, each correctable. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { say } from "../../lib/say";
import type { House } from "../parts/house";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { sentenceOf } from "../parts/problem";
import { currencies, timeZones } from "./places";

@customElement("ledger-settings")
export class LedgerSettings extends Light {
  @property({ attribute: false }) house!: House;
  @state() private told = "";

  protected override render(): TemplateResult {
    const { name, currency, time_zone, role } = this.house.store.ledger;
    return html`<section class="card setting" aria-labelledby="ledger-title">
      <h2 id="ledger-title">${icon("debt")}${say("ledger.title")}</h2>
      ${role === "viewer" ? html`<p class="muted">${say("viewer")}</p>` : nothing}
      <fieldset class="fields" ?disabled=${role === "viewer"}>
        <text-field label=${say("ledger.name")} .value=${name} @change=${this.#named}></text-field>
        <choice-field label=${say("ledger.currency")} .value=${currency} .choices=${currencies(this.house.locale)}
          @choice=${(event: CustomEvent<string>) => this.#change({ currency: event.detail })}></choice-field>
        <choice-field label=${say("ledger.time_zone")} .value=${time_zone} .choices=${timeZones(time_zone)}
          @choice=${(event: CustomEvent<string>) => this.#change({ time_zone: event.detail })}></choice-field>
      </fieldset>
      <p role="status" class="muted told">${this.told}</p>
    </section>`;
  }

  readonly #named = (event: Event): void => {
    const name = (event.target as HTMLInputElement).value.trim();
    if (name && name !== this.house.store.ledger.name) void this.#change({ name });
  };

  async #change(change: Partial<Record<"name" | "currency" | "time_zone", string>>): Promise<void> {
    try {
      await this.house.store.change("ledger", this.house.store.ledger.id, change);
      this.house.amendLedger(change);
      this.told = say("ledger.saved");
    } catch (error) {
      this.told = sentenceOf(error);
    }
  }
}

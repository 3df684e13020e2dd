/** The person's ledgers: which is open, opening another, making a new one. */

import { html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import { say } from "../../lib/say";
import type { LedgerHead } from "../../sync/store";
import type { House } from "../parts/house";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";

@customElement("ledger-list")
export class LedgerList extends Light {
  @property({ attribute: false }) house!: House;

  protected override render(): TemplateResult {
    const { store, otherLedgers, locale } = this.house;
    const all = [store.ledger, ...otherLedgers].sort((one, other) => one.name.localeCompare(other.name, locale));
    return html`<section class="card setting" aria-labelledby="ledgers-title">
      <h2 id="ledgers-title">${icon("list")}${say("ledgers.title")}</h2>
      <ul class="people">${all.map((ledger) => this.#ledger(ledger))}</ul>
      <details><summary>${say("ledgers.new")}</summary>
        <new-ledger currency=${store.ledger.currency} time-zone=${store.ledger.time_zone} .locale=${locale} @ledger-made=${this.#made}></new-ledger>
      </details>
    </section>`;
  }

  #ledger({ id, name, role }: LedgerHead): TemplateResult {
    const open = id === this.house.store.ledger.id;
    return html`<li><span class="person-name" dir="auto">${name}</span><span class="muted">${say(`sharing.role_${role}`)}</span>
      <span class="person-role">${open ? say("ledgers.is_open") : html`<button type="button" class="button-plain"
        aria-label=${say("ledgers.open_named", { ledger: name })} @click=${() => void this.house.openLedger(id)}>${say("ledgers.open")}</button>`}</span></li>`;
  }

  readonly #made = async ({ detail }: CustomEvent<string>): Promise<void> => {
    this.querySelector("details")?.removeAttribute("open");
    await this.house.askAnew();
    await this.house.openLedger(detail);
  };
}

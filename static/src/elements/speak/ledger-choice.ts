/** Where a sentence goes, shown to who has several ledgers. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import { say } from "../../lib/say";
import type { House } from "../parts/house";
import { Light } from "../parts/light";

@customElement("ledger-choice")
export class LedgerChoice extends Light {
  @property({ attribute: false }) house!: House;

  protected override render(): TemplateResult | typeof nothing {
    const { store, otherLedgers, locale } = this.house;
    if (otherLedgers.length === 0) return nothing;
    const all = [store.ledger, ...otherLedgers].sort((one, other) => one.name.localeCompare(other.name, locale));
    return html`<div class="ledger-choice" role="group" aria-label=${say("ledgers.where")}>${all.map(({ id, name }) => html`<button
      type="button" class="chip" dir="auto" aria-pressed=${id === store.ledger.id} @click=${() => void this.#choose(id)}>${name}</button>`)}</div>`;
  }

  async #choose(id: string): Promise<void> {
    if (id !== this.house.store.ledger.id) await this.house.openLedger(id);
  }
}

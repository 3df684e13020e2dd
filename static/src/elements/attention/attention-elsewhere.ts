/** The person's other ledgers on this phone that need them, each with the way there. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import { say } from "../../lib/say";
import type { House } from "../parts/house";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { Live } from "../parts/live";
import { sayCount } from "../parts/wording";

@customElement("attention-elsewhere")
export class AttentionElsewhere extends Light {
  @property({ attribute: false }) house!: House;
  readonly #state = new Live(this, () => this.house.store, async () => this.house.store.state, "state");

  protected override render(): TemplateResult | typeof nothing {
    const { beside = [] } = this.#state.value ?? this.house.store.state;
    return html`${beside.filter(({ attention }) => attention > 0).map(({ ledger, attention }) => this.#ledger(ledger, attention))}`;
  }

  #ledger(id: string, attention: number): TemplateResult {
    const name = this.house.otherLedgers.find((ledger) => ledger.id === id)?.name ?? say("ledgers.this");
    return html`<section class="card issue"><h2 dir="auto">${icon("attention")}${name}</h2><p>${sayCount("standing.attention", attention)}</p>
      <div class="issue-buttons"><button type="button" class="button" @click=${() => void this.house.openLedger(id)}>${say("ledgers.open_named", { ledger: name })}</button></div>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "attention-elsewhere": AttentionElsewhere;
  }
}

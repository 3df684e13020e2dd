/** The sync state in one line of words; leads to where something can be done about it. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import type { LedgerStore } from "../../sync/store";
import { icon } from "./icons";
import { Light } from "./light";
import { Live } from "./live";
import { standingOf } from "./standing";

@customElement("standing-line")
export class StandingLine extends Light {
  @property({ attribute: false }) store!: LedgerStore;
  readonly #state = new Live(this, () => this.store, async () => this.store.state, "state");

  protected override render(): TemplateResult {
    const { words, icon: name, tone, address } = standingOf(this.#state.value ?? this.store.state);
    const line = html`${icon(name)}<span>${words}</span>`;
    return html`<p class="standing standing-${tone}" role="status">${address ? html`<a href=${address}>${line}</a>` : line}</p>
      ${this.store.state.progress ? this.#progress() : nothing}`;
  }

  #progress(): TemplateResult | typeof nothing {
    const progress = this.store.state.progress;
    return progress ? html`<progress max=${progress.total} value=${progress.done} aria-hidden="true"></progress>` : nothing;
  }
}

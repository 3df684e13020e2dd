/** For who belongs to no ledger: what is kept of former ones, and making one of one's own. */

import { html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import { say } from "../../lib/say";
import { Light } from "../parts/light";
import type { Entrance } from "./my-funds";

@customElement("no-ledger")
export class NoLedger extends Light {
  @property({ attribute: false }) entrance!: Extract<Entrance, { kind: "no_ledger" }>;

  protected override render(): TemplateResult {
    const { person, askAnew } = this.entrance;
    return html`<h2>${say("ledgers.none")}</h2><p>${say("ledgers.none_words")}</p>
      <kept-work .house=${{ person, otherLedgers: [], store: null }}></kept-work>
      <section class="card setting"><new-ledger locale=${navigator.language} @ledger-made=${() => void askAnew()}></new-ledger></section>
      <p><a href="/accounts/logout/">${say("person.sign_out")}</a></p>`;
  }
}

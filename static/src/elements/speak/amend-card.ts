/** A change of the last entry before it is made; tells "amend-save" with the amendment, or "talk-cancel". */

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import type { Minor } from "../../ledger/types";
import { formatMoney } from "../../lib/money";
import { say } from "../../lib/say";
import { NO_NAMES, type Names } from "../parts/accounts";
import { entryOf } from "../parts/entry";
import { entryRow } from "../parts/entry-row";
import type { House } from "../parts/house";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { dayInWords } from "../parts/wording";
import { changedSlots, type ChangedSlot } from "./amend_words";
import type { Amendment } from "./amendment";

@customElement("amend-card")
export class AmendCard extends Light {
  @property({ attribute: false }) house!: House;
  @property({ attribute: false }) names: Names = NO_NAMES;
  @property() words = "";
  @property({ attribute: false }) amendment!: Amendment;
  /** Why the change could not be made, as a sentence; empty otherwise. */
  @property() problem = "";
  @state() private amount: Minor | null = null;
  /** No drafts are open here. */
  readonly current = [];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("amendment")) this.amount = this.amendment.after?.amount ?? null;
  }

  protected override firstUpdated(): void {
    this.scrollIntoView({ block: "nearest" });
    this.querySelector<HTMLElement>(".offers button, .button-save, .amend-open")?.focus({ preventScroll: true });
  }

  /** Tell "amend-save"; false while the amount is to be chosen, or where it takes the editor. */
  save(): boolean {
    const { after } = this.amendment;
    if (after === null || this.amount === null) return false;
    this.tell("amend-save", { ...this.amendment, after: { ...after, amount: this.amount } } satisfies Amendment);
    return true;
  }

  protected override render(): TemplateResult {
    const { after } = this.amendment;
    return html`<section class="card amend" aria-label=${say("amend.title")}>
      <h2>${say("amend.title")}</h2>
      <p class="heard"><q>${this.words}</q></p>
      <ul class="entry-list">${this.#entry()}</ul>
      ${after === null ? html`<p class="reply-more">${this.#why()}</p>` : html`<dl class="amend-slots">${this.#slots().map((slot) => this.#slot(slot))}</dl>`}
      ${after !== null && after.offered.length > 0 ? this.#offers(after.offered, after.currency) : nothing}
      ${this.problem ? html`<p class="field-error" role="alert">${this.problem}</p>` : nothing}
      <div class="save-bar">
        <button type="button" class="button button-quiet" @click=${() => this.tell("talk-cancel")}>${say("cancel")}</button>
        ${after === null ? html`<a class="button amend-open" href="/transactions/${this.amendment.transaction.id}">${say("amend.open")}</a>`
          : html`<button type="button" class="button button-save" aria-disabled=${this.amount === null} @click=${() => this.save()}>${icon("synced")}${say("amend.change")}</button>`}
      </div>
    </section>`;
  }

  #entry(): TemplateResult {
    const { transaction } = this.amendment;
    const { clock, locale } = this.house;
    const entry = entryOf(transaction, this.names, locale);
    return entryRow({ ...entry, detail: `${dayInWords(transaction.date, clock.today(), locale)} · ${entry.detail}` }, `/transactions/${transaction.id}`);
  }

  #slots(): readonly ChangedSlot[] {
    const { before, after } = this.amendment;
    const reader = { today: this.house.clock.today(), locale: this.house.locale };
    return after === null ? [] : changedSlots(before, { ...after, amount: this.amount }, this.names, reader);
  }

  #slot({ slot, old, now }: ChangedSlot): TemplateResult {
    return html`<div><dt>${slot}</dt><dd><del>${old}</del> <span class="amend-arrow" aria-hidden="true">→</span> ${now ? html`<ins>${now}</ins>` : html`<span class="question">${say("ask.which_amount")}</span>`}</dd></div>`;
  }

  #offers(offered: readonly Minor[], currency: string): TemplateResult {
    return html`<div class="offers" role="group" aria-label=${say("ask.which_amount")}>
      ${offered.map((amount) => html`<button type="button" class="chip chip-large" aria-pressed=${amount === this.amount}
        @click=${() => (this.amount = amount)}>${formatMoney(amount, currency, this.house.locale)}</button>`)}
    </div>`;
  }

  #why(): string {
    return say(this.amendment.transaction.lines.length > 1 ? "amend.editor_split" : "amend.editor");
  }
}

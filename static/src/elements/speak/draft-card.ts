/** One draft: the amount large, every slot editable in place; tells "form-change" with the new form. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import type { Account, DraftType, Minor } from "../../ledger/types";
import { formatMoney } from "../../lib/money";
import { say } from "../../lib/say";
import { categoriesFor, moneyAccounts } from "../parts/accounts";
import type { Choice } from "../parts/choice-field";
import { Light } from "../parts/light";
import { openSlots, withType, type DraftForm } from "./draft_form";

const TYPES: readonly DraftType[] = ["expense", "income", "transfer", "refund"];

@customElement("draft-card")
export class DraftCard extends Light {
  @property({ attribute: false }) form!: DraftForm;
  @property({ attribute: false }) accounts: readonly Account[] = [];
  @property({ attribute: false }) payees: readonly string[] = [];
  @property() today = "";
  @property() locale = "en";

  /** Bring the person to the first slot that is still open; false when there is none. */
  pointToOpenSlot(): boolean {
    const [slot] = openSlots(this.form);
    const place = slot === "amount" && this.form.offered.length > 0 ? ".offers button" : `[data-slot="${slot ?? ""}"]`;
    if (slot) this.querySelector<HTMLElement>(place)?.focus();
    return slot !== undefined;
  }

  protected override render(): TemplateResult {
    return html`<article class="card draft" aria-label=${say("draft.label")}>
      ${this.#amount()}
      <div class="types" role="group" aria-label=${say("slot.type")}>${TYPES.map((type) => this.#type(type))}</div>
      <div class="fields">${this.#reached()} ${this.#payee()}
        <day-field .day=${this.form.date} .today=${this.today} .locale=${this.locale}
          @day-change=${(event: CustomEvent<string>) => this.#set({ date: event.detail })}></day-field>
        ${this.#account()}
      </div>
    </article>`;
  }

  #amount(): TemplateResult {
    const { amount, currency, offered } = this.form;
    return html`<div class="draft-amount">
      <money-field data-slot="amount" class="money-large" .amount=${amount} .currency=${currency} .locale=${this.locale}
        label=${say("slot.amount")} @amount-change=${(event: CustomEvent<Minor | null>) => this.#set({ amount: event.detail })}></money-field>
      ${offered.length > 0 ? this.#offers(offered) : nothing}
      ${amount === null && offered.length === 0 ? html`<p class="question">${say("ask.amount")}</p>` : nothing}
    </div>`;
  }

  #offers(offered: readonly Minor[]): TemplateResult {
    return html`<div class="offers" role="group" aria-label=${say("ask.which_amount")}>
      <p class="question">${say("ask.which_amount")}</p>
      ${offered.map((amount) => html`<button type="button" class="chip chip-large" aria-pressed=${amount === this.form.amount}
        @click=${() => this.#set({ amount })}>${formatMoney(amount, this.form.currency, this.locale)}</button>`)}
    </div>`;
  }

  #type(type: DraftType): TemplateResult {
    return html`<button type="button" class="chip" aria-pressed=${type === this.form.type}
      @click=${() => this.#become(type)}>${say(`type.${type}`)}</button>`;
  }

  /** What the money reached: a category, or the receiving account of a transfer. */
  #reached(): TemplateResult {
    if (this.form.type === "transfer") return this.#choice("toAccount", say("slot.to_account"), moneyAccounts(this.accounts));
    return this.#choice("category", say("slot.category"), categoriesFor(this.form.type, this.accounts));
  }

  #account(): TemplateResult {
    const labels = { expense: "slot.account", income: "slot.into_account", refund: "slot.into_account", transfer: "slot.from_account" } as const;
    return this.#choice("account", say(labels[this.form.type]), moneyAccounts(this.accounts));
  }

  /** The present choice stays choosable, also when it was closed since. */
  #choice(slot: "category" | "account" | "toAccount", label: string, open: readonly Account[]): TemplateResult {
    const present = this.accounts.find(({ id }) => id === this.form[slot]);
    const from = present && !open.includes(present) ? [present, ...open] : open;
    const choices: readonly Choice[] = from.map(({ id, name }) => ({ value: id, text: name }));
    return html`<choice-field data-slot=${slot} label=${label} empty=${say("slot.choose")} .choices=${choices} .value=${this.form[slot]}
      @choice=${(event: CustomEvent<string>) => this.#set({ [slot]: event.detail })}></choice-field>`;
  }

  #payee(): TemplateResult | typeof nothing {
    if (this.form.type === "transfer") return nothing;
    return html`<text-field label=${say("slot.payee")} placeholder=${say("slot.optional")} .value=${this.form.payeeName ?? ""} .names=${this.payees}
      @text-change=${(event: CustomEvent<string>) => this.#set({ payeeName: event.detail.trim() || null })}></text-field>`;
  }

  #become(type: DraftType): void {
    this.form = withType(this.form, type, this.accounts);
    this.tell("form-change", this.form);
  }

  #set(slots: Partial<DraftForm>): void {
    this.form = { ...this.form, ...slots };
    this.tell("form-change", this.form);
  }
}

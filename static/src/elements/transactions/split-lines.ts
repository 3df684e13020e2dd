/** The parts of a split transaction, each with its category and amount, and what is left; tells "edit-change". */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";

import type { Minor } from "../../ledger/types";
import { newId } from "../../lib/ids";
import { formatMoney } from "../../lib/money";
import { say } from "../../lib/say";
import { categoriesFor, type Names } from "../parts/accounts";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { hasTotal, restOf, withoutPart, withPart, withRest, type Edit, type Part } from "./transaction_form";

@customElement("split-lines")
export class SplitLines extends Light {
  @property({ attribute: false }) edit!: Edit;
  @property({ attribute: false }) names!: Names;
  @property() locale = "en";

  protected override render(): TemplateResult {
    const whole = hasTotal(this.edit);
    return html`<fieldset class="lines"><legend>${say("entry.split")}</legend>
      ${repeat(this.edit.parts, ({ id }) => id, (part, place) => this.#part(part, place + 1, whole))}
      ${whole ? this.#rest() : nothing}
    </fieldset>`;
  }

  #part(part: Part, number: number, whole: boolean): TemplateResult {
    return html`<div class="line" role="group" aria-label=${say("split.part", { number })}>
      <choice-field label=${say("slot.category")} empty=${say("slot.choose")} .value=${part.category ?? part.account} .choices=${this.#choices(part)}
        @choice=${(event: CustomEvent<string>) => this.#set({ ...part, category: event.detail, account: null })}></choice-field>
      <money-field label=${say("split.amount")} .amount=${part.amount} .currency=${part.currency} .locale=${this.locale}
        @amount-change=${(event: CustomEvent<Minor | null>) => this.#set({ ...part, amount: event.detail })}></money-field>
      ${whole ? html`<button type="button" class="button-icon" aria-label=${say("split.remove", { number })}
        @click=${() => this.#tell(withoutPart(this.edit, part.id))}>${icon("close")}</button>` : nothing}
    </div>`;
  }

  #rest(): TemplateResult {
    const rest = restOf(this.edit) ?? 0;
    const words = (minor: Minor): string => formatMoney(minor, this.edit.form.currency, this.locale);
    return html`<div class="split-foot">
      <button type="button" class="button-plain" @click=${() => this.#tell(withPart(this.edit, newId()))}>${icon("plus")}${say("split.add")}</button>
      ${rest > 0 ? html`<button type="button" class="chip" @click=${() => this.#tell(withRest(this.edit, newId()))}>${say("split.left", { amount: words(rest) })}</button>` : nothing}
      <p role="status">${rest < 0 ? html`<span class="field-error">${say("split.over", { amount: words(-rest) })}</span>` : nothing}</p>
    </div>`;
  }

  #choices({ category, account, sign }: Part): readonly { value: string; text: string }[] {
    const accounts = [...this.names.accounts.values()];
    const own = this.names.accounts.get(category ?? account ?? "");
    const income = own?.kind === "income" || (own === undefined && this.edit.form.type === "income" && sign < 0);
    const fitting = categoriesFor(income ? "income" : "expense", accounts);
    return (own && !fitting.includes(own) ? [own, ...fitting] : fitting).map(({ id, name }) => ({ value: id, text: name }));
  }

  #set(part: Part): void {
    this.#tell({ ...this.edit, parts: this.edit.parts.map((other) => (other.id === part.id ? part : other)) });
  }

  #tell(edit: Edit): void {
    this.edit = edit;
    this.tell("edit-change", edit);
  }
}

/** An amount to type; tells "amount-change" with minor units above zero, or null while the text is not one. */

import { html, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import type { Minor } from "../../ledger/types";
import { formatMoney, parseMoney } from "../../lib/money";
import { say } from "../../lib/say";
import { Light } from "./light";

@customElement("money-field")
export class MoneyField extends Light {
  @property({ attribute: false }) amount: Minor | null = null;
  @property() currency = "EUR";
  @property() locale = "en";
  @property() label = "";
  @state() private text = "";
  @state() private wrong = false;

  override focus(): void {
    this.querySelector("input")?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("amount") && this.amount !== null && this.amount !== this.#read(this.text)) this.#write(this.amount);
    if (changed.has("currency") && this.amount !== null) this.#write(this.amount);
  }

  protected override render(): TemplateResult {
    return html`<label class="money" .style=${`--chars: ${Math.max(this.text.length, 7)}`}>
      <span class="hidden-label">${this.label}</span>
      <input type="text" inputmode="decimal" autocomplete="off" enterkeyhint="done" placeholder=${formatMoney(0, this.currency, this.locale)}
        .value=${this.text} aria-invalid=${this.wrong} size=${Math.max(this.text.length, 5)}
        @input=${this.#typed} @focus=${this.#select} @blur=${this.#settle}>
    </label>
    ${this.wrong ? html`<p class="field-error" role="alert">${say("amount.wrong", { example: formatMoney(1250, this.currency, this.locale) })}</p>` : ""}`;
  }

  readonly #typed = (event: InputEvent): void => {
    this.text = (event.target as HTMLInputElement).value;
    this.wrong = false;
    this.amount = this.#read(this.text);
    this.tell("amount-change", this.amount);
  };

  readonly #select = (event: FocusEvent): void => (event.target as HTMLInputElement).select();

  readonly #settle = (): void => {
    if (this.amount !== null) this.#write(this.amount);
    this.wrong = this.text.trim() !== "" && this.amount === null;
  };

  #write(amount: Minor): void {
    this.text = formatMoney(amount, this.currency, this.locale);
    this.wrong = false;
  }

  #read(text: string): Minor | null {
    const amount = parseMoney(text, this.currency, this.locale);
    return amount !== null && amount > 0 ? amount : null;
  }
}

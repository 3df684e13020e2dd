/** The parts of a split transaction, each with its category and amount; tells "lines-change". */

import { html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";

import type { Line, Minor } from "../../ledger/types";
import { say } from "../../lib/say";
import { categoriesFor, type Names } from "../parts/accounts";
import { Light } from "../parts/light";
import { typeOf } from "./transaction_form";

@customElement("line-list")
export class LineList extends Light {
  @property({ attribute: false }) lines: readonly Line[] = [];
  @property({ attribute: false }) names!: Names;
  @property() locale = "en";

  protected override render(): TemplateResult {
    return html`<fieldset class="lines"><legend>${say("entry.split")}</legend>
      ${repeat(this.lines, ({ id }) => id, (line) => this.#line(line))}
    </fieldset>`;
  }

  #line(line: Line): TemplateResult {
    const own = this.names.accounts.get(line.category ?? line.account ?? "");
    const fitting = categoriesFor(typeOf(line, this.names.accounts), [...this.names.accounts.values()]);
    const choices = own && !fitting.includes(own) ? [own, ...fitting] : fitting;
    return html`<div class="line">
      <choice-field label=${say("slot.category")} .value=${line.category ?? line.account} .choices=${choices.map(({ id, name }) => ({ value: id, text: name }))}
        @choice=${(event: CustomEvent<string>) => this.#set({ ...line, category: event.detail })}></choice-field>
      <money-field label=${say("slot.amount")} .amount=${Math.abs(line.amount)} .currency=${line.currency} .locale=${this.locale}
        @amount-change=${(event: CustomEvent<Minor | null>) => this.#amount(line, event.detail)}></money-field>
    </div>`;
  }

  #amount(line: Line, amount: Minor | null): void {
    if (amount !== null) this.#set({ ...line, amount: line.amount < 0 ? -amount : amount });
  }

  #set(line: Line): void {
    this.lines = this.lines.map((other) => (other.id === line.id ? line : other));
    this.tell("lines-change", this.lines);
  }
}

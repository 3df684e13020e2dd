/** What can be changed in one transaction, as fields; tells "edit-change" with the whole edit. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import type { Transaction } from "../../ledger/types";
import { newId } from "../../lib/ids";
import { say } from "../../lib/say";
import type { Surroundings } from "../attention/value_words";
import { NO_NAMES, type Names } from "../parts/accounts";
import type { House } from "../parts/house";
import { Light } from "../parts/light";
import type { DraftForm } from "../speak/draft_form";
import { hasTotal, split, type Edit } from "./transaction_form";

@customElement("entry-editor")
export class EntryEditor extends Light {
  @property({ attribute: false }) house!: House;
  @property({ attribute: false }) names: Names = NO_NAMES;
  /** As it stands in the ledger; null for an entry that is not there. */
  @property({ attribute: false }) transaction: Transaction | null = null;
  @property({ attribute: false }) edit!: Edit;

  protected override render(): TemplateResult {
    const { form, parts } = this.edit;
    return html`<fieldset class="entry-fields" ?disabled=${this.#fixed}>
        <draft-card class=${this.#cardClass()} .form=${form} .accounts=${[...this.names.accounts.values()]}
          .payees=${[...this.names.payees.values()].map(({ name }) => name)} .today=${this.house.clock.today()} .locale=${this.house.locale}
          @form-change=${(event: CustomEvent<DraftForm>) => this.#set({ form: event.detail })}></draft-card>
        ${parts.length > 1 ? html`<split-lines .edit=${this.edit} .names=${this.names} .locale=${this.house.locale}></split-lines>` : this.#mayBeSplit()}
        <div class="card fields more-fields">
          <text-field label=${say("slot.note")} placeholder=${say("slot.optional")} .value=${form.note}
            @text-change=${(event: CustomEvent<string>) => this.#set({ form: { ...form, note: event.detail } })}></text-field>
          <tag-field .tags=${form.tags} .fixed=${this.#fixed}
            @tags-change=${(event: CustomEvent<readonly string[]>) => this.#set({ form: { ...form, tags: event.detail } })}></tag-field>
        </div>
      </fieldset>
      <p class="origin">${this.#origin()}</p>
      ${this.transaction ? html`<entry-history .house=${this.house} .around=${this.#around()} .transactionId=${this.transaction.id}></entry-history>` : nothing}`;
  }

  #mayBeSplit(): TemplateResult | typeof nothing {
    if (this.edit.form.type === "transfer" || this.#fixed) return nothing;
    return html`<button type="button" class="button-plain split-start" @click=${() => this.#set(split(this.edit, newId()))}>${say("split.start")}</button>`;
  }

  #cardClass(): string {
    if (this.edit.parts.length < 2) return "";
    return hasTotal(this.edit) ? "draft-of-split" : "draft-of-split draft-without-total";
  }

  #origin(): string {
    const { origin } = this.edit.form;
    const came = origin.words ? say(`origin.${origin.how}_words`, { words: origin.words }) : say(`origin.${origin.how}`);
    return this.transaction?.unsynced ? `${came} ${say("entry.unsynced")}.` : came;
  }

  #around(): Surroundings {
    return { names: this.names, lines: this.transaction?.lines ?? [], currency: this.edit.form.currency, today: this.house.clock.today(), locale: this.house.locale };
  }

  get #fixed(): boolean {
    return this.house.store.ledger.role === "viewer";
  }

  #set(change: Partial<Edit>): void {
    this.tell("edit-change", { ...this.edit, ...change });
  }
}

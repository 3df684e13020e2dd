/** One transaction, opened to be read, changed or deleted; tells "transaction-deleted" and "go" when it is left. */

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import type { Fields, Line, Transaction } from "../../ledger/types";
import { say } from "../../lib/say";
import { NO_NAMES, readNames, type Names } from "../parts/accounts";
import type { House } from "../parts/house";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { sentenceOf } from "../parts/problem";
import { draftOf, type DraftForm } from "../speak/draft_form";
import { changedFields, changedLines, formOf } from "./transaction_form";

@customElement("transaction-sheet")
export class TransactionSheet extends Light {
  @property({ attribute: false }) house!: House;
  @property({ attribute: false }) names: Names = NO_NAMES;
  @property({ attribute: false }) transactionId = "";
  /** The address to return to. */
  @property({ attribute: false }) back = "/transactions";
  @state() private transaction: Transaction | null | "missing" = null;
  @state() private form: DraftForm | null = null;
  @state() private lines: readonly Line[] = [];
  @state() private problem = "";
  /** The form as it was opened; what differs from it is what the person changed. */
  #before: DraftForm | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("transactionId")) void this.#read();
  }

  protected override updated(): void {
    const dialog = this.querySelector("dialog");
    if (dialog && !dialog.open) dialog.showModal();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.transaction === null) return nothing;
    return html`<dialog class="sheet" aria-labelledby="sheet-title" @close=${this.#leave} @click=${this.#outside}>
      <header class="sheet-head"><h2 id="sheet-title">${say("sheet.title")}</h2>
        <button type="button" class="button-icon" aria-label=${say("close")} @click=${this.#close}>${icon("close")}</button></header>
      ${this.transaction === "missing" || this.form === null ? html`<p class="trouble">${say("sheet.missing")}</p>` : this.#open(this.transaction, this.form)}
    </dialog>`;
  }

  #open(transaction: Transaction, form: DraftForm): TemplateResult {
    const mayWrite = this.house.store.ledger.role !== "viewer";
    return html`<div class="sheet-body">
        ${transaction.lines.length > 1 ? html`<line-list .lines=${this.lines} .names=${this.names} .locale=${this.house.locale}
          @lines-change=${(event: CustomEvent<readonly Line[]>) => (this.lines = event.detail)}></line-list>` : nothing}
        <draft-card class=${transaction.lines.length > 1 ? "draft-of-split" : ""} .form=${form} .accounts=${[...this.names.accounts.values()]}
          .payees=${[...this.names.payees.values()].map(({ name }) => name)} .today=${this.house.clock.today()} .locale=${this.house.locale}
          @form-change=${(event: CustomEvent<DraftForm>) => (this.form = event.detail)}></draft-card>
        <text-field class="card note-card" label=${say("slot.note")} placeholder=${say("slot.optional")} .value=${form.note}
          @text-change=${(event: CustomEvent<string>) => (this.form = { ...form, note: event.detail })}></text-field>
        <p class="origin">${this.#origin(transaction)}</p>
        ${this.problem ? html`<p class="field-error" role="alert">${this.problem}</p>` : nothing}
      </div>
      ${mayWrite ? this.#buttons() : html`<p class="muted">${say("viewer")}</p>`}`;
  }

  #buttons(): TemplateResult {
    return html`<footer class="save-bar">
      <button type="button" class="button button-danger" @click=${this.#remove}>${say("delete")}</button>
      <button type="button" class="button" @click=${this.#save}>${say("save")}</button>
    </footer>`;
  }

  #origin({ origin, unsynced }: Transaction): string {
    const came = origin.words ? say(`origin.${origin.how}_words`, { words: origin.words }) : say(`origin.${origin.how}`);
    return unsynced ? `${came} ${say("entry.unsynced")}.` : came;
  }

  async #read(): Promise<void> {
    const { store } = this.house;
    const [found, names] = await Promise.all([store.transaction(this.transactionId), readNames(store)]);
    const [line] = found?.lines ?? [];
    this.transaction = found && !found.deleted && line ? found : "missing";
    this.form = this.#before = found && line ? formOf(found, line, names) : null;
    this.lines = found?.lines ?? [];
  }

  readonly #save = async (): Promise<void> => {
    if (this.transaction === null || this.transaction === "missing" || this.form === null || this.#before === null) return;
    if (draftOf(this.form) === null) return void (this.problem = say("draft.missing"));
    try {
      const fields = await this.#fields(this.transaction, this.#before, this.form);
      if (Object.keys(fields).length > 0) await this.house.store.change("transaction", this.transactionId, fields);
      this.#close();
    } catch (error) {
      this.problem = sentenceOf(error);
    }
  };

  async #fields(transaction: Transaction, before: DraftForm, form: DraftForm): Promise<Fields> {
    const [line] = transaction.lines;
    if (!line) return {};
    const split = transaction.lines.length > 1;
    const own = changedFields(before, split ? { ...form, amount: before.amount, category: before.category, toAccount: before.toAccount, type: before.type } : form, line.id);
    const payee = before.payeeName === form.payeeName ? {} : { payee: form.payeeName ? await this.house.store.addPayee(form.payeeName) : null };
    return { ...own, ...payee, ...(split ? changedLines(transaction.lines, this.lines) : {}) };
  }

  readonly #remove = async (): Promise<void> => {
    await this.house.store.remove(this.transactionId);
    this.tell("transaction-deleted", this.transactionId);
    this.#close();
  };

  readonly #close = (): void => this.querySelector("dialog")?.close();

  readonly #outside = (event: MouseEvent): void => {
    if (event.target === event.currentTarget) this.#close();
  };

  readonly #leave = (): void => this.tell("go", { address: this.back, replace: true });
}

/** One transaction, opened to be read, changed or deleted; tells "transaction-deleted" and "go" when it is left. */

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import type { Fields, Sighting, Transaction } from "../../ledger/types";
import { say } from "../../lib/say";
import { NO_NAMES, readNames, type Names } from "../parts/accounts";
import type { House } from "../parts/house";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { sentenceOf } from "../parts/problem";
import type { DraftForm } from "../speak/draft_form";
import { changedFields, editOf, openWords, type Edit } from "./transaction_form";

@customElement("transaction-sheet")
export class TransactionSheet extends Light {
  @property({ attribute: false }) house!: House;
  @property({ attribute: false }) names: Names = NO_NAMES;
  @property({ attribute: false }) transactionId = "";
  /** The address to return to. */
  @property({ attribute: false }) back = "/transactions";
  @state() private transaction: Transaction | null | "missing" = null;
  @state() private edit: Edit | null = null;
  @state() private problem = "";
  /** The entry as it was opened; what differs from it is what the person changed. */
  #before: Edit | null = null;
  #sighting: Sighting | undefined;

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
      ${this.transaction === "missing" || this.edit === null ? html`<p class="trouble">${say("sheet.missing")}</p>` : this.#open(this.transaction, this.edit)}
    </dialog>`;
  }

  #open(transaction: Transaction, edit: Edit): TemplateResult {
    const mayWrite = this.house.store.ledger.role !== "viewer";
    return html`<div class="sheet-body">
        <entry-editor .house=${this.house} .names=${this.names} .transaction=${transaction} .edit=${edit}
          @edit-change=${(event: CustomEvent<Edit>) => this.#change(event.detail)}></entry-editor>
        ${this.problem ? html`<p class="field-error" role="alert">${this.problem}</p>` : nothing}
      </div>
      ${mayWrite ? this.#buttons() : html`<p class="muted viewer-note">${say("viewer")}</p>`}`;
  }

  #buttons(): TemplateResult {
    return html`<footer class="save-bar">
      <button type="button" class="button button-danger" @click=${this.#remove}>${say("delete")}</button>
      <button type="button" class="button" @click=${this.#save}>${say("save")}</button>
    </footer>`;
  }

  #change(edit: Edit): void {
    this.edit = edit;
    this.problem = "";
  }

  async #read(): Promise<void> {
    const { store } = this.house;
    this.#sighting = await store.sighting(this.transactionId);
    const [found, names] = await Promise.all([store.transaction(this.transactionId), readNames(store)]);
    this.edit = this.#before = found && !found.deleted ? editOf(found, names) : null;
    this.transaction = this.edit ? found : "missing";
  }

  readonly #save = async (): Promise<void> => {
    const [before, after] = [this.#before, this.edit];
    if (before === null || after === null) return;
    this.problem = openWords(after);
    if (this.problem) return;
    await this.#attempt(async () => {
      const fields = { ...changedFields(before, after), ...(await this.#payee(before.form, after.form)) };
      if (Object.keys(fields).length > 0) await this.house.store.change("transaction", this.transactionId, fields, this.#sighting);
    });
  };

  async #payee({ payeeName: before }: DraftForm, { payeeName: after }: DraftForm): Promise<Fields> {
    return before === after ? {} : { payee: after ? await this.house.store.addPayee(after) : null };
  }

  readonly #remove = (): Promise<void> => this.#attempt(async () => {
    await this.house.store.remove(this.transactionId, this.#sighting);
    this.tell("transaction-deleted", this.transactionId);
  });

  /** Do it and close; what could not be done leaves the sheet as it is, and says why. */
  async #attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.#close();
    } catch (error) {
      this.problem = sentenceOf(error);
    }
  }

  readonly #close = (): void => this.querySelector("dialog")?.close();

  readonly #outside = (event: MouseEvent): void => {
    if (event.target === event.currentTarget) this.#close();
  };

  readonly #leave = (): void => this.tell("go", { address: this.back, replace: true });
}

/** A refused change while it is corrected; tells "corrected" with the Correction as it stands, or "correct-cancel". */

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { say } from "../../lib/say";
import { NO_NAMES, type Names } from "../parts/accounts";
import type { House } from "../parts/house";
import { Light } from "../parts/light";
import { nameProblem } from "../settings/account_name";
import { openWords, type Edit } from "../transactions/transaction_form";
import type { Correction } from "./correction";

@customElement("refused-editor")
export class RefusedEditor extends Light {
  @property({ attribute: false }) house!: House;
  @property({ attribute: false }) names: Names = NO_NAMES;
  /** The form as it is opened. */
  @property({ attribute: false }) correction!: Correction;
  /** Why the last save failed, as a sentence; empty otherwise. */
  @property() problem = "";
  /** What is still open, as a sentence; empty otherwise. */
  @state() private open = "";
  /** The form as it stands; the page above may be drawn anew meanwhile, and gives the opened one again. */
  @state() private edited!: Correction;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("correction")) this.edited = this.correction;
  }

  protected override async firstUpdated(): Promise<void> {
    this.scrollIntoView({ block: "start" });
    await this.querySelector<Light>("text-field")?.updateComplete;
    this.querySelector<HTMLElement>(this.correction.of === "name" ? "input" : ".button-save")?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    return html`<section class="draft-sheet" aria-label=${say("rejected.edit_title")} @keydown=${this.#key}>
      ${this.edited.of === "entry" ? this.#entry(this.edited.edit) : this.#name(this.edited.name)}
      <div class="save-bar">
        ${this.open || this.problem ? html`<p class="field-error" role="alert">${this.open || this.problem}</p>` : nothing}
        <button type="button" class="button button-quiet" @click=${this.#cancel}>${say("cancel")}</button>
        <button type="button" class="button button-save" @click=${this.#save}>${say("save")}</button>
      </div>
    </section>`;
  }

  #entry(edit: Edit): TemplateResult {
    return html`<entry-editor .house=${this.house} .names=${this.names} .edit=${edit}
      @edit-change=${(event: CustomEvent<Edit>) => this.#set({ edit: event.detail })}></entry-editor>`;
  }

  #name(name: string): TemplateResult {
    return html`<div class="card fields more-fields"><text-field label=${say("ledger.name")} .value=${name}
      @text-change=${(event: CustomEvent<string>) => this.#set({ name: event.detail })}></text-field></div>`;
  }

  #set(change: { readonly edit: Edit } | { readonly name: string }): void {
    this.edited = { ...this.edited, ...change } as Correction;
    this.open = "";
  }

  readonly #save = (): void => {
    this.open = openOf(this.edited, this.names);
    if (!this.open) this.tell("corrected", this.edited);
  };

  readonly #cancel = (): void => this.tell("correct-cancel");

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key === "Escape") this.#cancel();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.#save();
  };
}

function openOf(correction: Correction, { accounts }: Names): string {
  if (correction.of === "entry") return openWords(correction.edit);
  const { entity, id } = correction.refused.mutation;
  const others = entity === "account" ? [...accounts.values()].filter((account) => account.id !== id) : [];
  return nameProblem(correction.name, others) ?? "";
}

/** What was understood, one card per item; tells "drafts-save" with the drafts, or "drafts-cancel". */

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";

import type { Account, Draft } from "../../ledger/types";
import { say } from "../../lib/say";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { sayCount } from "../parts/wording";
import type { DraftCard } from "./draft-card";
import { draftOf, type DraftForm } from "./draft_form";

@customElement("draft-sheet")
export class DraftSheet extends Light {
  @property() words = "";
  @property({ attribute: false }) forms: readonly DraftForm[] = [];
  @property({ attribute: false }) accounts: readonly Account[] = [];
  @property({ attribute: false }) payees: readonly string[] = [];
  @property() today = "";
  @property() locale = "en";
  /** Why the last save failed, as a sentence; empty otherwise. */
  @property() problem = "";
  @state() private edited: readonly DraftForm[] = [];
  @state() private missing = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("forms")) this.edited = this.forms;
  }

  /** The drafts as they stand now, with what was changed by hand. */
  get current(): readonly DraftForm[] {
    return this.edited;
  }

  /** The keyboard goes to what is still open, else to Save. */
  protected override async firstUpdated(): Promise<void> {
    this.scrollIntoView({ block: "start" });
    const cards = [...this.querySelectorAll<DraftCard>("draft-card")];
    await Promise.all(cards.map((card) => card.updateComplete));
    if (!cards.some((card) => card.pointToOpenSlot())) this.querySelector<HTMLElement>(".button-save")?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    return html`<section class="draft-sheet" aria-label=${say("draft.sheet")} @keydown=${this.#key}>
      <h1 class="hidden-label">${say("draft.sheet")}</h1>
      ${this.words ? html`<p class="heard"><q>${this.words}</q></p>` : nothing}
      ${repeat(this.edited, ({ mid }) => mid, (form) => this.#card(form))}
      ${this.accounts.length === 0 ? html`<p class="trouble" role="status">${say("draft.no_accounts")}</p>` : nothing}
      <div class="save-bar">
        ${this.problem ? html`<p class="field-error" role="alert">${this.problem}</p>` : nothing}
        ${this.missing ? html`<p class="field-error" role="alert">${say("draft.missing")}</p>` : nothing}
        <button type="button" class="button button-quiet" @click=${this.#cancel}>${say("cancel")}</button>
        <button type="button" class="button button-save" @click=${this.#save}>
          ${icon("synced")}${this.edited.length > 1 ? sayCount("draft.save_all", this.edited.length) : say("save")}
        </button>
      </div>
    </section>`;
  }

  #card(form: DraftForm): TemplateResult {
    return html`<div class="draft-slot">
      <draft-card .form=${form} .accounts=${this.accounts} .payees=${this.payees} .today=${this.today} .locale=${this.locale}
        @form-change=${(event: CustomEvent<DraftForm>) => this.#change(event.detail)}></draft-card>
      ${this.edited.length > 1 ? this.#leaveOut(form) : nothing}
    </div>`;
  }

  #leaveOut(form: DraftForm): TemplateResult {
    return html`<button type="button" class="button-icon draft-drop" aria-label=${say("draft.leave_out")}
      @click=${() => (this.edited = this.edited.filter(({ mid }) => mid !== form.mid))}>${icon("close")}</button>`;
  }

  #change(form: DraftForm): void {
    this.edited = this.edited.map((other) => (other.mid === form.mid ? form : other));
    this.missing = this.missing && draftOf(form) === null;
  }

  /** Tell "drafts-save"; false while a slot is open, which is pointed to instead. */
  save(): boolean {
    const drafts = this.edited.map(draftOf).filter((draft): draft is Draft => draft !== null);
    this.missing = drafts.length < this.edited.length;
    if (this.missing) [...this.querySelectorAll<DraftCard>("draft-card")].some((card) => card.pointToOpenSlot());
    else this.tell("drafts-save", drafts);
    return !this.missing;
  }

  readonly #save = (): void => void this.save();

  readonly #cancel = (): void => this.tell("drafts-cancel");

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key === "Escape") this.#cancel();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.#save();
  };
}

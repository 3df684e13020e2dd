/** The microphone and what it hears: hint, live words, the draft taking shape, or why nothing was recorded. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import { formatMoney } from "../../lib/money";
import { say } from "../../lib/say";
import type { House } from "../parts/house";
import { Light } from "../parts/light";
import { Live } from "../parts/live";
import { NO_NAMES, readNames } from "../parts/accounts";
import { dayInWords } from "../parts/wording";
import { isHeard, type Turn } from "./turn";
import type { DraftForm } from "./draft_form";
import type { MicState } from "./mic-button";
import { troubleOf } from "./trouble";

@customElement("talk-stage")
export class TalkStage extends Light {
  @property({ attribute: false }) house!: House;
  @property({ attribute: false }) turn: Turn = { kind: "idle" };
  @property({ type: Number }) level = 0;
  /** What was typed and did not become a draft. */
  @property() typed = "";
  /** Why the last change of an entry could not be made, as a sentence; empty otherwise. */
  @property() problem = "";
  readonly #names = new Live(this, () => this.house.store, () => readNames(this.house.store));

  protected override render(): TemplateResult {
    const resting = !isHeard(this.turn);
    return html`<section class="stage" data-turn=${this.turn.kind} aria-label=${say("nav.speak")}>
      <div class="stage-words">${this.#words()}</div>
      <mic-button .state=${this.#mic()} .level=${this.level} @mic-drop=${() => this.tell("talk-cancel")}></mic-button>
      <ear-line .house=${this.house} .turn=${this.turn}></ear-line>
      ${resting ? html`<typed-entry .names=${this.#spokenNames()} .typed=${this.typed} .asks=${this.#asks}></typed-entry>${this.#asks ? nothing : html`<file-opener></file-opener>`}` : this.#cancel()}
    </section>`;
  }

  #words(): TemplateResult {
    const trouble = troubleOf(this.turn);
    if (trouble) return html`<h1 class="hidden-label">${say("nav.speak")}</h1><p class="trouble" role="alert">${this.turn.kind === "refused" ? html`<q>${this.turn.words}</q> ` : nothing}${trouble}</p>`;
    const names = this.#names.value ?? NO_NAMES;
    if (this.turn.kind === "reply") return html`<reply-card .house=${this.house} .names=${names} .words=${this.turn.words} .reply=${this.turn.reply}></reply-card>`;
    if (this.turn.kind === "amend") return html`<amend-card .house=${this.house} .names=${names} .words=${this.turn.words} .amendment=${this.turn.amendment} .problem=${this.problem}></amend-card>`;
    if (this.turn.kind === "listening" || this.turn.kind === "finishing") return this.#heard(this.turn.words);
    if (this.#asks) return html`<h1>${say("speak.ask")}</h1><p class="example"><q>${say("speak.ask_example")}</q></p><p class="muted">${say("viewer")}</p>`;
    return html`<h1>${say("speak.title")}</h1><p class="example"><q>${say("speak.example")}</q></p>`;
  }

  /** Who may only look asks. */
  get #asks(): boolean {
    return this.house.store.ledger.role === "viewer";
  }

  #heard(words: string): TemplateResult {
    const preview = this.turn.kind === "listening" ? this.turn.preview : [];
    return html`<h1 class="hidden-label">${say("nav.speak")}</h1><p class="live-words" aria-live="polite">${words || html`<span class="muted">${this.#invitation()}</span>`}</p>
      <p class="preview" aria-hidden="true">${preview.map((form) => this.#preview(form))}</p>`;
  }

  /** Nobody shall speak before the microphone is open. */
  #invitation(): string {
    if (this.turn.kind === "listening") return this.turn.live ? say("speak.go_on") : "";
    return this.turn.kind === "finishing" && this.turn.ear === "file" ? "…" : say("speak.go_on");
  }

  #preview(form: DraftForm): TemplateResult {
    const { clock, locale } = this.house;
    const { accounts } = this.#names.value ?? NO_NAMES;
    const amounts = form.amount === null ? form.offered : [form.amount];
    const parts = [
      amounts.map((amount) => formatMoney(amount, form.currency, locale)).join(" / "),
      form.payeeName ?? "", accounts.get(form.category ?? form.toAccount ?? "")?.name ?? "",
      form.date === clock.today() ? "" : dayInWords(form.date, clock.today(), locale),
    ];
    return html`<span class="preview-form">${parts.filter(Boolean).map((part) => html`<span class="chip">${part}</span>`)}</span>`;
  }

  #spokenNames(): readonly string[] {
    const { accounts, payees } = this.#names.value ?? NO_NAMES;
    return [...payees.values(), ...accounts.values()].map(({ name }) => name);
  }

  #cancel(): TemplateResult {
    return html`<button type="button" class="button button-quiet" @click=${() => this.tell("talk-cancel")}>${say("cancel")}</button>`;
  }

  #mic(): MicState {
    return this.turn.kind === "listening" || this.turn.kind === "finishing" ? this.turn.kind : "resting";
  }
}

/** What needs a person: changes the server refused, and values two people set differently. */

import { html, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";

import type { Fields } from "../../ledger/types";
import { newId } from "../../lib/ids";
import { say } from "../../lib/say";
import type { Attention, Troubled } from "../../sync/store";
import { readNames, type Names } from "../parts/accounts";
import { saveFile, saveUnsent } from "../parts/file";
import type { House } from "../parts/house";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { Live } from "../parts/live";
import { sentenceOf } from "../parts/problem";
import { correctedOf, correctionOf, type Correction } from "./correction";
import { disputesOf, type Dispute } from "./dispute";
import { refusedFile } from "./refused_file";
import type { Surroundings } from "./value_words";

interface Open extends Attention {
  readonly names: Names;
  readonly disputes: readonly Dispute[];
}

@customElement("attention-screen")
export class AttentionScreen extends Light {
  @property({ attribute: false }) house!: House;
  @state() private problem = "";
  /** The refused change that is being corrected. */
  @state() private edited: Correction | null = null;
  readonly #open = new Live<Open>(this, () => this.house.store, () => this.#read());

  protected override render(): TemplateResult {
    const open = this.#open.value;
    if (this.#open.problem) return html`<div class="attention"><h1>${say("attention.title")}</h1><p class="trouble" role="alert">${this.#open.problem}</p></div>`;
    if (open === null) return html`<div class="attention" aria-busy="true"></div>`;
    const none = open.rejected.length + open.disputes.length + this.house.store.state.attention === 0;
    return html`<div class="attention">
      <h1>${say("attention.title")}</h1>
      ${this.problem && !this.edited ? html`<p class="field-error" role="alert">${this.problem}</p>` : ""}
      ${none ? html`<section class="empty">${icon("synced")}<h2>${say("attention.none")}</h2><p>${say("attention.none_words")}</p></section>` : this.#issues(open)}
      <attention-elsewhere .house=${this.house}></attention-elsewhere>
    </div>`;
  }

  #issues(open: Open): TemplateResult {
    const around = this.#around(open.names);
    return html`<p class="muted">${say(this.#fixed ? "viewer" : "attention.words")}</p>
      ${repeat(open.disputes, ({ row, path }) => `${row} ${path}`, (dispute) => this.#dispute(dispute, around))}
      ${repeat(open.rejected, ({ mutation }) => mutation.mid, (refused) => this.#rejected(refused, open, around))}
      ${open.rejected.length > 0 ? html`<p><button type="button" class="button button-quiet" @click=${this.#export}>${say("outbox.export")}</button></p>` : ""}`;
  }

  #rejected(refused: Troubled, open: Open, around: Surroundings): TemplateResult {
    const { mid } = refused.mutation;
    if (this.edited?.refused.mutation.mid === mid) return this.#editor(this.edited, open.names);
    const correction = correctionOf(refused, { ...around, rejected: open.rejected, mid: newId() });
    return html`<rejected-card ?fixed=${this.#fixed} .refused=${refused} .around=${around} ?correctable=${correction !== null}
      @edit=${() => (this.edited = correction)} @save-file=${() => this.#save(refused, open.names)}
      @retry=${() => this.#do(this.house.store.retry(mid))} @discard=${() => this.#do(this.house.store.discard(mid))}></rejected-card>`;
  }

  #editor(correction: Correction, names: Names): TemplateResult {
    return html`<refused-editor .house=${this.house} .names=${names} .correction=${correction} .problem=${this.problem}
      @corrected=${(event: CustomEvent<Correction>) => this.#do(this.#correct(event.detail))} @correct-cancel=${() => (this.edited = null)}></refused-editor>`;
  }

  /** Where nothing of the change is left it needs no sending. Another form may be open by the time it is saved. */
  async #correct(correction: Correction): Promise<void> {
    const { store } = this.house;
    const { mid } = correction.refused.mutation;
    const corrected = correctedOf(correction);
    await (corrected === null ? store.discard(mid) : store.correct(mid, corrected));
    if (this.edited?.mid === correction.mid) this.edited = null;
  }

  #dispute(dispute: Dispute, around: Surroundings): TemplateResult {
    return html`<conflict-card ?fixed=${this.#fixed} .dispute=${dispute} .around=${around}
      @settle=${(event: CustomEvent<Fields>) => this.#do(this.house.store.settle(dispute.conflicts, event.detail))}></conflict-card>`;
  }

  get #fixed(): boolean {
    return this.house.store.ledger.role === "viewer";
  }

  #around(names: Names): Surroundings {
    const { store, clock, locale } = this.house;
    return { names, currency: store.ledger.currency, today: clock.today(), locale };
  }

  async #do(work: Promise<void>): Promise<void> {
    this.problem = "";
    await work.catch((error: unknown) => (this.problem = sentenceOf(error)));
    if (this.problem) await this.#open.refresh();
  }

  #save(refused: Troubled, names: Names): void {
    saveFile("my-funds-refused.json", refusedFile(this.house.store.ledger, refused, names));
  }

  readonly #export = async (): Promise<void> => void (this.problem = await saveUnsent(this.house.store));

  async #read(): Promise<Open> {
    const { store } = this.house;
    const [attention, names] = await Promise.all([store.attention(), readNames(store)]);
    return { ...attention, names, disputes: disputesOf(attention.conflicts) };
  }
}

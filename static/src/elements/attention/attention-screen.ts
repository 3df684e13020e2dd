/** What needs a person: changes the server refused, and values two people set differently. */

import { html, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";

import type { Draft, Fields, Mutation } from "../../ledger/types";
import { newId } from "../../lib/ids";
import { say } from "../../lib/say";
import type { Attention, Troubled } from "../../sync/store";
import { readNames, type Names } from "../parts/accounts";
import { saveFile } from "../parts/file";
import type { House } from "../parts/house";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { Live } from "../parts/live";
import { sentenceOf } from "../parts/problem";
import type { DraftForm } from "../speak/draft_form";
import type { Surroundings } from "./value_words";
import { disputesOf, type Dispute } from "./dispute";
import { rejectedForm } from "./rejected_form";

interface Open extends Attention {
  readonly names: Names;
  readonly disputes: readonly Dispute[];
}

@customElement("attention-screen")
export class AttentionScreen extends Light {
  @property({ attribute: false }) house!: House;
  @state() private problem = "";
  /** The refused entry that is being corrected. */
  @state() private edited: { readonly mid: string; readonly forms: readonly DraftForm[] } | null = null;
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
    return html`<p class="muted">${say("attention.words")}</p>
      ${repeat(open.disputes, ({ row, path }) => `${row} ${path}`, (dispute) => this.#dispute(dispute, around))}
      ${repeat(open.rejected, ({ mutation }) => mutation.mid, (refused) => this.#rejected(refused, open, around))}
      ${open.rejected.length > 0 ? html`<p><button type="button" class="button button-quiet" @click=${this.#export}>${say("outbox.export")}</button></p>` : ""}`;
  }

  #rejected(refused: Troubled, open: Open, around: Surroundings): TemplateResult {
    const { mutation, result } = refused;
    if (this.edited?.mid === mutation.mid) return this.#editor(this.edited.forms, open.names, mutation);
    const forms = formsOf(refused, open);
    return html`<rejected-card .mutation=${mutation} .result=${result} .around=${around} .correctable=${forms.length > 0}
      @edit=${() => (this.edited = { mid: mutation.mid, forms })}
      @retry=${() => this.#do(this.house.store.retry(mutation.mid))} @discard=${() => this.#do(this.house.store.discard(mutation.mid))}></rejected-card>`;
  }

  #editor(forms: readonly DraftForm[], { accounts, payees }: Names, { mid }: Mutation): TemplateResult {
    return html`<draft-sheet .words=${forms[0]?.origin.words ?? ""} .forms=${forms} .accounts=${[...accounts.values()]} .problem=${this.problem}
      .payees=${[...payees.values()].map(({ name }) => name)} .today=${this.house.clock.today()} .locale=${this.house.locale}
      @drafts-save=${(event: CustomEvent<readonly Draft[]>) => void this.#do(this.#replace(mid, event.detail))}
      @drafts-cancel=${() => (this.edited = null)}></draft-sheet>`;
  }

  /** Recorded first, dropped then: between the two it stands twice, never nowhere. */
  async #replace(mid: string, drafts: readonly Draft[]): Promise<void> {
    for (const draft of drafts) await this.house.store.record(draft);
    await this.house.store.discard(mid);
    this.edited = null;
  }

  #dispute(dispute: Dispute, around: Surroundings): TemplateResult {
    return html`<conflict-card .dispute=${dispute} .around=${around}
      @settle=${(event: CustomEvent<Fields>) => this.#do(this.house.store.settle(dispute.conflicts, event.detail))}></conflict-card>`;
  }

  #around(names: Names): Surroundings {
    const { store, clock, locale } = this.house;
    return { names, currency: store.ledger.currency, today: clock.today(), locale };
  }

  async #do(work: Promise<void>): Promise<void> {
    this.problem = "";
    await work.catch((error: unknown) => (this.problem = sentenceOf(error)));
  }

  readonly #export = async (): Promise<void> => saveFile("my-funds-unsent.json", await this.house.store.exportOutbox());

  async #read(): Promise<Open> {
    const { store } = this.house;
    const [attention, names] = await Promise.all([store.attention(), readNames(store)]);
    return { ...attention, names, disputes: disputesOf(attention.conflicts) };
  }
}

function formsOf(refused: Troubled, { rejected, names }: Open): readonly DraftForm[] {
  const { op, entity } = refused.mutation;
  if (op !== "create" || entity !== "transaction") return [];
  const form = rejectedForm(refused, rejected, names, newId());
  return form ? [form] : [];
}

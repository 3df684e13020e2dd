/** Who changed what in an entry and when, asked of the server when it is opened. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { say } from "../../lib/say";
import { type Changed, openPeople } from "../../sync/people";
import type { Surroundings } from "../attention/value_words";
import type { House } from "../parts/house";
import { Light } from "../parts/light";
import { sentenceOf } from "../parts/problem";
import { changeWords, wordsHeard } from "./history_words";

@customElement("entry-history")
export class EntryHistory extends Light {
  @property({ attribute: false }) house!: House;
  @property({ attribute: false }) around!: Surroundings;
  @property({ attribute: false }) transactionId = "";
  @state() private changes: readonly Changed[] | null = null;
  @state() private problem = "";

  protected override render(): TemplateResult {
    return html`<details class="history" @toggle=${this.#opened}><summary>${say("history.title")}</summary>
      ${this.problem ? html`<p class="muted">${this.problem}</p>` : nothing}
      <ol>${this.changes?.map((change, place, all) => this.#change(change, place === all.length - 1))}</ol>
    </details>`;
  }

  #change(change: Changed, first: boolean): TemplateResult {
    const told = first ? [this.#made(change)] : changeWords(change, this.around);
    return html`<li><p class="muted"><bdi>${change.by || say("history.nobody")}</bdi>, ${this.#time(change.at)}</p>
      ${(told.length > 0 ? told : [say("history.other")]).map((words) => html`<p dir="auto">${words}</p>`)}</li>`;
  }

  #made(change: Changed): string {
    const words = wordsHeard(change);
    return words ? say("history.heard", { words }) : say("history.made");
  }

  #time(at: number): string {
    return new Intl.DateTimeFormat(this.house.locale, { dateStyle: "medium", timeStyle: "short" }).format(at);
  }

  readonly #opened = async (event: Event): Promise<void> => {
    if (!(event.target as HTMLDetailsElement).open) return;
    try {
      this.changes = await openPeople(this.house.store.ledger.id).historyOf(this.transactionId);
      this.problem = "";
    } catch (error) {
      this.problem = sentenceOf(error);
    }
  };
}

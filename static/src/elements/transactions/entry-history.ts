/** Who changed what in an entry and when, asked of the server when it is opened. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { say } from "../../lib/say";
import type { Changed } from "../../sync/people";
import { valueWords, slotName, type Surroundings } from "../attention/conflict_words";
import type { House } from "../parts/house";
import { Light } from "../parts/light";
import { sentenceOf } from "../parts/problem";

/** What is told of a change; the rest follows from it or means nothing to people. */
const TOLD = /^(date|note|account|payee|deleted|lines\.[^.]+\.(amount|category|account))$/;

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

  #change({ by, at, paths }: Changed, first: boolean): TemplateResult {
    const told = paths.filter(({ path, old, now }) => TOLD.test(path) && !(path === "deleted" && old === null) && old !== now);
    const words = (path: string, value: Changed["paths"][number]["now"]): string => valueWords(path, value, this.around);
    return html`<li><p class="muted"><bdi>${by || say("history.nobody")}</bdi>, ${this.#time(at)}</p>
      ${first ? html`<p>${say("history.made")}</p>` : told.map(({ path, old, now }) => html`<p>${path === "deleted" ? words(path, now)
        : say("history.change", { slot: slotName(path), old: words(path, old), now: words(path, now) })}</p>`)}
      ${!first && told.length === 0 ? html`<p>${say("history.other")}</p>` : nothing}</li>`;
  }

  #time(at: number): string {
    return new Intl.DateTimeFormat(this.house.locale, { dateStyle: "medium", timeStyle: "short" }).format(at);
  }

  readonly #opened = async (event: Event): Promise<void> => {
    if (!(event.target as HTMLDetailsElement).open) return;
    try {
      this.changes = await this.house.people.historyOf(this.transactionId);
      this.problem = "";
    } catch (error) {
      this.problem = sentenceOf(error);
    }
  };
}

/** What was sent to Gemini for this person, to the letter, newest first. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";

import { say } from "../../lib/say";
import type { Sent, Writing } from "../../sync/writing";
import { Light } from "../parts/light";
import { sentenceOf } from "../parts/problem";

const PAGE = 20;

@customElement("sent-log")
export class SentLog extends Light {
  @property() locale = "en";
  @property({ attribute: false }) door!: Writing;
  @state() private sent: readonly Sent[] | null = null;
  @state() private more = false;
  @state() private problem = "";

  protected override render(): TemplateResult {
    return html`<details @toggle=${this.#opened}><summary>${say("gemini.log")}</summary>
      ${this.sent?.length === 0 ? html`<p class="muted">${say("gemini.log_none")}</p>` : nothing}
      <ul class="sent">${repeat(this.sent ?? [], ({ id }) => id, (one) => this.#one(one))}</ul>
      ${this.more ? html`<button type="button" class="button-plain" @click=${() => void this.#read(this.sent ?? [])}>${say("gemini.log_more")}</button>` : nothing}
      ${this.problem ? html`<p class="offline-note" role="status">${this.problem}</p>` : nothing}</details>`;
  }

  #one({ at, ledger, purpose, model, text, outcome, tokens }: Sent): TemplateResult {
    const time = new Intl.DateTimeFormat(this.locale, { dateStyle: "medium", timeStyle: "short" }).format(at);
    return html`<li>
      <p><strong>${say(purpose === "report" ? "gemini.log_report" : "gemini.log_question")}</strong> · ${time} · <bdi>${ledger}</bdi></p>
      <p>${outcome}</p>
      <p class="muted">${model} · ${say("gemini.log_tokens", tokens)}</p>
      <details><summary>${say("gemini.log_text")}</summary><pre class="to-the-letter" tabindex="0">${text}</pre></details>
    </li>`;
  }

  readonly #opened = (event: Event): void => {
    if (event.target === event.currentTarget && (event.target as HTMLDetailsElement).open) void this.#read([]);
  };

  /** The page after those that are here. */
  async #read(here: readonly Sent[]): Promise<void> {
    try {
      const page = await this.door.log(here.at(-1)?.id ?? null);
      this.sent = [...here, ...page];
      this.more = page.length === PAGE;
      this.problem = "";
    } catch (error) {
      this.problem = sentenceOf(error);
    }
  }
}

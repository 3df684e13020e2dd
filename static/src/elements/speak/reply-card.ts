/** The answer to a question: the figure, what was counted, the entries one tap away; speaks it if wanted. */

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import type { Reply } from "../../ledger/reply";
import { formatMoney } from "../../lib/money";
import { say } from "../../lib/say";
import type { TransactionFilter } from "../../sync/store";
import { NO_NAMES, type Names } from "../parts/accounts";
import { entryOf } from "../parts/entry";
import { entryRow } from "../parts/entry-row";
import type { House } from "../parts/house";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { dayInWords } from "../parts/wording";
import { wantsAloud } from "./aloud";
import { daysInWords } from "./period_words";
import { Reader } from "./reader";
import { replyWords, showWords, type ReplyWords } from "./reply_words";

@customElement("reply-card")
export class ReplyCard extends Light {
  @property({ attribute: false }) house!: House;
  @property({ attribute: false }) names: Names = NO_NAMES;
  @property() words = "";
  @property({ attribute: false }) reply!: Reply;
  @state() private listed = false;
  /** The same object while the question is, so that the list is not read again for nothing. */
  private filter: TransactionFilter = {};
  readonly #reader = new Reader(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("reply")) this.filter = { counted: this.reply.question.query };
  }

  protected override firstUpdated(): void {
    this.scrollIntoView({ block: "nearest" });
    if (wantsAloud()) this.#reader.read(this.#spoken(), this.house.locale);
  }

  protected override render(): TemplateResult {
    const words = this.#inWords();
    return html`<section class="card reply" aria-label=${say("reply.title")}>
      <p class="heard"><q>${this.words}</q></p>
      <div role="status">
        ${words.figures.map((figure) => html`<p class="reply-figure">${figure}</p>`)}
        <p class="reply-sentence">${words.sentence}</p>
        ${words.more.map((more) => html`<p class="reply-more">${more}</p>`)}
      </div>
      ${this.#days()} ${this.#held()} ${this.#shown()}
      <div class="reply-buttons">${this.#toggle()} ${this.#aloud()}</div>
      ${this.listed ? this.#entries() : nothing}
    </section>`;
  }

  readonly #inWords = (): ReplyWords => replyWords(this.reply, { today: this.house.clock.today(), locale: this.house.locale });

  #days(): TemplateResult | typeof nothing {
    const { period, measure } = this.reply.question.query;
    if (period === null || measure === "balance" || period[0] === period[1]) return nothing;
    return html`<p class="reply-days">${daysInWords(period, this.house.locale)}</p>`;
  }

  /** Each account's balance, where several were asked for. */
  #held(): TemplateResult | typeof nothing {
    const { held } = this.reply;
    if (held.length < 2) return nothing;
    return html`<dl class="facts">${held.map(({ account, sums }) => html`<div><dt>${account.name}</dt>
      <dd>${sums.map(({ amount, currency }) => html`<span>${formatMoney(amount, currency, this.house.locale)}</span> `)}</dd></div>`)}</dl>`;
  }

  /** The largest or the last entry itself. */
  #shown(): TemplateResult | typeof nothing {
    const { clock, locale } = this.house;
    if (this.reply.shown.length === 0) return nothing;
    return html`<ul class="entry-list">${this.reply.shown.map((row) => {
      const entry = entryOf(row, this.names, locale);
      return entryRow({ ...entry, detail: `${dayInWords(row.date, clock.today(), locale)} · ${entry.detail}` }, `/transactions/${row.id}`);
    })}</ul>`;
  }

  #toggle(): TemplateResult | typeof nothing {
    if (this.reply.count === 0 || this.reply.shown.length === this.reply.count) return nothing;
    return html`<button type="button" class="button button-quiet" aria-expanded=${this.listed} @click=${() => (this.listed = !this.listed)}>
      ${this.listed ? say("reply.hide") : showWords(this.reply.count)}</button>`;
  }

  #aloud(): TemplateResult | typeof nothing {
    if (!this.#reader.reads(this.house.locale)) return nothing;
    const { speaking } = this.#reader;
    return html`<button type="button" class="button-plain reply-aloud" aria-pressed=${speaking} @click=${this.#aloudTapped}>
      ${icon(speaking ? "stop" : "aloud")}${say(speaking ? "reply.hush" : "reply.aloud")}</button>`;
  }

  #entries(): TemplateResult {
    return html`<found-entries .house=${this.house} .names=${this.names} .filter=${this.filter} .addressOf=${(id: string) => `/transactions/${id}`}></found-entries>`;
  }

  readonly #aloudTapped = (): void => this.#reader.toggle(this.#spoken(), this.house.locale);

  #spoken(): string {
    const { sentence, more } = this.#inWords();
    return [sentence, ...more].join(" ");
  }
}

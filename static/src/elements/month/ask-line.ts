/** A question in words, answered by the server with figures of the ledger; without it by this phone's own parser. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import type { Reply } from "../../ledger/reply";
import { say } from "../../lib/say";
import { type Answered, openWriting, type Writing } from "../../sync/writing";
import { NO_NAMES, type Names } from "../parts/accounts";
import type { House } from "../parts/house";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { sentenceOf } from "../parts/problem";
import { firstRows, interpret, readSurroundings } from "../speak/interpret";
import { narrative } from "./figures";
import { toldOf } from "./month_answer";

@customElement("ask-line")
export class AskLine extends Light {
  @property({ attribute: false }) house!: House;
  /** The server's door; another one for tests. */
  @property({ attribute: false }) writing: Writing | null = null;
  @state() private words = "";
  @state() private thinking = false;
  @state() private answered: Answered | null = null;
  @state() private reply: Reply | null = null;
  private names: Names = NO_NAMES;

  protected override render(): TemplateResult {
    return html`<section class="card look ask" aria-labelledby="ask-title">
      <h2 id="ask-title">${say("ask.title")}</h2>
      <form class="ask-form" @submit=${this.#ask}>
        <label class="field"><span class="hidden-label">${say("ask.label")}</span>
          <input name="words" type="text" maxlength="300" required autocomplete="off" dir="auto" placeholder=${say("ask.example")}></label>
        <button class="button" ?disabled=${this.thinking}>${icon("send")}${say("ask.ask")}</button>
      </form>
      <div role="status">${this.thinking ? html`<p class="muted">${say("ask.thinking")}</p>` : this.#answer()}</div>
    </section>`;
  }

  #answer(): TemplateResult | typeof nothing {
    if (this.answered === null) return nothing;
    const { told, reason } = this.answered;
    if (told.length > 0) return html`<div class="report-told">${told.map((one, place) => html`<p>${narrative(toldOf(one), `/answer/told/${place}`)}</p>`)}</div>
      ${reason ? html`<p class="muted ask-phone">${reason}</p>` : nothing}`;
    if (this.reply === null) return html`<p class="note">${say("ask.nobody", { reason })}</p>`;
    return html`<reply-card .house=${this.house} .names=${this.names} .words=${this.words} .reply=${this.reply}></reply-card>
      <p class="muted ask-phone">${say("ask.by_phone", { reason })}</p>`;
  }

  readonly #ask = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    this.words = String(new FormData(event.target as HTMLFormElement).get("words") ?? "").trim();
    if (this.words === "" || this.thinking) return;
    this.thinking = true;
    const answered = await this.#door().ask(this.words).catch((error: unknown): Answered => ({ told: [], reason: sentenceOf(error) }));
    this.reply = answered.told.length > 0 ? null : await this.#byPhone().catch(() => null);
    [this.answered, this.thinking] = [answered, false];
  };

  /** What this phone makes of the question by itself; null where it is none to it. */
  async #byPhone(): Promise<Reply | null> {
    await firstRows(this.house.store);
    const around = await readSurroundings(this.house);
    const heard = { transcript: this.words, words: [], alternatives: [] };
    const { reading } = await interpret(this.house, around, heard, "typed");
    this.names = around.names;
    return reading.query ? this.house.store.answer(reading.query, this.house.clock.today()) : null;
  }

  #door(): Writing {
    return this.writing ?? openWriting(this.house.store.ledger.id);
  }
}

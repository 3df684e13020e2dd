/** Whether Gemini may write about this person's figures: consent, what would be sent, what was sent, and the server's key. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { monthOf } from "../../lib/days";
import { say } from "../../lib/say";
import { openWriting, type Preview, type Standing, type Writing } from "../../sync/writing";
import type { House } from "../parts/house";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { sentenceOf } from "../parts/problem";

@customElement("insight-settings")
export class InsightSettings extends Light {
  @property({ attribute: false }) house!: House;
  /** The server's door; another one for tests. */
  @property({ attribute: false }) writing: Writing | null = null;
  @state() private standing: Standing | null = null;
  @state() private preview: Preview | null = null;
  @state() private problem = "";

  override connectedCallback(): void {
    super.connectedCallback();
    void this.updateComplete.then(() => this.#ask((door) => door.standing()));
  }

  protected override render(): TemplateResult {
    return html`<section class="card setting" id="gemini" aria-labelledby="gemini-title">
      <h2 id="gemini-title">${icon("insurance")}${say("gemini.title")}</h2>
      ${this.standing ? this.#all(this.standing) : html`<p class="muted">${say("gemini.off")}</p>`}
      ${this.problem ? html`<p class="offline-note" role="status">${icon("cloud_off")}${this.problem}</p>` : nothing}
    </section>`;
  }

  #all(standing: Standing): TemplateResult {
    return html`${this.#consent(standing)}
      <details @toggle=${this.#opened}><summary>${say("gemini.preview")}</summary>${this.preview ? this.#preview(this.preview) : nothing}</details>
      <sent-log .locale=${this.house.locale} .door=${this.#door()}></sent-log>
      ${this.#lacking(standing)} ${standing.key.paid ? this.#use(standing) : nothing}
      ${standing.maySetKey ? html`<writing-key .standing=${standing} @key-keep=${this.#keep} @key-paid=${() => void this.#ask((door) => door.confirmPaid())}></writing-key>` : nothing}`;
  }

  #consent({ consent }: Standing): TemplateResult {
    const time = (at: number): string => new Intl.DateTimeFormat(this.house.locale, { dateStyle: "medium" }).format(at);
    return html`<label class="switch"><input type="checkbox" name="agree" .checked=${consent !== null} @change=${this.#agreed}><span>${say("gemini.agree")}</span></label>
      <p class="muted">${consent ? say("gemini.on", { time: time(consent.since) }) : say("gemini.off")}</p>
      ${consent ? html`<label class="switch"><input type="checkbox" name="payees" .checked=${consent.payeeNames} @change=${this.#named}><span>${say("gemini.payees")}</span></label>
        <p class="muted">${say(consent.payeeNames ? "gemini.payees_on" : "gemini.payees_off")}</p>` : nothing}`;
  }

  #preview({ text, address, reason }: Preview): TemplateResult {
    if (reason) return html`<p class="muted">${reason}</p>`;
    const bytes = new TextEncoder().encode(text).length;
    return html`<p class="muted">${say("gemini.preview_words", { bytes, address })}</p><pre class="to-the-letter" tabindex="0">${text}</pre>`;
  }

  #lacking({ key, maySetKey }: Standing): TemplateResult | typeof nothing {
    if (maySetKey || key.paid) return nothing;
    return html`<p class="note">${say(key.place === "nowhere" || key.place === "unreadable" ? "gemini.no_key" : "gemini.not_paid")}</p>`;
  }

  #use({ use: { tokens, most, cost }, model }: Standing): TemplateResult {
    const whole = (count: number): string => new Intl.NumberFormat(this.house.locale).format(count);
    const dollars = new Intl.NumberFormat(this.house.locale, { style: "currency", currency: "USD" }).format((cost ?? 0) / 1_000_000);
    const said = { tokens: whole(tokens), most: whole(most), cost: dollars };
    return html`<dl class="facts">
      <div><dt>${say("gemini.model")}</dt><dd>${model}</dd></div>
      <div><dt>${say("gemini.use")}</dt><dd>${say(cost === null ? "gemini.use_of" : "gemini.use_cost", said)}</dd></div></dl>`;
  }

  readonly #agreed = (event: Event): void => {
    const given = (event.target as HTMLInputElement).checked;
    void this.#ask((door) => (given ? door.agree("no names") : door.agreeNoLonger()));
  };

  readonly #named = (event: Event): void => {
    const allowed = (event.target as HTMLInputElement).checked;
    void this.#ask((door) => door.agree(allowed ? "payee names" : "no names"));
  };

  readonly #keep = ({ detail }: CustomEvent<string>): void => void this.#ask((door) => door.keepKey(detail));

  readonly #opened = (event: Event): void => {
    if ((event.target as HTMLDetailsElement).open) void this.#show();
  };

  async #show(): Promise<void> {
    await this.#try(async () => (this.preview = await this.#door().preview(monthOf(this.house.clock.today()))));
  }

  /** Asks or tells the server; what would be sent may be other than before. */
  async #ask(act: (door: Writing) => Promise<Standing>): Promise<void> {
    await this.#try(async () => (this.standing = await act(this.#door())));
    if (this.preview) await this.#show();
  }

  async #try(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
      this.problem = "";
    } catch (error) {
      this.problem = sentenceOf(error);
    }
    this.requestUpdate();
  }

  #door(): Writing {
    return (this.writing ??= openWriting(this.house.store.ledger.id));
  }
}

/** What is worth knowing about the month: three cards, more behind a tap; each can be put away, for good on every device. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";

import { say } from "../../lib/say";
import type { Verdict } from "../../sync/dismissals";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { addressOfLink, narrative } from "./figures";
import type { Card } from "./month_answer";

const FIRST = 3;

@customElement("insight-cards")
export class InsightCards extends Light {
  @property({ attribute: false }) cards: readonly Card[] = [];
  /** What this phone knows better than the cards' own word. */
  @property({ attribute: false }) judged: ReadonlyMap<string, Verdict> = new Map();
  @state() private all = false;
  /** Put away on this visit, so that it can be taken back in its place. */
  @state() private justNow: ReadonlySet<string> = new Set();

  protected override render(): TemplateResult | typeof nothing {
    const wanted = this.cards.filter((card) => !this.#isAway(card) || this.justNow.has(card.id));
    if (wanted.length === 0) return nothing;
    const shown = this.all ? wanted : wanted.slice(0, FIRST);
    return html`<section class="insights" aria-labelledby="insights-title"><h2 id="insights-title">${say("cards.title")}</h2>
      <ul>${repeat(shown, ({ id }) => id, (card) => html`<li class="card insight">${this.#isAway(card) ? this.#away(card) : this.#card(card)}</li>`)}</ul>
      ${wanted.length > FIRST ? html`<p class="more"><button type="button" class="button button-quiet" aria-expanded=${this.all} @click=${() => (this.all = !this.all)}>
        ${this.all ? say("cards.fewer") : say("cards.more", { count: wanted.length - FIRST })}</button></p>` : nothing}
    </section>`;
  }

  #card(card: Card): TemplateResult {
    const place = `/cards/${this.cards.indexOf(card)}/told`;
    return html`<div class="insight-head"><h3>${card.title}</h3>
        <button type="button" class="button-icon" aria-label=${say("cards.dismiss_named", { title: card.title })} @click=${() => this.#judge(card, "dismissed")}>${icon("close")}</button></div>
      <p>${narrative(card.told, place)}</p>
      <p class="insight-foot">${card.link ? html`<a class="button-plain" href=${addressOfLink(card.link)}>${say("cards.entries")}</a>` : nothing}
        <button type="button" class="button-plain" aria-label=${say("cards.not_useful_named", { title: card.title })} @click=${() => this.#judge(card, "not_useful")}>${say("cards.not_useful")}</button></p>`;
  }

  #away(card: Card): TemplateResult {
    return html`<p class="insight-away" role="status"><span>${say(this.judged.get(card.id) === "not_useful" ? "cards.less_of_it" : "cards.put_away")}</span>
      <button type="button" class="button-plain" aria-label=${say("cards.undo_named", { title: card.title })} @click=${() => this.#judge(card, "shown")}>${say("cards.undo")}</button></p>`;
  }

  #isAway({ id }: Card): boolean {
    return (this.judged.get(id) ?? "shown") !== "shown";
  }

  #judge({ id }: Card, verdict: Verdict): void {
    this.justNow = new Set([...this.justNow, id]);
    this.tell("judge", { card: id, verdict });
  }
}

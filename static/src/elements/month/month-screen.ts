/** The month: what was spent and how that compares, what changed, what comes, what is worth knowing; then the year and each category. */

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import type { Month } from "../../ledger/types";
import { monthOf } from "../../lib/days";
import { say } from "../../lib/say";
import type { Verdict } from "../../sync/dismissals";
import { readNames } from "../parts/accounts";
import type { House } from "../parts/house";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { Live } from "../parts/live";
import { ageWords, unsyncedHere } from "./figures";
import { monthFigures, type MonthFigures } from "./month_figures";
import { MonthLook } from "./month_look";
import { changed, outlook, type Section, soFar, spokenWords, subscriptions, upcoming, year } from "./sections";
import { monthTotals, otherTotals } from "./totals";

const WIDE = matchMedia("(min-width: 56.25rem)");

@customElement("month-screen")
export class MonthScreen extends Light {
  @property({ attribute: false }) house!: House;
  /** The month asked for; null is the one we are in. */
  @property({ attribute: false }) month: Month | null = null;
  @state() private wide = WIDE.matches;
  readonly #figures = new Live(this, () => this.house.store, () => this.#read());
  readonly #look = new MonthLook(this);

  override connectedCallback(): void {
    super.connectedCallback();
    WIDE.addEventListener("change", this.#measured);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    WIDE.removeEventListener("change", this.#measured);
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has("month") && this.hasUpdated) void this.#figures.refresh();
    this.#look.look(this.house, this.#shown);
  }

  protected override render(): TemplateResult {
    const figures = this.#figures.value ?? [];
    return html`<div class="month" @judge=${this.#judge}>
      <month-picker .month=${this.#shown} .thisMonth=${this.#thisMonth} .locale=${this.house.locale}></month-picker>
      ${this.#figures.problem ? html`<p class="trouble" role="alert">${this.#figures.problem}</p>` : nothing}
      ${figures.some(moved) ? this.#month(figures) : this.#empty()}
      <standing-line .store=${this.house.store}></standing-line>
    </div>`;
  }

  #month(figures: readonly MonthFigures[]): TemplateResult {
    const { answer } = this.#look;
    const [own, ...others] = figures;
    const { locale } = this.house;
    return html`${own ? monthTotals(own, this.#shown, locale) : nothing} ${others.filter(moved).map((one) => otherTotals(one, this.#shown, locale))}
      ${this.#age()} ${this.#columns(figures)}
      <month-actions .spoken=${answer ? spokenWords(answer) : []} .language=${this.house.person.language}></month-actions>`;
  }

  /** On a wide screen two columns, on a phone one, each in the order in which it is read. */
  #columns(figures: readonly MonthFigures[]): TemplateResult {
    const [{ answer, judged }, { locale, clock, store }] = [this.#look, this.house];
    const categories = figures.map((one) => this.#bars(one, figures.length > 1));
    if (answer === null) return html`<div class="month-columns"><div>${categories}</div></div>`;
    const look = { answer, month: this.#shown, today: clock.today(), writing: { currency: answer.currency || store.ledger.currency, locale } };
    const cards: Section = html`<insight-cards .cards=${answer.cards} .judged=${judged}></insight-cards>
      <report-card .house=${this.house} .month=${this.#shown}></report-card><ask-line .house=${this.house}></ask-line>`;
    const [first, second, third, fourth] = [soFar, changed, upcoming, outlook].map((section) => section(look));
    if (this.wide) return html`<div class="month-columns"><div>${first}${second}${year(look)}${categories}</div><div>${third}${cards}${fourth}${subscriptions(look)}</div></div>`;
    return html`<div class="month-columns"><div>${first}${second}${third}${cards}${fourth}${subscriptions(look)}${year(look)}${categories}</div></div>`;
  }

  #bars({ currency, expenses, incomes }: MonthFigures, several: boolean): TemplateResult {
    const named = (label: string): string => (several ? `${label} (${currency})` : label);
    const bars = (label: string, totals: typeof expenses): TemplateResult | typeof nothing => totals.length === 0 ? nothing
      : html`<category-bars .label=${named(label)} .totals=${totals} .currency=${currency} .month=${this.#shown} .locale=${this.house.locale}></category-bars>`;
    return html`${bars(say("month.where"), expenses)} ${bars(say("month.from"), incomes)}`;
  }

  /** Of when the server's part is; that there is none, where it cannot be asked. */
  #age(): TemplateResult | typeof nothing {
    const { answer, asked, fresh, at } = this.#look;
    if (!asked || (answer && fresh)) return nothing;
    return html`<p class="offline-note">${icon("cloud_off")}<span>${answer ? ageWords(fresh, at, this.house.locale) : say("finding.offline")}
      ${unsyncedHere(this.house.store.state) ? say("look.not_yet_in") : nothing}</span></p>`;
  }

  #empty(): TemplateResult | typeof nothing {
    if (this.#figures.value === null) return nothing;
    return html`<section class="empty"><h2>${say("month.empty")}</h2><p>${say("empty.sentence")}</p>
      <p class="example"><q>${say("empty.example")}</q></p><p><a class="button" href="/">${say("empty.go")}</a></p></section>`;
  }

  readonly #measured = (): void => void (this.wide = WIDE.matches);
  readonly #judge = ({ detail }: CustomEvent<{ card: string; verdict: Verdict }>): void => void this.#look.judge(detail.card, detail.verdict);

  get #thisMonth(): Month {
    return monthOf(this.house.clock.today());
  }

  get #shown(): Month {
    return this.month ?? this.#thisMonth;
  }

  async #read(): Promise<readonly MonthFigures[]> {
    const { store } = this.house;
    const [names, cells] = await Promise.all([readNames(store), store.rollup(this.#shown)]);
    return monthFigures(cells, names.accounts, store.ledger.currency);
  }
}

function moved({ expenses, incomes }: MonthFigures): boolean {
  return expenses.length > 0 || incomes.length > 0;
}

/** Today's transactions under the microphone, with what was spent; a sentence to say when the ledger is new. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";

import type { Transaction } from "../../ledger/types";
import { monthOf } from "../../lib/days";
import { formatMoney } from "../../lib/money";
import { say } from "../../lib/say";
import { NO_NAMES, readNames, type Names } from "../parts/accounts";
import { entryOf, toneOf, totalsOf } from "../parts/entry";
import { entryRow } from "../parts/entry-row";
import type { House } from "../parts/house";
import { Light } from "../parts/light";
import { Live } from "../parts/live";
import { dayInWords } from "../parts/wording";

/** How many are shown at least, where there are that many. */
const FEW = 5;
const MANY = 200;

interface Latest {
  readonly names: Names;
  readonly latest: readonly Transaction[];
}

@customElement("today-entries")
export class TodayEntries extends Light {
  @property({ attribute: false }) house!: House;
  readonly #latest = new Live<Latest>(this, () => this.house.store, () => this.#read());

  protected override render(): TemplateResult {
    const { names, latest } = this.#latest.value ?? { names: NO_NAMES, latest: null };
    if (this.#latest.problem) return html`<p class="trouble" role="alert">${this.#latest.problem}</p>`;
    if (latest === null) return html`<section class="entries" aria-busy="true"></section>`;
    if (latest.length === 0) return this.#empty();
    const today = latest.filter(({ date }) => date === this.house.clock.today());
    const shown = today.length >= FEW ? today : latest.slice(0, FEW);
    return html`<section class="entries" aria-labelledby="latest-title">
      <header class="section-head">
        <h2 id="latest-title">${say(shown === today ? "day.today" : "latest.title")}</h2>
        ${today.length > 0 ? html`<p>${this.#spent(today, names)}</p>` : nothing}
      </header>
      <ul class="card entry-list">${repeat(shown, ({ id }) => id, (row) => this.#row(row, names))}</ul>
      <p class="more"><a href="/transactions">${say("latest.all")}</a></p>
    </section>`;
  }

  #row(transaction: Transaction, names: Names): TemplateResult {
    const { clock, locale } = this.house;
    const entry = entryOf(transaction, names, locale);
    const day = transaction.date === clock.today() ? "" : `${dayInWords(transaction.date, clock.today(), locale)} · `;
    return entryRow({ ...entry, detail: day + entry.detail }, `/transactions/${transaction.id}`);
  }

  #spent(today: readonly Transaction[], names: Names): string {
    const spent = today.filter((row) => toneOf(row, names) !== "moved" && !isIncome(row, names));
    const own = totalsOf(spent.flatMap(({ lines }) => lines)).find(([currency]) => currency === this.house.store.ledger.currency);
    return say("latest.spent", { amount: formatMoney(own?.[1] ?? 0, this.house.store.ledger.currency, this.house.locale) });
  }

  #empty(): TemplateResult {
    return html`<section class="entries empty">
      <h2>${say("empty.title")}</h2>
      <p>${say("empty.home")}</p>
    </section>`;
  }

  async #read(): Promise<Latest> {
    const { store, clock } = this.house;
    const month = monthOf(clock.today());
    const [names, recent] = await Promise.all([readNames(store), store.transactions({ month, limit: MANY })]);
    const past = recent.filter(({ date }) => date <= clock.today());
    return { names, latest: past.length >= FEW ? past : await this.#few() };
  }

  /** The latest few of any month; planned ones of days to come are left out. */
  async #few(): Promise<readonly Transaction[]> {
    const few = await this.house.store.transactions({ limit: MANY });
    return few.filter(({ date }) => date <= this.house.clock.today()).slice(0, FEW);
  }
}

function isIncome({ lines }: Transaction, names: Names): boolean {
  return lines.some(({ category }) => category !== null && names.accounts.get(category)?.kind === "income");
}

/** What a search found, in the same list; more at a tap. */

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";

import { say } from "../../lib/say";
import type { TransactionFilter } from "../../sync/store";
import type { Names } from "../parts/accounts";
import { groupedByDay } from "../parts/entry";
import type { House } from "../parts/house";
import { Light } from "../parts/light";
import { Live } from "../parts/live";
import { sayCount } from "../parts/wording";
import { chunksOf } from "./chunks";

const STEP = 200;

@customElement("found-entries")
export class FoundEntries extends Light {
  @property({ attribute: false }) house!: House;
  @property({ attribute: false }) names!: Names;
  @property({ attribute: false }) filter: TransactionFilter = {};
  @property({ attribute: false }) addressOf!: (id: string) => string;
  @state() private limit = STEP;
  readonly #found = new Live(this, () => this.house.store, () => this.house.store.transactions({ ...this.filter, limit: this.limit + 1 }));

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated) return;
    if (!changed.has("filter")) return;
    this.limit = STEP;
    void this.#found.refresh();
  }

  protected override render(): TemplateResult {
    const found = this.#found.value;
    if (found === null) return html`<section aria-busy="true"></section>`;
    const shown = found.slice(0, this.limit);
    const { clock, locale } = this.house;
    return html`<p class="found-count" role="status">${this.#count(found.length)}</p>
      ${repeat(chunksOf(groupedByDay(shown, this.names, locale)), ({ key }) => key, (chunk) => html`<entry-chunk .chunk=${chunk}
        .addressOf=${this.addressOf} .today=${clock.today()} .locale=${locale}></entry-chunk>`)}
      ${found.length > this.limit ? html`<p class="more"><button type="button" class="button button-quiet" @click=${this.#more}>${say("transactions.more")}</button></p>` : nothing}`;
  }

  readonly #more = (): void => {
    this.limit += STEP;
    void this.#found.refresh();
  };

  #count(found: number): string {
    if (found === 0) return say("transactions.nothing_found");
    return found > this.limit ? say("transactions.first_found", { count: this.limit }) : sayCount("transactions.found", found);
  }
}

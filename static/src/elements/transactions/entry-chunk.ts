/** A piece of the list; an empty box of the same height while it is far from the eye. */

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";

import type { DayOfEntries } from "../parts/entry";
import { entryRow } from "../parts/entry-row";
import { Light } from "../parts/light";
import { whenNear } from "../parts/near";
import { dayInWords } from "../parts/wording";
import type { Chunk } from "./chunks";

/** Heights in rem, as styles/entries.css and styles/transactions.css set them. */
const ENTRY_REM = 4.25;
const DAY_REM = 3;

@customElement("entry-chunk")
export class EntryChunk extends Light {
  @property({ attribute: false }) chunk!: Chunk;
  @property({ attribute: false }) addressOf!: (id: string) => string;
  @property() today = "";
  @property() locale = "en";
  @state() private near = false;
  #forget: (() => void) | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#forget = whenNear(this, (near) => (this.near = near));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget?.();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("chunk")) this.style.minBlockSize = `${this.chunk.entries * ENTRY_REM + this.chunk.days.length * DAY_REM}rem`;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.near) return nothing;
    return html`${repeat(this.chunk.days, ({ day }) => day, (day) => this.#day(day))}`;
  }

  #day({ day, entries }: DayOfEntries): TemplateResult {
    return html`<section class="day" aria-label=${dayInWords(day, this.today, this.locale)}>
      <h3 class="day-head">${dayInWords(day, this.today, this.locale)}</h3>
      <ul class="card entry-list">${repeat(entries, ({ id }) => id, (entry) => entryRow(entry, this.addressOf(entry.id)))}</ul>
    </section>`;
  }
}

/** A day: today and yesterday by one tap, any other by the calendar; tells "day-change". */

import { html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import type { Day } from "../../ledger/types";
import { addDays, isDay } from "../../lib/days";
import { say } from "../../lib/say";
import { Light } from "./light";
import { dayInWords } from "./wording";

@customElement("day-field")
export class DayField extends Light {
  @property() day: Day = "";
  @property() today: Day = "";
  @property() locale = "en";

  protected override render(): TemplateResult {
    return html`<div class="field day-field" role="group" aria-label=${say("slot.date")}>
      <span class="day-choice">
        ${[this.today, addDays(this.today, -1)].map((day) => this.#chip(day))}
        <label class="chip chip-date" data-chosen=${this.#isOther()}>
          <span>${this.#isOther() ? dayInWords(this.day, this.today, this.locale) : say("day.other")}</span>
          <input type="date" aria-label=${say("day.pick")} .value=${this.day} @change=${this.#picked} @click=${this.#open}>
        </label>
      </span>
    </div>`;
  }

  #chip(day: Day): TemplateResult {
    const text = dayInWords(day, this.today, this.locale);
    return html`<button type="button" class="chip" aria-pressed=${day === this.day} @click=${() => this.#choose(day)}>${text}</button>`;
  }

  #isOther(): boolean {
    return this.day !== this.today && this.day !== addDays(this.today, -1);
  }

  readonly #open = (event: Event): void => (event.target as HTMLInputElement).showPicker?.();

  readonly #picked = (event: Event): void => {
    const day = (event.target as HTMLInputElement).value;
    if (isDay(day)) this.#choose(day);
  };

  #choose(day: Day): void {
    this.day = day;
    this.tell("day-change", day);
  }
}

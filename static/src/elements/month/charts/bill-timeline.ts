/** The bills to come on a line of days, and each of them below it. */

import { html, svg, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import type { Day } from "../../../ledger/types";
import { say } from "../../../lib/say";
import { dayInWords } from "../../parts/wording";
import { addressOfLink, figuresTable, money, type Writing } from "../figures";
import type { Bill, MonthAnswer } from "../month_answer";
import { Measured } from "./measured";
import type { Frame } from "./scale";
import { timeline, type Timeline } from "./timeline";

const HEIGHT = 64;
const NAMED = 4;

@customElement("bill-timeline")
export class BillTimeline extends Measured {
  @property() today: Day = "";
  @property({ attribute: false }) upcoming!: NonNullable<MonthAnswer["upcoming"]>;
  @property({ attribute: false }) writing!: Writing;

  protected override render(): TemplateResult {
    const { bills, last, told } = this.upcoming;
    const frame = this.frame(HEIGHT, 16);
    const drawn = timeline(bills.map((bill) => ({ ...bill, day: bill.late ? this.today : bill.day })), this.today, last, frame);
    return html`<figure class="chart"><svg role="img" aria-label=${told.sentence} viewBox="0 0 ${frame.width} ${frame.height}">${this.#drawing(drawn, frame)}</svg>
      <ul class="bills">${bills.slice(0, NAMED).map((bill, at) => html`<li><a href=${addressOfLink({ payee: bill.payee })}>
        <span class="bill-day">${this.#day(bill)}</span><span class="bar-name">${bill.name}</span>
        <span class="change" data-fact="/upcoming/bills/${at}/amount">${money(bill.amount, this.writing, `/upcoming/bills/${at}/amount`, null)}</span></a></li>`)}</ul>
      ${this.#table()}</figure>`;
  }

  #drawing({ marks, weeks }: Timeline, { width, height }: Frame): TemplateResult {
    const line = 26;
    return svg`<line class="level level-zero" x1="0" x2=${width} y1=${line} y2=${line}></line>
      ${weeks.map(({ day, x }) => svg`<line class="tick" x1=${x} x2=${x} y1=${line} y2=${line + 6}></line>
        <text class="axis axis-middle" x=${x} y=${height - 8}>${this.#dayOfMonth(day)}</text>`)}
      ${marks.map(({ x, radius, count }) => svg`<circle class="bill-mark" cx=${x} cy=${line} r=${radius}></circle>
        ${count > 1 ? svg`<text class="bill-count" x=${x} y=${line + 4}>${count}</text>` : ""}`)}`;
  }

  #table(): TemplateResult {
    const rows = this.upcoming.bills.map((bill, at) => [
      bill.name, this.#day(bill), money(bill.amount, this.writing, `/upcoming/bills/${at}/amount`, { payee: bill.payee }),
    ]);
    return figuresTable(say("bills.title"), [say("chart.payee"), say("chart.day"), say("chart.amount")], rows);
  }

  #day({ day, late }: Bill): string {
    const words = dayInWords(day, this.today, this.writing.locale);
    return late ? say("bills.late", { day: words }) : words;
  }

  #dayOfMonth(day: Day): string {
    const form = { day: "numeric", month: "short", timeZone: "UTC" } as const;
    return new Intl.DateTimeFormat(this.writing.locale, form).format(Date.parse(`${day}T12:00:00Z`));
  }
}

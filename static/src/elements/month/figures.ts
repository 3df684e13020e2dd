/** Figures as the month shows them: each says in `data-fact` where in the answer it stands, and leads to its transactions. */

import { html, nothing, type TemplateResult } from "lit";

import type { Minor } from "../../ledger/types";
import { decimalText, formatMoney } from "../../lib/money";
import { say } from "../../lib/say";
import type { SyncState } from "../../sync/store";
import { addressOf, EVERY_TRANSACTION } from "../shell/routes";
import type { Link, Told } from "./month_answer";

/** How figures of one currency are written. */
export interface Writing {
  readonly currency: string;
  readonly locale: string;
}

/** The address of the transactions that a figure counted. */
export function addressOfLink(link: Link): string {
  return addressOf({ ...EVERY_TRANSACTION, ...link });
}

/** A figure's text; `place` is a JSON pointer into the month's answer (RFC 6901). */
export function figure(text: string, place: string, link: Link | null): TemplateResult {
  return link === null
    ? html`<span class="figure" data-fact=${place}>${text}</span>`
    : html`<a class="figure" data-fact=${place} href=${addressOfLink(link)}>${text}</a>`;
}

export function money(minor: Minor, { currency, locale }: Writing, place: string, link: Link | null): TemplateResult {
  return figure(formatMoney(minor, currency, locale), place, link);
}

/** A change with its direction: "+€5.00", "−€5.00". */
export function changeText(delta: Minor, { currency, locale }: Writing): string {
  const size = formatMoney(Math.abs(delta), currency, locale);
  return delta === 0 ? size : delta < 0 ? say("finding.less", { amount: size }) : say("finding.more", { amount: size });
}

/** A level of an axis in few signs: "€1.5K". */
export function shortMoney(minor: Minor, { currency, locale }: Writing): string {
  const form = { style: "currency", currency, notation: "compact", maximumFractionDigits: 1, minimumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(locale, form).format(decimalText(minor, currency) as `${number}`).replace("-", "−");
}

/** A narrative with its figures marked; `place` points at it in the answer. */
export function narrative({ parts }: Told, place: string): readonly (string | TemplateResult)[] {
  return parts.map(({ text, fact, link }) => (fact === null ? text : figure(text, `${place}/facts/${fact}`, link)));
}

/** A chart's figures as a table, one tap away. */
export function figuresTable(caption: string, heads: readonly string[], rows: readonly (readonly (string | TemplateResult)[])[]): TemplateResult {
  return html`<details class="figures"><summary>${say("chart.table")}</summary>
    <table><caption class="hidden-label">${caption}</caption>
      <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
      <tbody>${rows.map((cells) => html`<tr>${cells.map((cell, at) => (at === 0 ? html`<th scope="row">${cell}</th>` : html`<td>${cell}</td>`))}</tr>`)}</tbody>
    </table></details>`;
}

/** Of when a kept answer is; nothing for one of this moment. */
export function ageWords(fresh: boolean, at: number, locale: string): string | typeof nothing {
  if (fresh) return nothing;
  return say("finding.copy", { time: new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(at) });
}

/** How much of the open ledger is on this phone alone. */
export function unsyncedHere({ unsynced, beside = [] }: SyncState): number {
  return beside.reduce((left, ledger) => left - ledger.unsynced, unsynced);
}

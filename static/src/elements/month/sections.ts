/** The sections of the month that come from the server's answer; each is nothing where there is nothing to say. */

import { html, nothing, type TemplateResult } from "lit";

import type { Day, Month } from "../../ledger/types";
import { say, type StringKey } from "../../lib/say";
import { dayInWords } from "../parts/wording";
import { addressOfLink, money, narrative, type Writing } from "./figures";
import type { MonthAnswer, Subscription } from "./month_answer";

export interface Look {
  readonly answer: MonthAnswer;
  readonly month: Month;
  readonly today: Day;
  readonly writing: Writing;
}

const NAMED = 6;

export type Section = TemplateResult | typeof nothing;

export function soFar({ answer: { compared, projection, course }, month, writing }: Look): Section {
  const shown = projection ?? course;
  if (compared === null && shown === null) return nothing;
  return card("so-far", projection ? "look.so_far" : "look.compared", html`
    ${compared ? html`<p class="look-sentence">${narrative(compared, "/compared/told")}</p>` : nothing}
    ${shown ? html`<spend-curve .label=${compared?.sentence ?? projection?.told.sentence ?? say("chart.curve")} .month=${month} .course=${shown} .projection=${projection}
      .writing=${writing}></spend-curve>` : nothing}`);
}

export function changed({ answer, month, writing }: Look): Section {
  if (answer.changed === null) return answer.reason === null ? nothing : card("changed", "changed.title", html`<p>${answer.reason}</p>`);
  return card("changed", "changed.title", html`<p class="look-sentence">${narrative(answer.changed.told, "/finding/told")}</p>
    <change-bars .month=${month} .changed=${answer.changed} .writing=${writing}></change-bars>`);
}

export function upcoming({ answer, today, writing }: Look): Section {
  if (answer.upcoming === null) return nothing;
  return card("upcoming", "bills.title", html`<p>${narrative(answer.upcoming.told, "/upcoming/told")}</p>
    ${answer.upcoming.bills.length ? html`<bill-timeline .today=${today} .upcoming=${answer.upcoming} .writing=${writing}></bill-timeline>` : nothing}`);
}

export function outlook({ answer: { projection }, writing }: Look): Section {
  if (projection === null || projection.soFar.length >= projection.typical.length) return nothing;
  const { told, low, expected, high } = projection;
  const figures = [["outlook.low", low, "low"], ["outlook.expected", expected, "expected"], ["outlook.high", high, "high"]] as const;
  return card("outlook", "outlook.title", html`<p>${narrative(told, "/projection/told")}</p>
    ${low === high ? nothing : html`<dl class="outlook">${figures.map(([name, minor, place]) => html`<div class="outlook-${place}"><dt>${say(name)}</dt>
      <dd>${money(minor, writing, `/projection/${place}`, null)}</dd></div>`)}</dl>`}`);
}

export function subscriptions({ answer, today, writing }: Look): Section {
  if (answer.subscriptions.length === 0) return nothing;
  const rows = answer.subscriptions.map((one, at) => subscription(one, `/subscriptions/${at}`, today, writing));
  return card("subscriptions", "subscriptions.title", html`<ul class="subscriptions">${rows.slice(0, NAMED)}</ul>
    ${rows.length <= NAMED ? nothing : html`<details class="figures"><summary>${say("subscriptions.more", { count: rows.length - NAMED })}</summary>
      <ul class="subscriptions">${rows.slice(NAMED)}</ul></details>`}`);
}

export function year({ answer: { months }, writing }: Look): Section {
  if (months === null || months.months.filter(({ spent }) => spent !== null).length < 2) return nothing;
  return card("year", "year.title", html`<p>${narrative(months.told, "/months/told")}</p>
    <year-columns .label=${months.told.sentence} .months=${months.months} .writing=${writing}></year-columns>`);
}

/** The month as a voice reads it, in the order of the screen. */
export function spokenWords({ changed: found, reason, compared, projection, months, upcoming: bills, cards }: MonthAnswer): readonly string[] {
  const told = [compared, found?.told, bills?.told, ...cards.slice(0, 3).map((one) => one.told), projection?.told, months?.told];
  const spoken = told.flatMap((one) => (one ? [one.spoken] : []));
  return spoken.length === 0 && reason !== null ? [reason] : [...new Set(spoken)];
}

function subscription({ payee, name, cadence, amount, nextDay, rise }: Subscription, place: string, today: Day, writing: Writing): TemplateResult {
  const due = say(nextDay < today ? "subscriptions.expected" : "subscriptions.next", { day: dayInWords(nextDay, today, writing.locale) });
  return html`<li><a class="subscription" href=${addressOfLink({ payee })}><span class="bar-name">${name}</span>
    <span class="change">${money(amount, writing, `${place}/amount`, null)}</span>
    <span class="subscription-detail">${say(`cadence.${cadence}` as StringKey)} · ${due}</span></a>
    ${rise === null ? nothing : html`<p class="price-rise">${say("subscriptions.risen")} ${money(rise.before, writing, `${place}/rise/before`, null)} → ${money(rise.now, writing, `${place}/rise/now`, null)},
      ${say("subscriptions.since", { day: dayInWords(rise.since, today, writing.locale) })}</p>`}</li>`;
}

function card(name: string, title: StringKey, content: TemplateResult): TemplateResult {
  return html`<section class="card look look-${name}" aria-labelledby="${name}-title"><h2 id="${name}-title">${say(title)}</h2>${content}</section>`;
}

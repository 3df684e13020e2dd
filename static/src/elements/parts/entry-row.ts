/** One transaction as a line that leads to its editor. */

import { html, nothing, type TemplateResult } from "lit";

import { say } from "../../lib/say";
import { categoryIcon, icon } from "./icons";
import type { Entry } from "./entry";

/** Characters above which an amount is set smaller. */
const LONG = 11;

/** A list item; `address` is where a tap leads. */
export function entryRow(entry: Entry, address: string): TemplateResult {
  return html`<li class="entry">
    <a class="entry-link" href=${address}>
      <span class="entry-icon">${entry.key === "transfer" ? icon("transfer") : categoryIcon(entry.key)}</span>
      <span class="entry-words">
        <span class="entry-title">${entry.title}</span>
        <span class="entry-detail">${entry.unsynced ? unsyncedMark() : nothing}${entry.detail}</span>
      </span>
      <span class="entry-amount entry-${entry.tone} ${entry.amount.length > LONG ? "entry-long" : ""}">${entry.amount}</span>
    </a>
  </li>`;
}

function unsyncedMark(): TemplateResult {
  return html`<span class="unsynced" title=${say("entry.unsynced")}>${icon("phone")}<span class="hidden-label">${say("entry.unsynced")}.</span></span>`;
}

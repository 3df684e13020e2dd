/** A list of accounts or categories; tells "account-change" and "account-add". */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";

import type { Account, AccountKind, Fields, Minor } from "../../ledger/types";
import { formatMoney } from "../../lib/money";
import { say } from "../../lib/say";
import { categoryIcon, icon } from "../parts/icons";
import { Light } from "../parts/light";
import { nameProblem } from "./account_name";

export interface AccountChange {
  readonly id: string;
  readonly fields: Fields;
}

@customElement("account-list")
export class AccountList extends Light {
  @property({ attribute: false }) accounts: readonly Account[] = [];
  @property({ attribute: false }) balances: ReadonlyMap<string, ReadonlyMap<string, Minor>> = new Map();
  @property({ attribute: false }) kinds: readonly AccountKind[] = ["expense"];
  @property() locale = "en";
  /** Nothing can be changed. */
  @property({ type: Boolean }) fixed = false;
  @state() private problem = "";

  protected override render(): TemplateResult {
    return html`<ul class="account-list">${repeat(this.accounts, ({ id }) => id, (account) => this.#account(account))}</ul>
      ${this.fixed ? nothing : this.#adding()}
      ${this.problem ? html`<p class="field-error" role="alert">${this.problem}</p>` : nothing}`;
  }

  #account(account: Account): TemplateResult {
    return html`<li class="account" data-closed=${account.closed}>
      ${this.#holdsMoney() ? nothing : html`<span class="entry-icon">${categoryIcon(account.key)}</span>`}
      <input class="account-name" aria-label=${say("accounts.name_of", { name: account.name })} dir="auto" .value=${account.name}
        ?readonly=${this.fixed} @change=${(event: Event) => this.#rename(account, event)}>
      <span class="account-end"><span class="account-balance">${this.#balance(account)}</span>
      ${this.fixed ? nothing : html`<button type="button" class="button-plain" aria-label=${say(account.closed ? "accounts.open_named" : "accounts.close_named", { name: account.name })}
        @click=${() => this.tell("account-change", { id: account.id, fields: { closed: !account.closed } })}>${say(account.closed ? "accounts.open" : "accounts.close")}</button>`}</span>
    </li>`;
  }

  #adding(): TemplateResult {
    return html`<form class="account-add" @submit=${this.#add}>
      <label class="field"><span class="hidden-label">${say("accounts.new_name")}</span>
        <input name="name" autocomplete="off" dir="auto" placeholder=${say("accounts.new_name")} @input=${() => (this.problem = "")}></label>
      ${this.kinds.length > 1 ? html`<label class="field"><span class="hidden-label">${say("accounts.kind")}</span>
        <select name="kind">${this.kinds.map((kind) => html`<option value=${kind}>${say(kind === "liability" ? "accounts.owed" : "accounts.owned")}</option>`)}</select></label>` : nothing}
      <button class="button button-quiet">${icon("plus")}${say("accounts.add")}</button>
    </form>`;
  }

  #balance({ id }: Account): readonly TemplateResult[] {
    return [...(this.balances.get(id) ?? [])].map(([currency, minor]) => html`<span>${formatMoney(minor, currency, this.locale)}</span>`);
  }

  #holdsMoney(): boolean {
    return this.kinds.includes("asset");
  }

  #rename(account: Account, event: Event): void {
    const box = event.target as HTMLInputElement;
    const name = box.value.trim();
    this.problem = nameProblem(name, this.accounts.filter((other) => other !== account)) ?? "";
    if (this.problem) box.value = account.name;
    else if (name !== account.name) this.tell("account-change", { id: account.id, fields: { name } });
  }

  readonly #add = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const entered = new FormData(form);
    const name = String(entered.get("name") ?? "").trim();
    this.problem = nameProblem(name, this.accounts) ?? "";
    if (this.problem) return form.querySelector("input")?.focus();
    this.tell("account-add", { name, kind: entered.get("kind") ?? this.kinds[0] });
    form.reset();
  };
}

/** Accounts with their balances, and the categories of spending and income: added, renamed, closed. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import type { Account, AccountKind, Minor } from "../../ledger/types";
import { say } from "../../lib/say";
import { ordered } from "../parts/accounts";
import type { House } from "../parts/house";
import { icon, type IconName } from "../parts/icons";
import { Light } from "../parts/light";
import { Live } from "../parts/live";
import { sentenceOf } from "../parts/problem";
import type { AccountChange } from "./account-list";

interface Book {
  readonly accounts: readonly Account[];
  readonly balances: ReadonlyMap<string, ReadonlyMap<string, Minor>>;
}

interface Group {
  readonly title: "accounts.money" | "accounts.spending" | "accounts.income";
  readonly icon: IconName;
  readonly kinds: readonly AccountKind[];
}

const GROUPS: readonly Group[] = [
  { title: "accounts.money", icon: "salary", kinds: ["asset", "liability"] },
  { title: "accounts.spending", icon: "shopping", kinds: ["expense"] },
  { title: "accounts.income", icon: "plus", kinds: ["income"] },
];

@customElement("account-settings")
export class AccountSettings extends Light {
  @property({ attribute: false }) house!: House;
  @state() private problem = "";
  readonly #book = new Live<Book>(this, () => this.house.store, () => this.#read());

  protected override render(): TemplateResult {
    return html`${GROUPS.map((group) => this.#group(group))}
      ${this.problem ? html`<p class="field-error" role="alert">${this.problem}</p>` : nothing}`;
  }

  #group({ title, icon: name, kinds }: Group): TemplateResult {
    const { accounts, balances } = this.#book.value ?? { accounts: [], balances: new Map() };
    const own = ordered(accounts.filter(({ kind }) => kinds.includes(kind)));
    return html`<section class="card setting" aria-label=${say(title)}>
      <details ?open=${kinds.includes("asset")}>
        <summary><h2>${icon(name)}${say(title)}</h2></summary>
        <account-list .accounts=${own} .balances=${balances} .kinds=${kinds} .locale=${this.house.locale}
          .fixed=${this.house.store.ledger.role === "viewer"}
          @account-change=${(event: CustomEvent<AccountChange>) => this.#do(this.house.store.change("account", event.detail.id, event.detail.fields))}
          @account-add=${(event: CustomEvent<{ name: string; kind: AccountKind }>) => this.#do(this.house.store.addAccount(event.detail.name, event.detail.kind))}></account-list>
      </details>
    </section>`;
  }

  async #do(work: Promise<unknown>): Promise<void> {
    this.problem = "";
    await work.catch((error: unknown) => (this.problem = sentenceOf(error)));
  }

  async #read(): Promise<Book> {
    const [accounts, balances] = await Promise.all([this.house.store.accounts(), this.house.store.balances()]);
    return { accounts, balances };
  }
}

/** Who shares the ledger and what each may do; an owner invites, changes roles and removes, and deletes it alone. Known by the server alone. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { say } from "../../lib/say";
import { type Member, openPeople, type People, type Role } from "../../sync/people";
import type { House } from "../parts/house";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { sentenceOf } from "../parts/problem";

@customElement("people-settings")
export class PeopleSettings extends Light {
  @property({ attribute: false }) house!: House;
  @state() private members: readonly Member[] | null = null;
  @state() private unknown = "";
  @state() private problem = "";
  /** Whose people are shown. */
  #ledger = "";

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.house.store.removeEventListener("state", this.#synced);
  }

  protected override willUpdate(): void {
    const { store } = this.house;
    store.addEventListener("state", this.#synced);
    if (store.ledger.id === this.#ledger) return;
    this.#ledger = store.ledger.id;
    this.members = null;
    void this.#ask();
  }

  protected override render(): TemplateResult {
    const { role } = this.house.store.ledger;
    return html`<section class="card setting" aria-labelledby="people-title">
      <h2 id="people-title">${icon("people")}${say("sharing.shared")}</h2>
      ${this.members ? html`<ul class="people">${this.members.map((member) => html`<li><member-row .member=${member}
        ?own=${member.id === this.house.person.id} ?changeable=${role === "owner"} @member-remove=${() => this.#remove(member)}
        @role-change=${(event: CustomEvent<Role>) => this.#change((people) => people.changeRole(member.id, event.detail))}></member-row></li>`)}</ul>` : nothing}
      ${this.unknown ? html`<p class="offline-note">${icon("cloud_off")}${this.unknown}</p>` : nothing}
      ${this.problem ? html`<p class="field-error" role="alert">${this.problem}</p>` : nothing}
      ${role === "owner" ? html`<invite-form .house=${this.house}></invite-form>` : nothing}
      ${this.members ? html`<div class="setting-buttons">${this.#ending(this.members)}</div>` : nothing}
    </section>`;
  }

  /** Who is alone in a ledger owns it, and has nobody to leave it to. */
  #ending({ length }: readonly Member[]): TemplateResult {
    return length === 1
      ? html`<button type="button" class="button button-danger" @click=${this.#delete}>${say("ledgers.delete")}</button>`
      : html`<button type="button" class="button button-quiet" @click=${this.#leave}>${say("ledgers.leave")}</button>`;
  }

  #remove({ id, name }: Member): void {
    if (confirm(say("sharing.remove_sure", { name, ledger: this.house.store.ledger.name }))) void this.#change((people) => people.remove(id));
  }

  readonly #leave = async (): Promise<void> => {
    if (confirm(say("ledgers.leave_sure", { ledger: this.house.store.ledger.name }))) await this.#end((people) => people.leave());
  };

  /** Nobody deletes years of entries by two taps. */
  readonly #delete = async (): Promise<void> => {
    const { name } = this.house.store.ledger;
    const typed = prompt(say("ledgers.delete_sure", { ledger: name }));
    if (typed?.trim() === name.trim()) await this.#end((people) => people.delete());
    else if (typed !== null) this.problem = say("ledgers.delete_other");
  };

  /** What is recorded here is sent first; what cannot be sent stays and is offered as a file. */
  async #end(end: (people: People) => Promise<void>): Promise<void> {
    const { store } = this.house;
    this.problem = "";
    try {
      await store.sync();
      await end(openPeople(store.ledger.id));
      await this.house.askAnew();
    } catch (error) {
      this.problem = sentenceOf(error);
    }
  }

  async #change(change: (people: People) => Promise<readonly Member[]>): Promise<void> {
    const { ledger } = this.house.store;
    this.problem = "";
    try {
      this.members = await change(openPeople(ledger.id));
    } catch (error) {
      this.problem = sentenceOf(error);
      this.members = [...(this.members ?? [])];
    }
    const own = this.members.find(({ id }) => id === this.house.person.id);
    if (own?.role !== ledger.role) await this.house.askAnew();
  }

  readonly #synced = (): void => {
    if (this.house.store.state.phase === "synced") void this.#ask();
  };

  async #ask(): Promise<void> {
    const ledger = this.#ledger;
    try {
      const members = await openPeople(ledger).members();
      if (ledger !== this.#ledger) return;
      this.members = members;
      this.unknown = "";
    } catch (error) {
      this.unknown = this.members ? "" : `${say("sharing.unknown")} ${sentenceOf(error)}`;
    }
  }
}

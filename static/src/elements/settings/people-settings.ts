/** Who shares the ledger and what each may do; an owner invites somebody. Known by the server alone. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { say } from "../../lib/say";
import type { Member } from "../../sync/people";
import type { House } from "../parts/house";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { sentenceOf } from "../parts/problem";

@customElement("people-settings")
export class PeopleSettings extends Light {
  @property({ attribute: false }) house!: House;
  @state() private members: readonly Member[] | null = null;
  @state() private problem = "";

  override connectedCallback(): void {
    super.connectedCallback();
    this.house.store.addEventListener("state", this.#synced);
    void this.#ask();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.house.store.removeEventListener("state", this.#synced);
  }

  protected override render(): TemplateResult {
    const { role } = this.house.store.ledger;
    return html`<section class="card setting" aria-labelledby="people-title">
      <h2 id="people-title">${icon("people")}${say("sharing.shared")}</h2>
      ${this.members ? html`<ul class="people">${this.members.map((member) => this.#member(member))}</ul>` : nothing}
      ${this.problem ? html`<p class="offline-note">${icon("cloud_off")}${this.problem}</p>` : nothing}
      ${role === "owner" ? html`<invite-form .house=${this.house}></invite-form>` : nothing}
    </section>`;
  }

  #member({ name, role }: Member): TemplateResult {
    const own = name === this.house.person.name;
    return html`<li><span class="person-name" dir="auto">${name}</span>${own ? html`<span class="muted">${say("sharing.you")}</span>` : nothing}
      <span class="person-role">${say(`sharing.role_${role}`)}</span></li>`;
  }

  readonly #synced = (): void => {
    if (this.house.store.state.phase === "synced") void this.#ask();
  };

  async #ask(): Promise<void> {
    try {
      this.members = await this.house.people.members();
      this.problem = "";
    } catch (error) {
      this.problem = this.members ? "" : unknownWhile(error);
    }
  }
}

function unknownWhile(error: unknown): string {
  return `${say("sharing.unknown")} ${sentenceOf(error)}`;
}

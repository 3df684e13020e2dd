/** Inviting somebody: what they may do, then a link that is shown once, to be copied or shared. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { say } from "../../lib/say";
import { type Invitation, openPeople, type Role } from "../../sync/people";
import type { House } from "../parts/house";
import { Light } from "../parts/light";
import { sentenceOf } from "../parts/problem";

const ROLES: readonly Role[] = ["editor", "viewer", "owner"];

@customElement("invite-form")
export class InviteForm extends Light {
  @property({ attribute: false }) house!: House;
  @state() private chosen: Role = "editor";
  @state() private invitation: Invitation | null = null;
  @state() private asking = false;
  @state() private told = "";
  @state() private problem = "";

  protected override render(): TemplateResult {
    return html`<div class="invite">
      <h3>${say("sharing.invite")}</h3>
      <div class="roles" role="group" aria-label=${say("sharing.may")}>${ROLES.map((role) => this.#role(role))}</div>
      <p class="muted">${say(`sharing.may_${this.chosen}`)}</p>
      ${this.invitation ? this.#link(this.invitation) : html`<button type="button" class="button" ?disabled=${this.asking} @click=${this.#invite}>${say("sharing.make_link")}</button>`}
      ${this.problem ? html`<p class="field-error" role="alert">${this.problem}</p>` : nothing}
      <p role="status" class="muted told">${this.told}</p>
    </div>`;
  }

  #role(role: Role): TemplateResult {
    return html`<button type="button" class="chip" aria-pressed=${role === this.chosen} @click=${() => this.#choose(role)}>${say(`sharing.role_${role}`)}</button>`;
  }

  #link({ link, expires }: Invitation): TemplateResult {
    return html`<input class="invite-link" readonly dir="ltr" aria-label=${say("sharing.link")} .value=${link} @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()}>
      <p>${say("sharing.link_words", { time: this.#time(expires) })}</p>
      <div class="setting-buttons">
        <button type="button" class="button" @click=${() => this.#copy(link)}>${say("sharing.copy")}</button>
        ${"share" in navigator ? html`<button type="button" class="button button-quiet" @click=${() => this.#share(link)}>${say("sharing.share")}</button>` : nothing}
      </div>`;
  }

  #choose(role: Role): void {
    if (role !== this.chosen) this.invitation = null;
    this.chosen = role;
    this.told = this.problem = "";
  }

  readonly #invite = async (): Promise<void> => {
    this.asking = true;
    this.problem = "";
    try {
      this.invitation = await openPeople(this.house.store.ledger.id).invite(this.chosen);
    } catch (error) {
      this.problem = sentenceOf(error);
    }
    this.asking = false;
  };

  async #copy(link: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(link);
      this.told = say("sharing.copied");
    } catch {
      this.told = say("sharing.copy_by_hand");
      this.querySelector<HTMLInputElement>(".invite-link")?.focus();
    }
  }

  async #share(url: string): Promise<void> {
    const text = say("sharing.share_words", { ledger: this.house.store.ledger.name });
    await navigator.share({ title: say("app.name"), text, url }).catch(() => undefined);
  }

  #time(at: number): string {
    const form = { weekday: "long", day: "numeric", month: "long", hour: "numeric", minute: "2-digit" } as const;
    return new Intl.DateTimeFormat(this.house.locale, form).format(at);
  }
}

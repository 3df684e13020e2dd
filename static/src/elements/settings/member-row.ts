/** One member of the ledger; to an owner with a choice of role and removal. Tells "role-change" and "member-remove". */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import { say } from "../../lib/say";
import type { Member, Role } from "../../sync/people";
import { Light } from "../parts/light";

const ROLES: readonly Role[] = ["owner", "editor", "viewer"];

@customElement("member-row")
export class MemberRow extends Light {
  @property({ attribute: false }) member!: Member;
  /** Whether it is the person who looks. */
  @property({ type: Boolean }) own = false;
  /** Whether the person who looks owns the ledger. */
  @property({ type: Boolean }) changeable = false;

  protected override render(): TemplateResult {
    const { name, role } = this.member;
    return html`<span class="person-name" dir="auto">${name}</span>${this.own ? html`<span class="muted">${say("sharing.you")}</span>` : nothing}
      <span class="person-role">${this.changeable ? this.#choice() : say(`sharing.role_${role}`)}</span>
      ${this.changeable && !this.own ? html`<button type="button" class="button-plain" aria-label=${say("sharing.remove_named", { name })}
        @click=${() => this.tell("member-remove", this.member)}>${say("sharing.remove")}</button>` : nothing}`;
  }

  #choice(): TemplateResult {
    const { name, role } = this.member;
    return html`<select class="role-choice" aria-label=${say("sharing.role_of", { name })}
      @change=${(event: Event) => this.tell("role-change", (event.target as HTMLSelectElement).value)}>
      ${ROLES.map((one) => html`<option value=${one} .selected=${one === role}>${say(`sharing.role_${one}`)}</option>`)}</select>`;
  }
}

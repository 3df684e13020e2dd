/** A ledger to be made: its name, currency and time zone; tells "ledger-made" with its id when the server has it. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { newId } from "../../lib/ids";
import { say } from "../../lib/say";
import { createLedger } from "../../sync/people";
import { Light } from "../parts/light";
import { sentenceOf } from "../parts/problem";
import { currencies, timeZones } from "./places";

@customElement("new-ledger")
export class NewLedger extends Light {
  /** Proposed, or null where nothing is known. */
  @property() currency: string | null = null;
  @property({ attribute: "time-zone" }) timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  @property() locale = "en";
  @state() private name = "";
  @state() private asking = false;
  @state() private problem = "";
  /** One ledger comes of this form, however often it is sent. */
  #id = newId();

  protected override render(): TemplateResult {
    return html`<form class="new-ledger" @submit=${this.#make}>
      <p class="muted">${say("ledgers.new_words")}</p>
      <div class="fields">
        <text-field label=${say("ledger.name")} placeholder=${say("ledgers.example")} .value=${this.name} @text-change=${(event: CustomEvent<string>) => (this.name = event.detail)}></text-field>
        <choice-field label=${say("ledger.currency")} empty=${say("slot.choose")} .value=${this.currency} .choices=${currencies(this.locale)}
          @choice=${(event: CustomEvent<string>) => (this.currency = event.detail)}></choice-field>
        <choice-field label=${say("ledger.time_zone")} .value=${this.timeZone} .choices=${timeZones(this.timeZone)}
          @choice=${(event: CustomEvent<string>) => (this.timeZone = event.detail)}></choice-field>
      </div>
      ${this.problem ? html`<p class="field-error" role="alert">${this.problem}</p>` : nothing}
      <button class="button" ?disabled=${this.asking}>${say("ledgers.make")}</button>
    </form>`;
  }

  readonly #make = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const name = this.name.trim();
    const { currency } = this;
    this.problem = name === "" ? say("ledgers.unnamed") : currency === null ? say("ledgers.no_currency") : "";
    if (name === "" || currency === null || this.asking) return;
    this.asking = true;
    try {
      await createLedger({ id: this.#id, name, currency, time_zone: this.timeZone });
      this.tell("ledger-made", this.#id);
      this.#id = newId();
      this.name = "";
    } catch (error) {
      this.problem = sentenceOf(error);
    }
    this.asking = false;
  };
}

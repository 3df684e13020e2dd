/** Recordings that wait for the server's ear; tells "heard" once the server has listened to one, which stays kept. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { say } from "../../lib/say";
import type { Hypothesis } from "../../ledger/reading";
import type { Utterance } from "../../sync/utterances";
import type { House } from "../parts/house";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { Live } from "../parts/live";
import { sentenceOf } from "../parts/problem";
import { sayCount } from "../parts/wording";

/** What the server heard in a kept recording. */
export interface HeardRecording {
  readonly recording: string;
  readonly heard: Hypothesis;
}

@customElement("kept-recordings")
export class KeptRecordings extends Light {
  @property({ attribute: false }) house!: House;
  @state() private problem = "";
  readonly #kept = new Live(this, () => this.house.store, () => this.house.utterances.list(this.house.store.ledger.id), "state");

  protected override render(): TemplateResult | typeof nothing {
    const [first] = this.#kept.value ?? [];
    if (!first) return nothing;
    return html`<section class="card kept" aria-label=${say("kept.title")}>
      <p>${icon("microphone")}${sayCount("kept", this.#kept.value?.length ?? 0)}</p>
      ${this.problem ? html`<p class="field-error" role="alert">${this.problem}</p>` : nothing}
      <div class="issue-buttons">
        <button type="button" class="button" @click=${() => void this.#listen(first)}>${say("kept.listen")}</button>
        <button type="button" class="button button-danger" @click=${() => void this.#drop(first)}>${say("kept.drop")}</button>
      </div>
    </section>`;
  }

  async #listen(utterance: Utterance): Promise<void> {
    try {
      this.problem = "";
      const heard = await this.house.utterances.transcribe(utterance);
      this.tell("heard", { recording: utterance.id, heard } satisfies HeardRecording);
    } catch (error) {
      this.problem = sentenceOf(error);
    }
  }

  async #drop(utterance: Utterance): Promise<void> {
    this.problem = "";
    await this.house.utterances.delete(utterance.id);
    await this.#kept.refresh();
  }
}

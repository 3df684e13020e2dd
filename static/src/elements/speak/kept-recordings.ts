/** Recordings that wait for the server's ear, read to it as soon as it can be reached; tells "heard" with one to draft from. */

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import type { Hypothesis } from "../../ledger/reading";
import { say } from "../../lib/say";
import { Refused } from "../../sync/errors";
import type { Utterance } from "../../sync/utterances";
import type { House } from "../parts/house";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { Live } from "../parts/live";
import { sentenceOf } from "../parts/problem";
import { sayCount } from "../parts/wording";
import type { KeptSound } from "./kept_sound";

/** What the server heard in a kept recording. */
export interface HeardRecording {
  readonly kept: KeptSound;
  readonly heard: Hypothesis;
}

@customElement("kept-recordings")
export class KeptRecordings extends Light {
  @property({ attribute: false }) house!: House;
  /** Nobody speaks: only then is anything asked of the network. */
  @property({ type: Boolean }) resting = false;
  @state() private problem = "";
  @state() private heard: ReadonlyMap<string, Hypothesis> = new Map();
  /** The recording that was offered to the server by itself, so that it is offered once. */
  #offered = "";
  #again: ReturnType<typeof setTimeout> | undefined;
  readonly #kept = new Live(this, () => this.house.store, () => this.house.utterances.list(this.house.store.ledger.id), "state");

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#again);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("resting") && this.resting) void this.#kept.refresh();
    void this.#offer();
  }

  protected override render(): TemplateResult | typeof nothing {
    const [first] = this.#kept.value ?? [];
    if (!first) return nothing;
    return html`<section class="card kept" aria-label=${say("kept.title")}>
      <p>${icon("microphone")}${sayCount("kept", this.#kept.value?.length ?? 0)}</p>
      ${this.#first(first)}
      ${this.problem ? html`<p class="field-error" role="alert">${this.problem}</p>` : nothing}
      <div class="issue-buttons">
        <button type="button" class="button" @click=${() => void this.#listen(first)}>${say("kept.listen")}</button>
        <button type="button" class="button button-danger" @click=${() => void this.#drop(first)}>${say("kept.drop")}</button>
      </div>
    </section>`;
  }

  #first({ id, at }: Utterance): TemplateResult {
    const spoken = new Intl.DateTimeFormat(this.house.locale, { dateStyle: "medium", timeStyle: "short" }).format(at);
    const heard = this.heard.get(id);
    const words = heard && (heard.transcript ? say("kept.heard", { words: heard.transcript }) : say("kept.nothing"));
    return html`<p class="note">${say((this.#kept.value?.length ?? 0) > 1 ? "kept.oldest" : "kept.spoken", { time: spoken })} ${words ?? nothing}</p>`;
  }

  async #listen(utterance: Utterance): Promise<void> {
    try {
      this.problem = "";
      const heard = await this.#hear(utterance);
      const drop = (): Promise<void> => this.house.utterances.delete(utterance.id);
      if (heard.transcript) this.tell("heard", { kept: { id: utterance.id, drop }, heard } satisfies HeardRecording);
    } catch (error) {
      this.problem = sentenceOf(error);
    }
  }

  /** Once the server answers: let it listen without being asked, so that the words are there when the person is. */
  async #offer(): Promise<void> {
    const [first] = this.#kept.value ?? [];
    if (!first || !this.resting || this.house.store.state.phase !== "synced" || this.#offered === first.id) return;
    this.#offered = first.id;
    await this.#hear(first).catch((error: unknown) => this.#wait(error));
  }

  /** A busy server names the time to come again. */
  #wait(error: unknown): void {
    if (!(error instanceof Refused) || error.retryAfter === null) return;
    this.#again = setTimeout(() => {
      this.#offered = "";
      this.requestUpdate();
    }, 1000 * error.retryAfter);
  }

  async #hear(utterance: Utterance): Promise<Hypothesis> {
    const heard = this.heard.get(utterance.id) ?? (await this.house.utterances.transcribe(utterance));
    this.heard = new Map([...this.heard, [utterance.id, heard]]);
    return heard;
  }

  async #drop(utterance: Utterance): Promise<void> {
    this.problem = await this.house.utterances.delete(utterance.id).then(() => "", sentenceOf);
    await this.#kept.refresh();
  }
}

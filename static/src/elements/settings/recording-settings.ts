/** Whether the server keeps the recordings it listens to, and those it keeps: played and deleted here. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";

import { say } from "../../lib/say";
import { type Keeping, type KeptRecording, openRecordings } from "../../sync/recordings";
import type { House } from "../parts/house";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { sentenceOf } from "../parts/problem";

const FEW = 8;

@customElement("recording-settings")
export class RecordingSettings extends Light {
  @property({ attribute: false }) house!: House;
  @state() private here: Keeping | null = null;
  /** Asked whether to delete what is kept. */
  @state() private unsure = false;
  @state() private all = false;
  @state() private problem = "";
  readonly #door = openRecordings();

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#ask(() => this.#door.all());
  }

  protected override render(): TemplateResult {
    return html`<section class="card setting" aria-labelledby="recordings-title">
      <h2 id="recordings-title">${icon("microphone")}${say("recordings.title")}</h2>
      ${this.here ? this.#choice(this.here) : html`<p class="muted">${say("recordings.off")}</p>`}
      ${this.here?.keeping ? this.#recordings(this.here.recordings) : nothing}
      ${this.problem ? html`<p class="offline-note" role="status">${icon("cloud_off")}${this.problem}</p>` : nothing}
    </section>`;
  }

  #choice({ keeping, most }: Keeping): TemplateResult {
    return html`<label class="switch"><input type="checkbox" .checked=${keeping} @change=${this.#chosen}>
        <span>${say("recordings.keep")}</span></label>
      <p class="muted">${keeping ? say("recordings.on", { minutes: Math.round(most / 60) }) : say("recordings.off")}</p>
      ${this.unsure ? this.#question() : nothing}`;
  }

  #question(): TemplateResult {
    return html`<p role="alert">${say("recordings.sure")}</p>
      <div class="issue-buttons">
        <button type="button" class="button button-danger" @click=${() => void this.#stop()}>${say("recordings.stop")}</button>
        <button type="button" class="button" @click=${() => (this.unsure = false)}>${say("recordings.go_on")}</button>
      </div>`;
  }

  #recordings(recordings: readonly KeptRecording[]): TemplateResult {
    if (recordings.length === 0) return html`<p class="muted">${say("recordings.none")}</p>`;
    const shown = this.all ? recordings : recordings.slice(0, FEW);
    return html`<ul class="recordings">${repeat(shown, ({ id }) => id, (recording) => this.#recording(recording))}</ul>
      ${shown.length < recordings.length ? html`<button type="button" class="button-plain" @click=${() => (this.all = true)}>${say("recordings.more", { count: recordings.length })}</button>` : nothing}`;
  }

  #recording({ id, at, words, address }: KeptRecording): TemplateResult {
    const time = new Intl.DateTimeFormat(this.house.locale, { dateStyle: "medium", timeStyle: "short" }).format(at);
    return html`<li>
      <p><span class="muted">${time}</span> ${words ? html`<bdi>“${words}”</bdi>` : say("recordings.nothing_heard")}</p>
      <audio controls preload="none" src=${address} aria-label=${say("recordings.play", { time })}></audio>
      <button type="button" class="button-plain" aria-label=${say("recordings.delete_named", { time })}
        @click=${() => void this.#ask(() => this.#door.drop(id))}>${say("recordings.delete")}</button>
    </li>`;
  }

  readonly #chosen = (event: Event): void => {
    const box = event.target as HTMLInputElement;
    if (box.checked) return void this.#ask(() => this.#door.keep());
    if (this.here?.recordings.length === 0) return void this.#stop();
    box.checked = true;
    this.unsure = true;
  };

  async #stop(): Promise<void> {
    this.unsure = false;
    await this.#ask(() => this.#door.stop());
  }

  async #ask(act: () => Promise<Keeping>): Promise<void> {
    try {
      this.here = await act();
      this.problem = "";
    } catch (error) {
      this.problem = sentenceOf(error);
      this.requestUpdate();
    }
  }
}

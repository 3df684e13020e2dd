/** Home: talk, see the draft, save it. */

import { html, nothing, type LitElement, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import type { Draft } from "../../ledger/types";
import { say } from "../../lib/say";
import { NO_NAMES, readNames } from "../parts/accounts";
import type { House } from "../parts/house";
import { Light } from "../parts/light";
import { Live } from "../parts/live";
import { sentenceOf } from "../parts/problem";
import { sayCount } from "../parts/wording";
import { Conversation } from "./conversation";
import type { HeardRecording } from "./kept-recordings";

@customElement("speak-screen")
export class SpeakScreen extends Light {
  @property({ attribute: false }) house!: House;
  /** Start listening at once. */
  @property({ type: Boolean }) listen = false;
  @state() private saved: readonly string[] = [];
  @state() private problem = "";
  /** How often something was saved: each save starts the undo bar anew. */
  private saves = 0;
  readonly #names = new Live(this, () => this.house.store, () => readNames(this.house.store));
  readonly #talk = new Conversation(this, () => this.house);

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("listen") && this.listen) void this.#listenIfAllowed();
  }

  protected override render(): TemplateResult {
    return html`<div class="speak" @keydown=${this.#key}>
      ${this.#talk.turn.kind === "drafts" ? this.#drafts() : this.#stage()}
      <div class="speak-below">
        ${this.#talk.turn.kind === "drafts" ? nothing : this.#recordings()}
        <standing-line .store=${this.house.store}></standing-line>
        <today-entries .house=${this.house}></today-entries>
      </div>
      <undo-bar .message=${this.saved.length > 0 ? sayCount("saved", this.saved.length) : ""} .turn=${this.saves}
        @undo=${this.#undo} @undo-over=${() => (this.saved = [])}></undo-bar>
    </div>`;
  }

  #stage(): TemplateResult {
    if (this.house.store.ledger.role === "viewer") return html`<p class="empty">${say("viewer")}</p>`;
    return html`<talk-stage .house=${this.house} .turn=${this.#talk.turn} .level=${this.#talk.level} .typed=${this.#talk.typed} .names=${this.#spokenNames()}
      @mic-start=${() => void this.#talk.listen()} @mic-stop=${() => this.#talk.stop()} @talk-cancel=${() => this.#talk.cancel()}
      @typed=${(event: CustomEvent<string>) => void this.#talk.type(event.detail)}></talk-stage>`;
  }

  #recordings(): TemplateResult {
    return html`<kept-recordings .house=${this.house}
      @heard=${({ detail }: CustomEvent<HeardRecording>) => void this.#talk.take(detail.heard, detail.recording)}></kept-recordings>`;
  }

  #drafts(): TemplateResult | typeof nothing {
    const { turn } = this.#talk;
    if (turn.kind !== "drafts") return nothing;
    const { accounts, payees } = this.#names.value ?? NO_NAMES;
    return html`<draft-sheet .words=${turn.words} .forms=${turn.forms} .accounts=${[...accounts.values()]} .problem=${this.problem}
      .payees=${[...payees.values()].map(({ name }) => name)} .today=${this.house.clock.today()} .locale=${this.house.locale}
      @drafts-save=${(event: CustomEvent<readonly Draft[]>) => void this.#save(event.detail)} @drafts-cancel=${this.#cancel}></draft-sheet>`;
  }

  #spokenNames(): readonly string[] {
    const { accounts, payees } = this.#names.value ?? NO_NAMES;
    return [...payees.values(), ...accounts.values()].map(({ name }) => name);
  }

  async #save(drafts: readonly Draft[]): Promise<void> {
    try {
      this.problem = "";
      this.saved = await this.#talk.save(drafts);
      this.saves += 1;
      await this.#toMicrophone();
    } catch (error) {
      this.problem = sentenceOf(error);
    }
  }

  /** Asked for by the address: only where the microphone was allowed before, so that nobody is surprised. */
  async #listenIfAllowed(): Promise<void> {
    this.tell("go", { address: "/", replace: true });
    const state = await navigator.permissions?.query({ name: "microphone" }).catch(() => null);
    if (state?.state === "granted") await this.#talk.listen();
  }

  readonly #undo = async (): Promise<void> => {
    const ids = this.saved;
    this.saved = [];
    await Promise.all(ids.map((id) => this.house.store.remove(id)));
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && this.#talk.turn.kind !== "idle") this.#cancel();
  };

  readonly #cancel = (): void => {
    this.#talk.cancel();
    void this.#toMicrophone();
  };

  /** The keyboard waits at the microphone for the next sentence. */
  async #toMicrophone(): Promise<void> {
    await this.updateComplete;
    await this.querySelector<LitElement>("talk-stage")?.updateComplete;
    this.querySelector<HTMLElement>("mic-button")?.focus({ preventScroll: true });
  }
}

/** Home: talk, see the draft, save it. */

import { html, nothing, type LitElement, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import type { Draft } from "../../ledger/types";
import { NO_NAMES, readNames } from "../parts/accounts";
import type { House } from "../parts/house";
import { Light } from "../parts/light";
import { Live } from "../parts/live";
import { Answering } from "./answering";
import { listenIfAllowed, openShared } from "./arriving";
import { Conversation } from "./conversation";
import type { AmendCard } from "./amend-card";
import type { Amendment } from "./amendment";
import type { DraftSheet } from "./draft-sheet";
import type { HeardRecording } from "./kept-recordings";
import { Saving } from "./saving";
import type { SharedSound } from "./shared_sounds";
import { isHeard } from "./turn";

@customElement("speak-screen")
export class SpeakScreen extends Light {
  @property({ attribute: false }) house!: House;
  /** Start listening at once. */
  @property({ type: Boolean }) listen = false;
  /** Another app has just shared a sound file. */
  @property({ type: Boolean }) shared = false;
  readonly #names = new Live(this, () => this.house.store, () => readNames(this.house.store));
  readonly #talk = new Conversation(this, () => this.house);
  readonly #saving = new Saving(this, () => this.house, this.#talk);
  readonly #answers = new Answering(this, () => this.house, this.#talk, {
    yes: () => this.#card()?.save() ?? false,
    no: () => this.#cancel(),
    undo: () => void this.#saving.undo(),
    other: (heard) => this.#talk.follow(heard, this.#card()?.current ?? []),
  });

  protected override updated(changed: PropertyValues<this>): void {
    const arrival = changed.has("listen") && this.listen ? listenIfAllowed : changed.has("shared") && this.shared ? openShared : null;
    if (!arrival) return;
    this.tell("go", { address: "/", replace: true });
    void arrival(this.#talk, this.house);
  }

  protected override render(): TemplateResult {
    return html`<div class="speak" @keydown=${this.#key} @answer-hush=${this.#hush}>
      ${this.house.otherLedgers.length > 0 ? html`<ledger-choice .house=${this.house}></ledger-choice>` : nothing}${this.#talk.turn.kind === "drafts" ? this.#drafts() : this.#stage()}
      <div class="speak-below">
        ${this.#talk.turn.kind === "drafts" ? nothing : this.#sounds()}
        <standing-line .store=${this.house.store}></standing-line><week-digest .house=${this.house} .resting=${!isHeard(this.#talk.turn)}></week-digest><today-entries .house=${this.house}></today-entries>
      </div>
      <undo-bar .message=${this.#saving.message} .failed=${this.#saving.failed} .turn=${this.#saving.times}
        @undo=${() => void this.#saving.undo()} @undo-over=${() => this.#saving.over()}></undo-bar>
    </div>`;
  }

  #stage(): TemplateResult {
    return html`<div class="talk"><talk-stage .house=${this.house} .turn=${this.#talk.turn} .level=${this.#talk.level} .typed=${this.#talk.typed} .problem=${this.#saving.problem}
      @amend-save=${(event: CustomEvent<Amendment>) => void this.#keep((saving) => saving.amend(event.detail))}
      @mic-start=${() => void this.#talk.listen()} @mic-hold=${() => this.#talk.hold()} @mic-stop=${() => this.#talk.stop()} @talk-cancel=${() => this.#talk.cancel()}
      @typed=${(event: CustomEvent<string>) => void this.#talk.type(event.detail)}
      @sound-file=${(event: CustomEvent<Blob>) => void this.#talk.open(event.detail, null)}></talk-stage>
      ${["idle", "amend"].includes(this.#talk.turn.kind) ? this.#answerLine() : nothing}</div>`;
  }

  /** Sounds that wait: recordings for the server, files that other apps shared. */
  #sounds(): TemplateResult {
    return html`<kept-recordings .house=${this.house} .resting=${!isHeard(this.#talk.turn)}
        @heard=${({ detail }: CustomEvent<HeardRecording>) => void this.#talk.take(detail.heard, detail.kept)}></kept-recordings>
      <shared-sounds .house=${this.house} .turn=${this.#talk.turn.kind}
        @shared-sound=${({ detail }: CustomEvent<SharedSound>) => void this.#talk.open(detail.file, detail)}></shared-sounds>`;
  }

  #drafts(): TemplateResult | typeof nothing {
    const { turn } = this.#talk;
    if (turn.kind !== "drafts") return nothing;
    const { accounts, payees } = this.#names.value ?? NO_NAMES;
    return html`<div class="drafts" @pointerdown=${this.#hush} @keydown=${this.#hush} @input=${this.#hush}>
      <draft-sheet .words=${turn.words} .forms=${turn.forms} .accounts=${[...accounts.values()]} .problem=${this.#saving.problem}
        .payees=${[...payees.values()].map(({ name }) => name)} .today=${this.house.clock.today()} .locale=${this.house.locale}
        @drafts-save=${(event: CustomEvent<readonly Draft[]>) => void this.#keep((saving) => saving.save(event.detail))} @drafts-cancel=${this.#cancel}></draft-sheet>
      ${this.#answerLine()}</div>`;
  }

  #answerLine(): TemplateResult {
    return html`<answer-line .asked=${this.#answers.asked} .level=${this.#answers.level} .unheard=${this.#answers.unheard}></answer-line>`;
  }

  async #keep(keep: (saving: Saving) => Promise<boolean>): Promise<void> {
    const { spokenHere } = this.#talk;
    this.#answers.hush();
    if (!(await keep(this.#saving))) return;
    if (spokenHere) void this.#answers.ask("saved");
    await this.#toMicrophone();
  }

  readonly #card = (): DraftSheet | AmendCard | null => this.querySelector("draft-sheet, amend-card");
  readonly #key = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && this.#talk.turn.kind !== "idle") this.#cancel();
  };

  /** Not at a press on Save: what goes away then would move the button from under the finger. */
  readonly #hush = ({ target }: Event): void => void ((target as Element).closest(".button-save") ?? this.#answers.hush());

  readonly #cancel = (): void => {
    this.#answers.hush();
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

/** One spoken or typed entry from the first sound to the undo bar: what the speak screen shows is its `turn`. */

import type { ReactiveController, ReactiveControllerHost } from "lit";

import type { Hypothesis } from "../../ledger/reading";
import type { Draft, Origin } from "../../ledger/types";
import type { EarTrouble, Listening } from "../../voice/ear";
import type { House } from "../parts/house";
import type { DraftForm } from "./draft_form";
import { interpret, readSurroundings, type Interpretation, type Surroundings } from "./interpret";
import { hearOnServer } from "./server_ear";

export type Turn =
  | { readonly kind: "idle" }
  | { readonly kind: "listening"; readonly words: string; readonly preview: readonly DraftForm[] }
  | { readonly kind: "finishing"; readonly words: string }
  | { readonly kind: "drafts"; readonly words: string; readonly forms: readonly DraftForm[] }
  | { readonly kind: "refused"; readonly words: string; readonly reason: string }
  | { readonly kind: "trouble"; readonly trouble: EarTrouble | "failed" }
  | { readonly kind: "kept" };

const IDLE: Turn = { kind: "idle" };

export class Conversation implements ReactiveController {
  turn: Turn = IDLE;
  /** Loudness of the microphone, 0…1. */
  level = 0;
  #listening: Listening | null = null;
  #around: Surroundings | null = null;
  /** Grows with each sentence, so that a late answer to an earlier one is dropped. */
  #sentence = 0;

  constructor(private readonly host: ReactiveControllerHost, private readonly house: () => House) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.cancel();
  }

  async listen(): Promise<void> {
    if (this.#listening) return;
    const sentence = this.#begin({ kind: "listening", words: "", preview: [] });
    this.house().store.hold();
    try {
      const ear = await this.house().ear();
      const listening = await ear.listen({
        partial: (words) => void this.#partial(sentence, words),
        level: (level) => this.#show(this.turn, level),
        final: (heard, wav) => void this.#final(sentence, heard, wav).catch(() => this.#end({ kind: "trouble", trouble: "failed" })),
        trouble: (trouble) => this.#end({ kind: "trouble", trouble }),
      });
      if (sentence === this.#sentence && this.turn.kind === "listening") this.#listening = listening;
      else listening.cancel();
    } catch {
      this.#end({ kind: "trouble", trouble: "failed" });
    }
  }

  /** End the sentence and take what was said. */
  stop(): void {
    if (this.turn.kind !== "listening") return;
    this.#show({ kind: "finishing", words: this.turn.words });
    this.#listening?.stop();
  }

  /** Forget what was said and what was drafted. */
  cancel(): void {
    this.#sentence += 1;
    this.#listening?.cancel();
    this.#end(IDLE);
  }

  /** Read typed words as spoken ones are read. */
  async type(text: string): Promise<void> {
    const transcript = text.trim();
    if (transcript) await this.#read(this.#begin(this.turn), { transcript, words: [], alternatives: [] }, "typed");
  }

  /** Take words that the server heard in a recording that was kept. */
  async take(heard: Hypothesis): Promise<void> {
    await this.#read(this.#begin({ kind: "finishing", words: heard.transcript }), heard, "spoken");
  }

  /** Save drafts on this phone; their ids when they are on the disk. */
  async save(drafts: readonly Draft[]): Promise<readonly string[]> {
    const ids: string[] = [];
    for (const draft of drafts) ids.push(await this.house().store.record(draft));
    this.#show(IDLE);
    return ids;
  }

  #begin(turn: Turn): number {
    this.#show(turn);
    this.#around = null;
    return ++this.#sentence;
  }

  async #partial(sentence: number, words: string): Promise<void> {
    if (sentence !== this.#sentence || this.turn.kind !== "listening") return;
    this.#show({ ...this.turn, words });
    const { forms } = await this.#interpret({ transcript: words, words: [], alternatives: [] }, "spoken");
    if (sentence !== this.#sentence || this.turn.kind !== "listening" || this.turn.words !== words) return;
    this.#show({ ...this.turn, preview: forms });
  }

  async #final(sentence: number, heard: Hypothesis | null, wav: Blob | null): Promise<void> {
    if (sentence !== this.#sentence) return;
    this.#listening = null;
    const hypothesis = heard ?? (wav ? await hearOnServer(this.house(), wav) : null);
    if (hypothesis) await this.#read(sentence, hypothesis, "spoken");
    else this.#end(wav ? { kind: "kept" } : { kind: "trouble", trouble: "nothing_heard" });
  }

  async #read(sentence: number, heard: Hypothesis, how: Origin["how"]): Promise<void> {
    const { reading, forms } = await this.#interpret(heard, how);
    if (sentence !== this.#sentence) return;
    const words = heard.transcript;
    this.#end(forms.length > 0 ? { kind: "drafts", words, forms } : { kind: "refused", words, reason: reading.reason ?? reading.action });
  }

  async #interpret(heard: Hypothesis, how: Origin["how"]): Promise<Interpretation> {
    this.#around ??= await readSurroundings(this.house());
    return interpret(this.house(), this.#around, heard, how);
  }

  /** The syncer goes on once the turn is drawn. */
  #end(turn: Turn): void {
    this.#listening = null;
    this.#show(turn);
    void this.host.updateComplete.then(() => this.house().store.release());
  }

  #show(turn: Turn, level = 0): void {
    this.turn = turn;
    this.level = level;
    this.host.requestUpdate();
  }
}

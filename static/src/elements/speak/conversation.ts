/** One spoken or typed entry from the first sound to the undo bar: what the speak screen shows is its `turn`. */

import type { ReactiveController, ReactiveControllerHost } from "lit";

import type { Hypothesis } from "../../ledger/reading";
import type { Draft, Origin } from "../../ledger/types";
import type { Ear, EarTrouble, Listening } from "../../voice/ear";
import type { House } from "../parts/house";
import { sentenceOf } from "../parts/problem";
import type { DraftForm } from "./draft_form";
import { interpret, readSurroundings, type Interpretation, type Surroundings } from "./interpret";
import { hearOnServer } from "./server_ear";

export type Turn =
  | { readonly kind: "idle" }
  | { readonly kind: "listening"; readonly words: string; readonly preview: readonly DraftForm[] }
  | { readonly kind: "finishing"; readonly words: string; readonly ear?: "server" }
  | { readonly kind: "drafts"; readonly words: string; readonly forms: readonly DraftForm[] }
  | { readonly kind: "refused"; readonly words: string; readonly reason: string }
  | { readonly kind: "trouble"; readonly trouble: EarTrouble }
  | { readonly kind: "failed"; readonly sentence: string }
  | { readonly kind: "kept"; readonly why: string };

const IDLE: Turn = { kind: "idle" };
const SILENCE: Hypothesis = { transcript: "", words: [], alternatives: [] };

export class Conversation implements ReactiveController {
  turn: Turn = IDLE;
  /** Loudness of the microphone, 0…1. */
  level = 0;
  /** What was typed and did not become a draft, to be corrected. */
  typed = "";
  #listening: Listening | null = null;
  #around: Surroundings | null = null;
  /** The kept recording that the drafts came from; it is dropped when they are saved. */
  #recording: string | null = null;
  /** Grows with each sentence, so that a late answer to an earlier one is dropped. */
  #sentence = 0;

  constructor(private readonly host: ReactiveControllerHost, private readonly house: () => House) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.cancel();
  }

  async listen(): Promise<void> {
    if (this.turn.kind === "listening") return;
    const sentence = this.#begin({ kind: "listening", words: "", preview: [] });
    this.house().store.hold();
    await this.#attempt(sentence, async () => this.#listenIn(sentence, await this.house().ear()));
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
    this.#recording = null;
    this.#end(IDLE);
  }

  /** Read typed words as spoken ones are read. */
  async type(text: string): Promise<void> {
    const transcript = text.trim();
    if (!transcript) return;
    const sentence = this.#begin({ kind: "finishing", words: transcript });
    this.typed = transcript;
    await this.#attempt(sentence, () => this.#read(sentence, { transcript, words: [], alternatives: [] }, "typed"));
  }

  /** Take words that the server heard in a recording that was kept, by its id. */
  async take(heard: Hypothesis, recording: string): Promise<void> {
    const sentence = this.#begin({ kind: "finishing", words: heard.transcript });
    this.#recording = recording;
    await this.#attempt(sentence, () => this.#read(sentence, heard, "spoken"));
  }

  /** Save drafts on this phone; their ids when they are on the disk. */
  async save(drafts: readonly Draft[]): Promise<readonly string[]> {
    const ids: string[] = [];
    for (const draft of drafts) ids.push(await this.house().store.record(draft));
    if (this.#recording) await this.house().utterances.delete(this.#recording);
    this.typed = "";
    this.#show(IDLE);
    return ids;
  }

  #begin(turn: Turn): number {
    this.#show(turn);
    this.#around = this.#recording = null;
    this.typed = "";
    return ++this.#sentence;
  }

  async #listenIn(sentence: number, ear: Ear): Promise<void> {
    const current = (): boolean => sentence === this.#sentence;
    const listening = await ear.listen({
      partial: (words) => void this.#attempt(sentence, () => this.#partial(sentence, words)),
      level: (level) => current() && this.#show(this.turn, level),
      final: (heard, wav) => void this.#attempt(sentence, () => this.#final(sentence, heard, wav)),
      trouble: (trouble) => current() && this.#end({ kind: "trouble", trouble }),
    });
    if (!current()) return listening.cancel();
    this.#listening = this.turn.kind === "listening" || this.turn.kind === "finishing" ? listening : null;
    if (this.turn.kind === "finishing") listening.stop();
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
    if (!heard && wav) this.#show({ kind: "finishing", words: "", ear: "server" });
    const found = heard ?? (wav ? await hearOnServer(this.house(), wav) : null);
    if (sentence !== this.#sentence) return;
    if (found && "why" in found) this.#end({ kind: "kept", why: found.why });
    else await this.#read(sentence, found ?? SILENCE, "spoken");
  }

  async #read(sentence: number, heard: Hypothesis, how: Origin["how"]): Promise<void> {
    if (heard.transcript === "") return this.#end({ kind: "trouble", trouble: "nothing_heard" });
    const { reading, forms } = await this.#interpret(heard, how);
    if (sentence !== this.#sentence) return;
    const words = heard.transcript;
    this.#end(forms.length > 0 ? { kind: "drafts", words, forms } : { kind: "refused", words, reason: reading.reason ?? reading.action });
  }

  async #interpret(heard: Hypothesis, how: Origin["how"]): Promise<Interpretation> {
    this.#around ??= await readSurroundings(this.house());
    return interpret(this.house(), this.#around, heard, how);
  }

  /** Do a part of a sentence; what goes wrong is told, unless the person has moved on. */
  async #attempt(sentence: number, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (sentence === this.#sentence) this.#end({ kind: "failed", sentence: sentenceOf(error) });
    }
  }

  /** The syncer goes on once the turn is drawn, unless the next sentence has begun by then. */
  #end(turn: Turn): void {
    this.#listening = null;
    this.#show(turn);
    void this.host.updateComplete.then(() => this.turn === turn && this.house().store.release());
  }

  #show(turn: Turn, level = 0): void {
    this.turn = turn;
    this.level = level;
    this.host.requestUpdate();
  }
}

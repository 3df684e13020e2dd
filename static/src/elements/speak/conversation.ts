/** One spoken or typed entry from the first sound to the undo bar: what the speak screen shows is its `turn`. */

import type { ReactiveController, ReactiveControllerHost } from "lit";

import type { Hypothesis } from "../../ledger/reading";
import type { Draft, Origin } from "../../ledger/types";
import type { LedgerStore } from "../../sync/store";
import { afterwards } from "../../voice/choices";
import type { Ear, Listening } from "../../voice/ear";
import { mark } from "../../voice/marks";
import { SoundFileFailed } from "../../voice/sound_file";
import type { House } from "../parts/house";
import { onOtherStore } from "../parts/moved";
import { sentenceOf } from "../parts/problem";
import type { DraftForm } from "./draft_form";
import type { Deed } from "./commands";
import { firstRows, inItsLedger, Interpreter } from "./interpret";
import { hearOnServer } from "./server_ear";
import type { KeptSound } from "./kept_sound";
import { IDLE, sameForms, SILENCE, type Turn } from "./turn";

export class Conversation implements ReactiveController {
  turn: Turn = IDLE;
  /** Loudness of the microphone, 0…1. */
  level = 0;
  /** What was typed and did not become a draft, to be corrected. */
  typed = "";
  /** Hears of what was done at once: "undo", "delete that". */
  did: (deed: Deed) => void = () => undefined;
  #listening: Listening | null = null;
  readonly #interpreter: Interpreter;
  /** Whether the words of this turn came through the microphone just now: an answer may follow there. */
  spokenHere = false;
  /** The kept sound that the drafts came from; it is dropped when they are saved. */
  #kept: KeptSound | null = null;
  /** Grows with each sentence, so that a late answer to an earlier one is dropped. */
  #sentence = 0;

  constructor(private readonly host: ReactiveControllerHost, private readonly house: () => House) {
    host.addController(this);
    this.#interpreter = new Interpreter(house);
    onOtherStore(host, () => house().store, (before) => void this.#moved(before));
  }

  hostDisconnected = (): void => this.cancel();

  async listen(): Promise<void> {
    if (this.turn.kind === "listening") return;
    const sentence = this.#begin({ kind: "listening", words: "", preview: [], live: false, held: false });
    this.house().store.hold();
    await this.#attempt(sentence, async () => this.#listenIn(sentence, await this.house().ear()));
  }

  /** The button stays pressed: letting go, which is `stop`, ends the sentence. */
  hold(): void {
    if (this.turn.kind !== "listening") return;
    this.#show({ ...this.turn, held: true });
    if (this.turn.live) this.#listening?.hold();
  }

  /** End the sentence and take what was said; who let go to allow the microphone may speak now. */
  stop(): void {
    if (this.turn.kind !== "listening") return;
    if (this.turn.live) {
      this.#show({ kind: "finishing", words: this.turn.words });
      this.#listening?.stop();
    } else if (this.turn.held) this.#show({ ...this.turn, held: false });
    else this.cancel();
  }

  /** Understand a sound file of another app as a spoken sentence; `kept` is where it waits meanwhile. */
  async open(file: Blob, kept: KeptSound | null): Promise<void> {
    const sentence = this.#begin({ kind: "finishing", words: "", ear: "file" });
    this.#kept = kept;
    this.house().store.hold();
    await this.#attempt(sentence, () => this.#openIn(sentence, file));
  }

  /** Forget what was said and what was drafted. */
  cancel(): void {
    this.#sentence += 1;
    this.#listening?.cancel();
    this.#kept = null;
    this.#end(IDLE);
  }

  /** Why there is nothing to understand. */
  tell = (turn: Turn): void => void this.#begin(turn);

  /** Read typed words as spoken ones are read. */
  async type(text: string): Promise<void> {
    const transcript = text.trim();
    if (!transcript) return;
    const sentence = this.#begin({ kind: "finishing", words: transcript });
    this.typed = transcript;
    await this.#attempt(sentence, () => this.#read(sentence, { ...SILENCE, transcript }, "typed"));
  }

  /** Take words that were heard, in a sound that was kept or just now. */
  async take(heard: Hypothesis, kept: KeptSound | null): Promise<void> {
    const sentence = this.#begin({ kind: "finishing", words: heard.transcript });
    this.#kept = kept;
    await this.#attempt(sentence, () => this.#read(sentence, heard, "spoken"));
  }

  /** Another store is shown: it waits while one speaks. In another ledger what is said or drafted is understood anew; what is about the one before goes. */
  async #moved(before: LedgerStore): Promise<void> {
    const { turn } = this;
    const { store } = this.house();
    if (turn.kind === "listening") store.hold();
    if (before.ledger.id === store.ledger.id) return;
    if (turn.kind === "listening") await this.#attempt(this.#sentence, () => this.#partial(this.#sentence, turn.words));
    else if (turn.kind === "drafts") await (turn.forms[0]?.origin.how === "typed" ? this.type(turn.words) : this.take({ ...SILENCE, transcript: turn.words }, this.#kept));
    else if (turn.kind === "amend" || turn.kind === "reply") this.#end(IDLE);
  }

  /** Something was said that is no plain answer: it joins the open drafts, or is a sentence of its own; false where it means nothing. */
  async follow(heard: Hypothesis, open: readonly DraftForm[]): Promise<boolean> {
    const { turn } = this;
    if (turn.kind !== "drafts") this.#interpreter.begin();
    const { reading, forms } = await this.#interpreter.interpret(heard, "spoken", this.#kept);
    if (this.turn !== turn || reading.action === "refuse") return false;
    if (turn.kind !== "drafts") await this.take(heard, null);
    else if (reading.amend) return this.#redraft(turn.words, (await import("./amend_form")).amendedLast(open, reading.amend, this.#interpreter.source));
    else if (forms.length > 0) return this.#redraft(`${turn.words}, ${heard.transcript}`, [...open, ...forms]);
    return turn.kind !== "drafts";
  }

  /** Show the drafts anew; none left is a cancel, and null means nothing. */
  #redraft(words: string, forms: readonly DraftForm[] | null): boolean {
    if (forms?.length === 0) this.cancel();
    else if (forms) this.#show({ kind: "drafts", words, forms });
    return forms !== null;
  }

  /** Save drafts on this phone; their ids when they are on the disk. */
  async save(drafts: readonly Draft[]): Promise<readonly string[]> {
    const ids: string[] = [];
    const { store } = this.house();
    for (const draft of drafts) ids.push(await store.record(draft));
    await this.#kept?.drop();
    this.#begin(IDLE);
    return ids;
  }

  #begin(turn: Turn): number {
    this.#show(turn);
    this.#kept = null;
    this.#interpreter.begin();
    this.spokenHere = false;
    this.typed = "";
    return ++this.#sentence;
  }

  async #listenIn(sentence: number, ear: Ear): Promise<void> {
    this.spokenHere = ear.where === "phone";
    const current = (): boolean => sentence === this.#sentence;
    const listening = await ear.listen({
      live: () => current() && this.#live(),
      partial: (words) => void this.#attempt(sentence, () => this.#partial(sentence, words)),
      level: (level) => current() && this.#show(this.turn, level),
      final: (heard, wav) => void this.#attempt(sentence, () => this.#final(sentence, heard, wav)),
      trouble: (trouble) => current() && this.#end({ kind: "trouble", trouble }),
    }, afterwards());
    if (!current()) return listening.cancel();
    this.#listening = this.turn.kind === "listening" ? listening : null;
  }

  #live(): void {
    if (this.turn.kind !== "listening") return;
    this.#show({ ...this.turn, live: true });
    if (this.turn.held) this.#listening?.hold();
  }

  async #openIn(sentence: number, file: Blob): Promise<void> {
    try {
      const partial = (words: string): void => void (sentence === this.#sentence && this.#show({ kind: "finishing", words, ear: "file" }));
      const { hypothesis, wav } = await (await this.house().ear()).hear(file, partial);
      await this.#final(sentence, hypothesis, wav);
    } catch (error) {
      if (!(error instanceof SoundFileFailed)) throw error;
      await this.#kept?.drop();
      if (sentence === this.#sentence) this.#end({ kind: "trouble", trouble: error.trouble });
    }
  }

  async #partial(sentence: number, words: string): Promise<void> {
    if (sentence !== this.#sentence || this.turn.kind !== "listening") return;
    this.#show({ ...this.turn, words });
    const { forms } = await this.#interpreter.interpret({ ...SILENCE, transcript: words }, "spoken", null);
    if (sentence !== this.#sentence || this.turn.kind !== "listening" || this.turn.words !== words) return;
    const news = !sameForms(forms, this.turn.preview);
    this.#show({ ...this.turn, preview: forms });
    if (news) void this.host.updateComplete.then(() => mark("draft:provisional"));
  }

  async #final(sentence: number, heard: Hypothesis | null, wav: Blob | null): Promise<void> {
    if (sentence !== this.#sentence) return;
    this.#listening = null;
    if (!heard && wav) this.#show({ kind: "finishing", words: "", ear: "server" });
    const found = heard ?? (wav ? await hearOnServer(this.house(), wav, this.#kept) : null);
    if (sentence !== this.#sentence) return;
    if (found && "why" in found) this.#end({ kind: "kept", why: found.why });
    else await this.#read(sentence, found ?? SILENCE, "spoken");
  }

  async #read(sentence: number, heard: Hypothesis, how: Origin["how"]): Promise<void> {
    if (heard.transcript === "") return this.#end({ kind: "trouble", trouble: "nothing_heard" });
    const said = await inItsLedger(this.house(), heard);
    await firstRows(this.house().store);
    const { reading, forms } = await this.#interpreter.interpret(said, how, this.#kept);
    if (sentence !== this.#sentence) return;
    if (forms.length > 0) return this.#end({ kind: "drafts", words: said.transcript, forms });
    const { obey } = await import("./commands");
    const come = await obey(this.house(), this.#interpreter.names, reading, said.transcript);
    if ("back" in come) this.did(come);
    if (sentence !== this.#sentence) return;
    const turn = "back" in come ? IDLE : come;
    if (turn.kind !== "refused") await this.#kept?.drop();
    if (turn.kind !== "refused") this.typed = "";
    this.#end(turn);
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
    void this.host.updateComplete.then(() => {
      if (turn.kind === "drafts") mark("draft:final");
      if (this.turn === turn) this.house().store.release();
    });
  }

  #show(turn: Turn, level = 0): void {
    this.turn = turn;
    this.level = level;
    this.host.requestUpdate();
  }
}

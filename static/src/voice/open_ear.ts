/** The ear: microphone, recogniser and parser behind one door. The only module of voice/ that others construct. */

import type { ParserContext, Reading } from "../ledger/reading";
import { AskedAgain } from "./asked_again";
import { keepScreenOn } from "./awake";
import { DeadStarts } from "./dead_starts";
import type { After, Ear, EarState, HeardFile, ListenHandlers, Listening, SpeechModel } from "./ear";
import { ANSWER, RULES } from "./endpoint";
import { engineCanRun, startEngine } from "./engine";
import { EngineRoom, IDLE } from "./engine_room";
import { hearFile } from "./file_hearing";
import { clearMarks } from "./marks";
import { Microphone, type Opening } from "./microphone";
import { type FetchModel, forgetUnpacked, keepModel } from "./model_cache";
import { openParser, type Parser } from "./parser/parser_client";
import { onceBetter, onceOnline } from "./once_better";
import { PATIENCE, type Recognizer, RecognizerFailed, RecognizerStuck } from "./recognizer";
import { Relay } from "./relay";
import { type Manner, Sentence, type Stage } from "./sentence";

export type { FetchModel } from "./model_cache";

/** Detail of the "progress" event while a model is fetched: bytes. */
export interface ModelProgress {
  readonly received: number;
  readonly total: number;
}

/** What the next sentence wakes it from. */
const ASLEEP: readonly EarState[] = ["asleep", "unfetched"];
/** Milliseconds after which nobody takes over what is heard ahead. */
const TOO_LATE = 15_000;

/** A sentence that began before a screen was there. */
interface Ahead {
  readonly relay: Relay;
  readonly listening: Promise<Listening>;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** An ear that sleeps until `prepare`. Emits "state", and "progress" (ModelProgress) while a model is fetched. */
export function openEar({ fetchModel }: { readonly fetchModel: FetchModel }): Ear {
  return new PhoneEar(fetchModel);
}

class PhoneEar extends EventTarget implements Ear {
  #idleState: EarState = "asleep";
  #stage: Stage = "done";
  #model: SpeechModel | null = null;
  #room: EngineRoom | null = null;
  #preparing: Promise<void> | null = null;
  #sentence: Sentence | null = null;
  #parser: Parser | null = null;
  #ahead: Ahead | null = null;
  #letSleep: () => void = () => undefined;
  #stopWaiting: () => void = () => undefined;
  readonly #asked = new AskedAgain(localStorage);
  readonly #microphone = new Microphone(this.#asked);

  constructor(private readonly fetchModel: FetchModel) {
    super();
    document.addEventListener("visibilitychange", () => document.hidden && this.#sentence?.interrupt("went_away"));
  }

  get state(): EarState {
    if (this.#stage === "finishing") return "finishing";
    if (this.#stage === "done") return this.#idleState;
    return this.where === "server" || this.#room?.warm ? "listening" : "preparing";
  }

  get where(): "phone" | "server" {
    return this.#idleState === "unable" ? "server" : "phone";
  }

  /** Resolves when the ear is "ready", "unable" (the server listens), or "unfetched". */
  prepare(model: SpeechModel | null): Promise<void> {
    this.#parser ??= openParser();
    if (this.#preparing && model?.url === this.#model?.url) return this.#preparing;
    this.#stopWaiting();
    this.#model = model;
    this.#room?.close();
    this.#room = model ? roomFor(model) : null;
    this.#preparing = this.#prepare(model, this.#room);
    return this.#preparing;
  }

  get gaveUp(): boolean {
    return this.#room?.gaveUp ?? false;
  }

  get asksAgain(): boolean {
    return this.#asked.often;
  }

  tryAgain(): Promise<void> {
    this.#room?.forgive();
    this.#preparing = null;
    return this.prepare(this.#model);
  }

  listen(handlers: ListenHandlers, after: After = "close"): Promise<Listening> {
    const ahead = this.#takenOver();
    if (!ahead) return this.#begin(handlers, after);
    ahead.relay.handOver(handlers);
    return ahead.listening;
  }

  async listenAhead(begun: () => void, after: After = "close"): Promise<void> {
    if (this.#stage !== "done") return;
    const relay = new Relay(begun);
    const listening = this.#begin(relay, after);
    const forget = (): void => void this.#takenOver()?.listening.then((one) => one.cancel());
    this.#ahead = { relay, listening, timer: setTimeout(forget, TOO_LATE) };
    await listening;
  }

  listenOn(handlers: ListenHandlers): Promise<Listening> {
    return this.#listen(handlers, { rules: ANSWER, after: "rest", cues: [] }, this.#microphone.reopen);
  }

  hear(file: Blob, partial: (transcript: string) => void): Promise<HeardFile> {
    return hearFile(file, this.#awoken(), partial).finally(() => this.#room?.rest());
  }

  read(text: string, context: ParserContext): Promise<Reading> {
    this.#parser ??= openParser();
    return this.#parser.read(text, context);
  }

  #begin(handlers: ListenHandlers, after: After): Promise<Listening> {
    clearMarks();
    return this.#listen(handlers, { rules: RULES, after, cues: ["begun", "ended"] }, this.#microphone.open);
  }

  /** What is heard ahead, which nobody else can take over from now on. */
  #takenOver(): Ahead | null {
    const ahead = this.#ahead;
    this.#ahead = null;
    clearTimeout(ahead?.timer);
    return ahead;
  }

  async #listen(handlers: ListenHandlers, manner: Manner, opening: Opening): Promise<Listening> {
    this.#sentence?.cancel();
    const sentence = new Sentence(handlers, this.#awoken(), (stage) => this.#staged(sentence, stage), manner);
    this.#sentence = sentence;
    this.#letSleep = keepScreenOn();
    this.#staged(sentence, "listening");
    await sentence.open(opening);
    return sentence;
  }

  #awoken(): Promise<Recognizer> | null {
    if (ASLEEP.includes(this.#idleState)) void this.prepare(this.#model);
    return this.#recognizer();
  }

  /** The recogniser as soon as the model is there, or null when the server listens. */
  #recognizer(): Promise<Recognizer> | null {
    const room = this.#room;
    if (this.where === "server" || !room) return null;
    return Promise.resolve(this.#preparing).then(() => this.#warm(room));
  }

  async #warm(room: EngineRoom): Promise<Recognizer> {
    if (this.#idleState !== "ready") throw new RecognizerFailed("there is no model on this phone");
    const recognizer = await room.recognizer().catch((failure: unknown) => {
      this.#become("unable");
      throw failure;
    });
    this.#tell();
    return recognizer;
  }

  async #prepare(model: SpeechModel | null, room: EngineRoom | null): Promise<void> {
    if (!model || !room || !engineCanRun()) return this.#become("unable");
    if (this.#idleState !== "unfetched") this.#become("preparing");
    try {
      await Promise.all([this.#microphone.prepare(), keepModel(model, this.fetchModel, (...bytes) => this.#progress(...bytes))]);
    } catch {
      this.#preparing = null;
      if (model === this.#model) this.#stopWaiting = onceBetter(() => void this.prepare(model));
      return this.#become("unfetched");
    }
    this.#become("preparing");
    await room.recognizer().then(() => this.#become("ready"), (failure: unknown) => this.#cannot(failure, model));
    room.rest();
  }

  /** The engine's own files may have been what the network did not bring. */
  #cannot(failure: unknown, model: SpeechModel): void {
    this.#become("unable");
    if (failure instanceof RecognizerStuck || model !== this.#model) return;
    this.#preparing = null;
    this.#stopWaiting = onceOnline(() => void this.prepare(model));
  }

  #staged(sentence: Sentence, stage: Stage): void {
    if (sentence !== this.#sentence) return;
    this.#stage = stage;
    if (stage === "done") {
      this.#sentence = null;
      this.#letSleep();
      this.#room?.rest();
    }
    this.#tell();
  }

  #become(state: EarState): void {
    this.#idleState = state;
    this.#tell();
  }

  #progress(received: number, total: number): void {
    this.dispatchEvent(new CustomEvent<ModelProgress>("progress", { detail: { received, total } }));
  }

  #tell(): void {
    this.dispatchEvent(new Event("state"));
  }
}

function roomFor(model: SpeechModel): EngineRoom {
  const starts = new DeadStarts(model.url, localStorage);
  const parts = { start: startEngine, clean: forgetUnpacked, page: globalThis, idle: IDLE, patience: PATIENCE };
  return new EngineRoom(model.url, starts, parts);
}

/** Which speech model this phone listens with, and the larger one that waits for a tap before it is fetched. */

import type { Ear, EarState, SpeechModel } from "./ear";
import { type FetchModel, fetchKept, isKept, keptModels, ModelFailed } from "./model_cache";
import { gathered, type ModelProblem } from "./model_pieces";

/** Bytes above which nobody's data plan is used without being asked. */
export const LARGE = 10_000_000;
/** A model's file, its pieces meanwhile, and what the engine unpacks of it (twice as much). */
const ROOM = 4;
const AGREED = "my-funds-speech-agreed";
const AGAIN_MS = 30_000;

/** What only the person can mend. */
export type LastingProblem = Exclude<ModelProblem, "offline" | "stopped">;
/** "here": there is nothing to fetch. "waiting": for the network; it goes on by itself. */
export type FetchState = "here" | "offered" | "fetching" | "waiting" | "failed";

export interface ModelParts {
  /** The one that is spoken on this phone. */
  readonly language: string;
  /** What the server wants this phone to listen with, and the small one until it is here. */
  readonly wanted: SpeechModel | null;
  readonly starter: SpeechModel | null;
  readonly fetchModel: FetchModel;
  /** Keeps that the person agreed, over reloads. */
  readonly storage: Pick<Storage, "getItem" | "setItem" | "removeItem">;
  /** Tells "online". */
  readonly page: EventTarget;
  /** Bytes that the browser still takes; Infinity where it does not say. */
  readonly room: () => Promise<number>;
}

/** What elements see of it. Emits "change". */
export interface ModelChoice extends EventTarget {
  /** What the ear listens with now. */
  readonly inUse: SpeechModel | null;
  readonly wanted: SpeechModel | null;
  readonly state: FetchState;
  /** Bytes of `wanted` on this phone. */
  readonly received: number;
  /** Why it "failed". */
  readonly problem: LastingProblem | null;
  /** What is `inUse`, once that is known. */
  choose(): Promise<SpeechModel | null>;
  /** Fetch `wanted`: the person's tap. */
  start(): Promise<void>;
  /** Stop fetching; what came stays. */
  stop(): void;
}

export class PhoneModels extends EventTarget implements ModelChoice {
  inUse: SpeechModel | null;
  state: FetchState = "here";
  received = 0;
  problem: LastingProblem | null = null;
  readonly wanted: SpeechModel | null;
  readonly language: string;
  #stopping = new AbortController();
  #choosing: Promise<void> | null = null;
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly parts: ModelParts) {
    super();
    this.inUse = this.wanted = parts.wanted;
    this.language = parts.language;
    parts.page.addEventListener("online", () => void this.#goOn());
  }

  /** Find what to listen with; what the person agreed to fetch goes on beside. */
  async choose(): Promise<SpeechModel | null> {
    await (this.#choosing ??= this.#choose());
    return this.inUse;
  }

  async start(): Promise<void> {
    const { wanted } = this;
    if (!wanted || this.state === "fetching" || this.state === "here") return;
    this.parts.storage.setItem(AGREED, wanted.url);
    this.#stopping = new AbortController();
    this.#become("fetching");
    await this.#bring(wanted).then(() => this.#arrived(wanted), (failure: unknown) => this.#failed(failure));
  }

  stop(): void {
    this.parts.storage.removeItem(AGREED);
    this.leave();
  }

  /** Stop for now: another language is spoken here, or the server offers another model. */
  leave(): void {
    this.#stopping.abort();
    clearTimeout(this.#again);
    if (this.state === "waiting") this.#become("offered");
  }

  async #choose(): Promise<void> {
    if (globalThis.caches) this.inUse = await this.#usable();
    if (!this.wanted || this.inUse?.url === this.wanted.url) return this.#tell();
    this.received = await this.#kept();
    this.#become("offered");
    if (this.#agreed()) void this.start();
  }

  /** The wanted one if it is here or small; else another of the language that is here; else the starter. */
  async #usable(): Promise<SpeechModel | null> {
    const { wanted, parts } = this;
    if (wanted && (wanted.bytes <= LARGE || (await isKept(wanted)))) return wanted;
    const others = (await keptModels()).filter(({ language }) => language === parts.language);
    return others.find(({ starter }) => !starter) ?? parts.starter ?? others[0] ?? null;
  }

  async #bring(wanted: SpeechModel): Promise<void> {
    if ((await this.parts.room()) < ROOM * wanted.bytes - this.received) throw new ModelFailed("no_room");
    await fetchKept(wanted, this.parts.fetchModel, (received) => this.#came(received), this.#stopping.signal);
  }

  #came(received: number): void {
    this.received = received;
    this.#tell();
  }

  #arrived(wanted: SpeechModel): void {
    this.inUse = wanted;
    this.#become("here");
  }

  async #failed(failure: unknown): Promise<void> {
    const problem = failure instanceof ModelFailed ? failure.problem : "spoilt";
    this.received = await this.#kept();
    if (problem === "stopped") return this.#become("offered");
    if (problem !== "offline") return this.#become("failed", problem);
    this.#become("waiting");
    this.#again = setTimeout(() => void this.#goOn(), AGAIN_MS);
  }

  async #goOn(): Promise<void> {
    clearTimeout(this.#again);
    if (this.state === "waiting") await this.start();
  }

  #agreed(): boolean {
    return this.parts.storage.getItem(AGREED) === this.wanted?.url;
  }

  async #kept(): Promise<number> {
    return this.wanted ? gathered(this.wanted) : 0;
  }

  #become(state: FetchState, problem: LastingProblem | null = null): void {
    this.state = state;
    this.problem = problem;
    this.#tell();
  }

  #tell(): void {
    this.dispatchEvent(new Event("change"));
  }
}

const AT_REST: readonly EarState[] = ["ready", "asleep", "unfetched", "unable"];

/** Until `signal`, have the ear listen with what is in use, now and whenever that changes, but never amid a sentence. */
export async function keepUpWith(models: ModelChoice, ear: Ear, signal: AbortSignal): Promise<void> {
  let prepared: string | null | undefined;
  const changeOver = (): void => {
    const wanted = models.inUse?.url ?? null;
    if (wanted === prepared || !AT_REST.includes(ear.state)) return;
    prepared = wanted;
    void ear.prepare(models.inUse);
  };
  await models.choose();
  if (signal.aborted) return;
  models.addEventListener("change", changeOver, { signal });
  ear.addEventListener("state", changeOver, { signal });
  changeOver();
}

/** Bytes that this browser still takes. */
export async function roomLeft(): Promise<number> {
  const { quota, usage } = (await globalThis.navigator?.storage?.estimate?.()) ?? {};
  return quota === undefined || usage === undefined ? Infinity : quota - usage;
}

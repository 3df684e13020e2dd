/** What the store needs of the browser around it, in one value, so that tests and simulations can stand in for it. */

import { onWake } from "../lib/waking";
import { type Api, openApi } from "./api";

/** A message to the other tabs of this browser. */
export interface Word {
  readonly ledger: string;
  readonly about: "change" | "state";
}

export interface Rim {
  readonly api: Api;
  now(): Date;
  /** Evenly spread in [0, 1). */
  random(): number;
  /** Call once after a number of ms; the answer cancels it. */
  later(ms: number, work: () => void): () => void;
  /** Do work while no other tab of this browser does work of that name. */
  alone(name: string, work: () => Promise<void>): Promise<void>;
  /** Call whenever the page becomes visible or the network returns; the answer stops it. */
  onWake(wake: () => void): () => void;
  /** Hear the other tabs, and speak to them. */
  join(name: string, hear: (word: Word) => void): { say(word: Word): void; leave(): void };
  /** Ask the browser not to evict this phone's ledger. */
  persist(): Promise<void>;
}

export function browserRim(api: Api = openApi()): Rim {
  return { api, now: () => new Date(), random: Math.random, later, alone, onWake, join, persist };
}

function later(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}

async function alone(name: string, work: () => Promise<void>): Promise<void> {
  if ("locks" in navigator) await navigator.locks.request(name, work);
  else await work();
}

/** Who has left says nothing more: what was under way then still comes to its end. */
function join(name: string, hear: (word: Word) => void): { say(word: Word): void; leave(): void } {
  let channel: BroadcastChannel | null = new BroadcastChannel(name);
  channel.onmessage = (message: MessageEvent<Word>) => hear(message.data);
  const leave = (): void => {
    channel?.close();
    channel = null;
  };
  return { say: (word) => channel?.postMessage(word), leave };
}

async function persist(): Promise<void> {
  if (!(await navigator.storage.persisted())) await navigator.storage.persist();
}

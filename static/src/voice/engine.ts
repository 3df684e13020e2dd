/** Starts the recogniser's worker, and tells whether this browser can run one. */

import { worker } from "virtual:speech-engine";

import { trustedScriptURL } from "../lib/trusted";
import type { EnginePort } from "./recognizer";

export function startEngine(): EnginePort {
  return new Worker(trustedScriptURL(worker), { name: "speech" });
}

export function engineCanRun(): boolean {
  return [globalThis.WebAssembly, globalThis.Worker, globalThis.AudioWorkletNode, globalThis.caches, globalThis.indexedDB]
    .every((part) => part !== undefined);
}

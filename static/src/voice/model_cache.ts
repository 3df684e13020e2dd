/** The speech models on this phone, one a language, each kept whole under its own address for the engine to find. */

import type { SpeechModel } from "./ear";
import { assembled, type FetchModel, forgetPieces, gatherPieces, type Progress, roomy } from "./model_pieces";

export { type FetchModel, ModelFailed, type Progress } from "./model_pieces";

/** The engine's worker asks Cache Storage before the network (tools/speech_engine.ts). */
export const CACHE = "my-funds-speech";
/** Where the engine keeps what it unpacked, under the model's address; it loads all of it, and never drops any. */
const ENGINES_OWN = "/vosk";
/** Tells which model's files the engine unpacked. */
const UNPACKED = "my-funds-speech-unpacked";
const DESCRIPTION = "X-Speech-Model";
const NEVER = new AbortController().signal;

/** Have the model on this phone. Rejects with ModelFailed when it cannot be fetched or is not what it should be. */
export function keepModel(model: SpeechModel, fetchModel: FetchModel, progress: Progress): Promise<void> {
  return alone(async () => {
    await fetchedAlone(model, fetchModel, progress, NEVER);
    await unpackOnly(model);
  });
}

/** The same without the engine changing over to it yet. */
export function fetchKept(model: SpeechModel, fetchModel: FetchModel, progress: Progress, signal: AbortSignal): Promise<void> {
  return alone(() => fetchedAlone(model, fetchModel, progress, signal));
}

/** The whole models on this phone, as the server described them. */
export async function keptModels(): Promise<readonly SpeechModel[]> {
  const cache = await caches.open(CACHE);
  const kept = await Promise.all((await cache.keys()).map((key) => cache.match(key)));
  return kept.map((response) => described(response)).filter((model) => model !== null);
}

export async function isKept(model: SpeechModel): Promise<boolean> {
  return (await (await caches.open(CACHE)).match(model.url)) !== undefined;
}

/** Drop what the engine unpacked, so that it unpacks the kept archive anew. */
export async function forgetUnpacked(): Promise<void> {
  await new Promise<void>((resolve) => {
    const request = indexedDB.deleteDatabase(ENGINES_OWN);
    request.onsuccess = request.onerror = request.onblocked = () => resolve();
  });
}

/** One tab at a time: two would fetch everything twice. */
async function alone(work: () => Promise<void>): Promise<void> {
  if (globalThis.navigator?.locks) await navigator.locks.request(CACHE, work);
  else await work();
}

async function fetchedAlone(model: SpeechModel, fetchModel: FetchModel, progress: Progress, signal: AbortSignal): Promise<void> {
  if (await isKept(model)) return;
  await gatherPieces(model, fetchModel, progress, signal);
  const headers = { "Content-Type": "application/gzip", "Content-Length": String(model.bytes), [DESCRIPTION]: JSON.stringify(model) };
  const whole = new Response(await assembled(model), { headers });
  await roomy(async () => (await caches.open(CACHE)).put(model.url, whole));
  await forgetPieces();
  await forgetOlder(model);
}

/** A language has one model: a newer one takes the place of the one before. Those of other languages stay. */
async function forgetOlder(model: SpeechModel): Promise<void> {
  const cache = await caches.open(CACHE);
  for (const key of await cache.keys()) {
    const other = described(await cache.match(key));
    const older = other === null || (other.language === model.language && other.url !== model.url);
    if (older) await cache.delete(key);
  }
}

/** The engine loads whatever it ever unpacked: only one model's files may be there. */
async function unpackOnly(model: SpeechModel): Promise<void> {
  const cache = await caches.open(UNPACKED);
  const last = await (await cache.match("/"))?.text();
  if (last === model.url) return;
  await forgetUnpacked();
  await cache.put("/", new Response(model.url));
}

function described(response: Response | undefined): SpeechModel | null {
  try {
    const found = JSON.parse(response?.headers.get(DESCRIPTION) ?? "null") as Partial<SpeechModel> | null;
    const told = [found?.name, found?.language, found?.url, found?.sha256].every((text) => typeof text === "string");
    return told && typeof found?.bytes === "number" && Array.isArray(found.pieces) ? (found as SpeechModel) : null;
  } catch {
    return null;
  }
}

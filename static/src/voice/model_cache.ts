/** The speech model on this phone: fetched once, checked, kept under its own address for the engine to find. */

import type { SpeechModel } from "./ear";

/** A GET of our own server, from the one module that may fetch. */
export type FetchModel = (url: string) => Promise<Response>;
export type Progress = (received: number, total: number) => void;

export class ModelFailed extends Error {
  override readonly name = "ModelFailed";
}

/** The engine's worker asks Cache Storage before the network (tools/speech_engine.ts). */
export const CACHE = "my-funds-speech";
/** Where the engine keeps what it unpacked, under the model's address; it never drops an old one by itself. */
const ENGINES_OWN = "/vosk";

/** Have the model on this phone. Rejects with ModelFailed when it cannot be fetched or is not what it should be. */
export async function keepModel(model: SpeechModel, fetchModel: FetchModel, progress: Progress): Promise<void> {
  const cache = await caches.open(CACHE);
  if (await cache.match(model.url)) return;
  const bytes = await received(model, fetchModel, progress);
  await forgetModels();
  const headers = { "Content-Type": "application/gzip", "Content-Length": String(bytes.byteLength) };
  await (await caches.open(CACHE)).put(model.url, new Response(bytes, { headers }));
}

/** Drop every model, packed and unpacked, so that a new one leaves no old one behind. */
async function forgetModels(): Promise<void> {
  await caches.delete(CACHE);
  await forgetUnpacked();
}

/** Drop what the engine unpacked, so that it unpacks the kept archive anew. */
export async function forgetUnpacked(): Promise<void> {
  await new Promise<void>((resolve) => {
    const request = indexedDB.deleteDatabase(ENGINES_OWN);
    request.onsuccess = request.onerror = request.onblocked = () => resolve();
  });
}

async function received(model: SpeechModel, fetchModel: FetchModel, progress: Progress): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetchModel(model.url).catch(() => null);
  if (!response?.ok) throw new ModelFailed(`the model could not be fetched (${response?.status ?? "offline"})`);
  const bytes = await gathered(response, model.bytes, progress);
  if ((await sha256(bytes)) !== model.sha256) throw new ModelFailed("the model is not what the server described");
  return bytes;
}

async function gathered(response: Response, total: number, progress: Progress): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(total);
  let place = 0;
  for await (const piece of piecesOf(response)) {
    if (place + piece.length > total) throw new ModelFailed("the model is longer than the server described");
    bytes.set(piece, place);
    place += piece.length;
    progress(place, total);
  }
  return bytes;
}

async function* piecesOf(response: Response): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read().catch(brokenOff)) ?? { done: true, value: undefined };
    if (done || !value) return;
    yield value;
  }
}

function brokenOff(): never {
  throw new ModelFailed("the connection broke off");
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

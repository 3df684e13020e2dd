/** A speech model comes in pieces, each verified and kept as it arrives: whatever breaks off goes on where it was. */

import type { SpeechModel } from "./ear";

/** A GET of our own server for a range of a file ("bytes=0-1048575"), from the one module that may fetch. */
export type FetchModel = (url: string, range: string) => Promise<Response>;
export type Progress = (received: number, total: number) => void;

/** No answer or a broken one; not the bytes that were described; no room; the model is not on the server; told to stop. */
export type ModelProblem = "offline" | "spoilt" | "no_room" | "gone" | "stopped";

export class ModelFailed extends Error {
  override readonly name = "ModelFailed";
  constructor(readonly problem: ModelProblem) {
    super(problem);
  }
}

export const PIECES = "my-funds-speech-pieces";
const NOT_THERE = [404, 410];

interface Piece {
  readonly index: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Have every piece kept; `progress` hears bytes. Rejects with ModelFailed, and what came stays. */
export async function gatherPieces(model: SpeechModel, fetchModel: FetchModel, progress: Progress, signal: AbortSignal): Promise<void> {
  const missing = await missingPieces(model);
  let received = model.bytes - missing.reduce((sum, index) => sum + lengthOf(model, index), 0);
  progress(received, model.bytes);
  while (missing.length > 0) {
    const [next] = missing as [number];
    for await (const piece of piecesFrom(model, next, fetchModel, (more) => progress(Math.min(model.bytes, received + more), model.bytes))) {
      if (signal.aborted) throw new ModelFailed("stopped");
      if (!missing.includes(piece.index)) continue;
      await keep(model, piece);
      missing.splice(missing.indexOf(piece.index), 1);
      received += piece.bytes.length;
    }
    if (missing[0] === next) throw new ModelFailed("offline");
  }
}

/** The kept pieces as one file; ModelFailed when the browser has dropped some of them. */
export async function assembled(model: SpeechModel): Promise<Blob> {
  const cache = await caches.open(PIECES);
  const kept = await Promise.all(model.pieces.map((_, index) => cache.match(keyOf(model, index))));
  const whole = new Blob(await Promise.all(kept.map((piece) => (piece ?? new Response()).blob())));
  if (whole.size !== model.bytes) throw new ModelFailed("spoilt");
  return whole;
}

/** How many bytes of the model are on this phone in pieces. */
export async function gathered(model: SpeechModel): Promise<number> {
  const missing = await missingPieces(model);
  return model.bytes - missing.reduce((sum, index) => sum + lengthOf(model, index), 0);
}

export async function forgetPieces(): Promise<void> {
  await caches.delete(PIECES);
}

async function missingPieces(model: SpeechModel): Promise<number[]> {
  const cache = await caches.open(PIECES);
  const kept = new Set((await cache.keys()).map(({ url }) => url.slice(url.indexOf(model.url))));
  return [...model.pieces.keys()].filter((index) => !kept.has(keyOf(model, index)));
}

async function keep(model: SpeechModel, { index, bytes }: Piece): Promise<void> {
  if ((await sha256(bytes)) !== model.pieces[index]) throw new ModelFailed("spoilt");
  await roomy(async () => (await caches.open(PIECES)).put(keyOf(model, index), new Response(bytes)));
}

/** What writes into the storage, with its refusal in our words. */
export async function roomy(write: () => Promise<void>): Promise<void> {
  await write().catch((error: unknown) => {
    throw error instanceof DOMException && error.name === "QuotaExceededError" ? new ModelFailed("no_room") : error;
  });
}

/** The piece asked for; or every one, where a proxy sends the whole file instead. */
async function* piecesFrom(model: SpeechModel, index: number, fetchModel: FetchModel, came: (bytes: number) => void): AsyncGenerator<Piece> {
  const first = index * model.piece_bytes;
  const range = `bytes=${first}-${first + lengthOf(model, index) - 1}`;
  const response = await fetchModel(model.url, range).catch(offline);
  if (NOT_THERE.includes(response.status)) throw new ModelFailed("gone");
  if (!response.ok) throw new ModelFailed("offline");
  yield* cut(model, response.status === 206 ? index : 0, response, came);
}

/** An answer's bytes, cut where the model's pieces begin. */
async function* cut(model: SpeechModel, first: number, response: Response, came: (bytes: number) => void): AsyncGenerator<Piece> {
  let index = first;
  let bytes = new Uint8Array(lengthOf(model, index));
  let filled = 0;
  for await (const chunk of chunksOf(response)) {
    for (let rest = chunk; rest.length > 0;) {
      if (bytes.length === 0) throw new ModelFailed("spoilt");
      const part = rest.subarray(0, bytes.length - filled);
      bytes.set(part, filled);
      filled += part.length;
      rest = rest.subarray(part.length);
      came(response.status === 206 ? filled : 0);
      if (filled < bytes.length) continue;
      yield { index, bytes };
      bytes = new Uint8Array(lengthOf(model, ++index));
      filled = 0;
    }
  }
  if (index === first || filled > 0) throw new ModelFailed(filled > 0 ? "offline" : "spoilt");
}

async function* chunksOf(response: Response): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read().catch(offline)) ?? { done: true, value: undefined };
    if (done || !value) return;
    yield value;
  }
}

/** Bytes of a piece; 0 beyond the last one. */
function lengthOf(model: SpeechModel, index: number): number {
  return Math.max(0, Math.min(model.piece_bytes, model.bytes - index * model.piece_bytes));
}

function keyOf(model: SpeechModel, index: number): string {
  return `${model.url}?piece=${index}`;
}

function offline(): never {
  throw new ModelFailed("offline");
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

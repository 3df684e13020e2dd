/** What vosk-browser 0.0.8's worker is told and answers; every answer is checked here, in one place. */

import type { Word } from "../ledger/reading";
import { withoutUnknown } from "../lib/unknown_words";

export type Order =
  | { readonly action: "load"; readonly modelUrl: string }
  | { readonly action: "create"; readonly recognizerId: string; readonly sampleRate: number }
  | { readonly action: "set"; readonly recognizerId: string; readonly key: "words"; readonly value: boolean }
  | { readonly action: "set"; readonly key: "logLevel"; readonly value: number }
  | { readonly action: "audioChunk"; readonly recognizerId: string; readonly data: Float32Array; readonly sampleRate: number }
  | { readonly action: "retrieveFinalResult" | "remove"; readonly recognizerId: string };

export type Answer =
  | { readonly event: "load" }
  | { readonly event: "error"; readonly error: string; readonly recognizerId: string | null }
  | { readonly event: "partialresult"; readonly recognizerId: string; readonly partial: string }
  | { readonly event: "result"; readonly recognizerId: string; readonly text: string; readonly words: readonly Word[] };

/** The answer in a worker's message, or null for one that says nothing ("create" answers undefined). */
export function answerOf(message: unknown): Answer | null {
  const { event, recognizerId, result, error } = fieldsOf(message);
  const id = typeof recognizerId === "string" ? recognizerId : null;
  if (event === "load") return result === true ? { event } : { event: "error", error: "not loaded", recognizerId: null };
  if (event === "error") return { event, error: String(error), recognizerId: id };
  if (id === null) return null;
  if (event === "partialresult") return { event, recognizerId: id, partial: textOf(fieldsOf(result)["partial"]) };
  if (event === "result") return { event, recognizerId: id, ...segmentOf(fieldsOf(result)) };
  return null;
}

function segmentOf({ text, result }: Fields): { text: string; words: readonly Word[] } {
  const words = Array.isArray(result) ? result.map(fieldsOf) : [];
  return { text: textOf(text), words: words.map(({ word, conf }) => ({ word: textOf(word), conf: Number(conf) || 0 })) };
}

interface Fields {
  readonly [key: string]: unknown;
}

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

function textOf(value: unknown): string {
  return typeof value === "string" ? withoutUnknown(value.trim()) : "";
}

/** The server's doors; the only place that fetches. Every answer is checked, every failure is a typed error. */

import type { Hypothesis } from "../ledger/reading";
import { isDocument } from "../ledger/document";
import type { Month } from "../ledger/types";
import { EpochChanged, Refused, SignedOut, SyncError, Unreachable, UnreadableAnswer } from "./errors";
import { say } from "../lib/say";
import type { PullAsked, PullReply, Push, PushReply } from "./exchange_wire";
import { hypothesisOf, type Session, sessionOf } from "./wire";

/** Every method throws Unreachable, SignedOut, Refused or UnreadableAnswer; push and pull EpochChanged too. */
export interface Api {
  /** Who is signed in. */
  session(): Promise<Session>;
  push(ledger: string, push: Push): Promise<PushReply>;
  pull(ledger: string, asked: PullAsked): Promise<PullReply>;
  /** What the server's recogniser heard in a WAV (PCM16, 16 kHz, mono, at most 60 s) in a language; the ledger's names count. */
  postUtterance(ledger: string, wav: Blob, language: string): Promise<Hypothesis>;
  monthSummary(ledger: string, month: Month): Promise<unknown>;
}

/** How requests leave; another than the browser's for scripts that drive a server. */
export interface Road {
  readonly base: string;
  readonly send: (address: string, request: RequestInit) => Promise<Response>;
  readonly cookies: () => string;
}

const PATIENT = 30_000;
const PATIENT_WITH_PIECES = 180_000;

const BROWSER: Road = {
  base: "",
  send: (address, request) => fetch(address, request),
  cookies: () => document.cookie,
};

export function openApi(road: Road = BROWSER): Api {
  const ask = (path: string, patience: number) => answer(road, path, {}, patience);
  const tell = (path: string, body: BodyInit, type: string) => post(road, path, body, type);
  return {
    session: async () => sessionOf(await ask("/api/session", PATIENT)),
    push: async (ledger, push) => {
      const [{ pushReplyOf }, answer] = await Promise.all([
        import("./exchange_wire"), tell(`/api/ledgers/${ledger}/push`, JSON.stringify(push), "application/json"),
      ]);
      return pushReplyOf(answer);
    },
    pull: async (ledger, asked) => {
      const query = Object.entries(asked).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
      const [{ pullReplyOf }, answer] = await Promise.all([import("./exchange_wire"), ask(`/api/ledgers/${ledger}/pull?${query.join("&")}`, PATIENT)]);
      return pullReplyOf(answer);
    },
    postUtterance: async (ledger, wav, language) =>
      hypothesisOf(await tell(`/api/voice/utterances?ledger=${ledger}&language=${language}`, wav, "audio/wav")),
    monthSummary: (ledger, month) => ask(`/api/ledgers/${ledger}/months/${month}`, PATIENT),
  };
}

/** The doors that neither session nor sync use, as JSON; who asks reads the answer. Both throw as Api's methods do. */
export interface Door {
  ask(path: string): Promise<unknown>;
  tell(path: string, body: unknown, method?: "POST" | "PATCH" | "DELETE"): Promise<unknown>;
}

export function openDoor(road: Road = BROWSER): Door {
  return {
    ask: (path) => answer(road, path, {}, PATIENT),
    tell: (path, body, method) => post(road, path, JSON.stringify(body), "application/json", method),
  };
}

/** A range of a speech model's file of our own server ("bytes=0-1048575"), as it streams in. */
export function fetchModel(url: string, range: string): Promise<Response> {
  const signal = AbortSignal.timeout(PATIENT_WITH_PIECES);
  return fetch(url, { credentials: "same-origin", cache: "no-store", headers: { Range: range }, signal });
}

/** An unsafe request whose answer streams in; who asks reads it. Throws as Api's methods do. */
export async function openStream(path: string, road: Road = BROWSER): Promise<Response> {
  const response = await reach(road, path, { method: "POST", headers: await tokenHeader(road) }, PATIENT_WITH_PIECES);
  if (response.ok) return response;
  const body = await bodyOf(response);
  throw errorOf(response, isDocument(body) ? body : {});
}

async function post(road: Road, path: string, body: BodyInit, type: string, method = "POST"): Promise<unknown> {
  const headers = { "Content-Type": type, ...(await tokenHeader(road)) };
  return answer(road, path, { method, body, headers }, PATIENT);
}

/** What an unsafe request needs; the session's answer sets the token's cookie where there is none yet. */
async function tokenHeader(road: Road): Promise<Record<string, string>> {
  if (csrfToken(road) === "") await answer(road, "/api/session", {}, PATIENT);
  return { "X-CSRFToken": csrfToken(road) };
}

function csrfToken(road: Road): string {
  return /(?:^|;\s*)csrftoken=([^;]*)/.exec(road.cookies())?.[1] ?? "";
}

async function answer(road: Road, path: string, request: RequestInit, patience: number): Promise<unknown> {
  const response = await reach(road, path, request, patience);
  const body = await bodyOf(response);
  if (response.ok) return body;
  throw errorOf(response, isDocument(body) ? body : {});
}

async function reach(road: Road, path: string, request: RequestInit, patience: number): Promise<Response> {
  try {
    return await road.send(road.base + path, {
      ...request, credentials: "same-origin", cache: "no-store", signal: AbortSignal.timeout(patience),
    });
  } catch {
    throw new Unreachable();
  }
}

/** The JSON of an answer; a refusal without any is an empty one, a body that breaks off was not reached. */
async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text().catch(() => {
    throw new Unreachable();
  });
  try {
    return JSON.parse(text);
  } catch {
    if (response.ok) throw new UnreadableAnswer("json");
    return {};
  }
}

function errorOf(response: Response, body: { readonly [key: string]: unknown }): SyncError {
  const error = isDocument(body["error"]) ? body["error"] : {};
  const code = typeof error["code"] === "string" ? error["code"] : `http_${response.status}`;
  if (response.status === 401) return new SignedOut();
  if (code === "epoch_changed") {
    const epoch = body["epoch"] ?? error["epoch"];
    return new EpochChanged(typeof epoch === "string" ? epoch : null);
  }
  const message = typeof error["message"] === "string" ? error["message"] : say("sync.refused");
  const wait = Number(response.headers.get("Retry-After") ?? NaN);
  return new Refused(response.status, code, message, Number.isFinite(wait) ? wait : null);
}

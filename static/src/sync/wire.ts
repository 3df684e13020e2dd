/** The server's answers, from unknown to the protocol's types; throws UnreadableAnswer with the place. */

import { decodeRow, isEntity, Unreadable } from "../ledger/decode";
import { isDocument } from "../ledger/document";
import { withoutUnknown } from "../lib/unknown_words";
import type { Hypothesis } from "../ledger/reading";
import type { Document, Result, Row, Status } from "../ledger/types";
import { UnreadableAnswer } from "./errors";
import type { LedgerHead } from "./store";

export interface Person {
  readonly id: number;
  readonly name: string;
  readonly language: string;
}

export interface SessionLedger extends LedgerHead {
  readonly epoch: string;
}

/** The speech model the server offers. */
export interface SpeechModelOffer {
  readonly name: string;
  readonly language: string;
  readonly url: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly starter: boolean;
  readonly piece_bytes: number;
  readonly pieces: readonly string[];
}

export interface Session {
  readonly person: Person;
  readonly ledgers: readonly SessionLedger[];
  readonly schema: number;
  readonly speechModel: SpeechModelOffer | null;
  /** A small model of the same language, for the time until the other one is here. */
  readonly starterModel: SpeechModelOffer | null;
  /** The languages that may be spoken, and the models of those that are not the person's own. */
  readonly languages: readonly string[];
  readonly otherModels: readonly SpeechModelOffer[];
}

export interface PushReply {
  readonly epoch: string;
  readonly results: readonly Result[];
}

/** What a pull says of this phone: `known` is the mid acknowledged last, `apart` the cursor at which its rows differed. */
export interface PullAsked {
  readonly device: string;
  readonly epoch: string;
  readonly cursor: number;
  readonly known?: string;
  readonly apart?: number;
}

export interface PullReply {
  readonly epoch: string;
  readonly from: number;
  readonly cursor: number;
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
  /** The ledger's last seq, where the server tells it. */
  readonly latest: number | null;
  /** The lines that the digest of all rows must have (`linesOf` in ledger/digest.ts), with the last page; else null. */
  readonly digest: ReadonlySet<string> | null;
}

const STATUSES: readonly string[] = ["applied", "conflict", "parked", "rejected"];
export const ROLES: readonly string[] = ["owner", "editor", "viewer"];

export function sessionOf(found: unknown): Session {
  const { person, ledgers, schema, speech_model, starter_model, languages = [], other_models = [] } = documentAt(found, "session");
  const { id, name, language } = documentAt(person, "session.person");
  return {
    person: { id: wholeAt(id, "person.id"), name: textAt(name, "person.name"), language: textAt(language, "person.language") },
    ledgers: listAt(ledgers, "session.ledgers").map(sessionLedger),
    schema: wholeAt(schema, "session.schema"),
    speechModel: speechModel(speech_model), starterModel: speechModel(starter_model),
    languages: listAt(languages, "session.languages").map((code) => textAt(code, "session.languages")),
    otherModels: listAt(other_models, "session.other_models").map(speechModel).filter((model) => model !== null),
  };
}

function sessionLedger(found: unknown): SessionLedger {
  const { id, name, role, currency, time_zone, epoch } = documentAt(found, "ledger");
  return {
    id: textAt(id, "ledger.id"), name: textAt(name, "ledger.name"),
    role: oneAt(ROLES, role, "ledger.role") as SessionLedger["role"], currency: textAt(currency, "ledger.currency"),
    time_zone: textAt(time_zone, "ledger.time_zone"), epoch: textAt(epoch, "ledger.epoch"),
  };
}

/** Where nothing is said of pieces (a session remembered from before), the whole file is one. */
function speechModel(found: unknown): SpeechModelOffer | null {
  if (found === null || found === undefined) return null;
  const { name, language, url, sha256, bytes, starter, piece_bytes = bytes, pieces = [sha256] } = documentAt(found, "speech_model");
  return {
    name: textAt(name, "speech_model.name"), language: textAt(language, "speech_model.language"),
    url: textAt(url, "speech_model.url"), sha256: textAt(sha256, "speech_model.sha256"),
    bytes: wholeAt(bytes, "speech_model.bytes"), starter: starter === true,
    piece_bytes: wholeAt(piece_bytes, "speech_model.piece_bytes"),
    pieces: listAt(pieces, "speech_model.pieces").map((piece) => textAt(piece, "speech_model.pieces")),
  };
}

export function pushReplyOf(found: unknown): PushReply {
  const { epoch, results } = documentAt(found, "push");
  return { epoch: textAt(epoch, "push.epoch"), results: listAt(results, "push.results").map(resultOf) };
}

function resultOf(found: unknown): Result {
  const { mid, status, seq, error } = documentAt(found, "result");
  return {
    mid: textAt(mid, "result.mid"), status: oneAt(STATUSES, status, "result.status") as Status,
    seq: seq === null || seq === undefined ? null : wholeAt(seq, "result.seq"),
    error: isDocument(error) ? { code: textAt(error["code"], "error.code"), message: textAt(error["message"], "error.message") } : null,
  };
}

export function pullReplyOf(found: unknown): PullReply {
  const { epoch, from, cursor, rows, has_more, latest, digest } = documentAt(found, "pull");
  return {
    epoch: textAt(epoch, "pull.epoch"), from: wholeAt(from, "pull.from"), cursor: wholeAt(cursor, "pull.cursor"),
    rows: listAt(rows, "pull.rows").map(rowOf).filter((row) => row !== null), hasMore: has_more === true,
    latest: typeof latest === "number" ? latest : null,
    digest: isDocument(digest) ? digestLinesOf(digest) : null,
  };
}

/** The lines of a digest that this version can count: an entity it does not know is none of its rows. */
export function digestLinesOf(found: unknown): ReadonlySet<string> {
  const { rows, sums } = documentAt(found, "digest");
  const tallies = Object.entries(documentAt(rows, "digest.rows")).filter(([entity]) => isEntity(entity));
  const totals = Object.entries(documentAt(sums, "digest.sums")).flatMap(([account, held]) =>
    Object.entries(documentAt(held, "digest.sums")).map(([currency, total]) => [`${account} ${currency}`, total] as const));
  const line = (place: string, whole: unknown, figure: "hash" | "sum") => {
    const { count, ...figures } = documentAt(whole, "digest");
    return `${place} ${wholeAt(count, "digest.count")} ${textAt(figures[figure], `digest.${figure}`)}`;
  };
  return new Set([...tallies.map(([entity, tally]) => line(entity, tally, "hash")), ...totals.map(([place, total]) => line(place, total, "sum"))]);
}

function rowOf(found: unknown): Row | null {
  try {
    return decodeRow(found);
  } catch (error) {
    throw error instanceof Unreadable ? new UnreadableAnswer(error.message) : error;
  }
}

export function hypothesisOf(found: unknown): Hypothesis {
  const { transcript, words, alternatives } = documentAt(found, "hypothesis");
  return {
    transcript: withoutUnknown(textAt(transcript, "hypothesis.transcript")),
    words: listAt(words, "hypothesis.words").map((heard) => {
      const { word, conf } = documentAt(heard, "word");
      return { word: withoutUnknown(textAt(word, "word.word")), conf: typeof conf === "number" ? conf : 0 };
    }),
    alternatives: listAt(alternatives, "hypothesis.alternatives").map((text) => withoutUnknown(textAt(text, "alternative"))),
  };
}

export function documentAt(value: unknown, place: string): Document {
  if (!isDocument(value)) throw new UnreadableAnswer(place);
  return value;
}

export function listAt(value: unknown, place: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new UnreadableAnswer(place);
  return value;
}

export function textAt(value: unknown, place: string): string {
  if (typeof value !== "string") throw new UnreadableAnswer(place);
  return value;
}

export function wholeAt(value: unknown, place: string): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value)) throw new UnreadableAnswer(place);
  return value;
}

/** A time in ISO 8601, as ms since 1970. */
export function timeAt(value: unknown, place: string): number {
  return wholeAt(Date.parse(textAt(value, place)), place);
}

export function oneAt(known: readonly string[], value: unknown, place: string): string {
  if (typeof value !== "string" || !known.includes(value)) throw new UnreadableAnswer(place);
  return value;
}

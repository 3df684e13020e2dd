/** The server's answers, from unknown to the protocol's types; throws UnreadableAnswer with the place. */

import { isDocument } from "../ledger/document";
import { withoutUnknown } from "../lib/unknown_words";
import type { Hypothesis } from "../ledger/reading";
import type { Document } from "../ledger/types";
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

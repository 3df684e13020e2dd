/** What push and pull say and are told, from unknown to the protocol's types; throws UnreadableAnswer with the place. */

import { decodeRow, isEntity, Unreadable } from "../ledger/decode";
import { isDocument } from "../ledger/document";
import type { Mutation, Result, Row, Status } from "../ledger/types";
import { UnreadableAnswer } from "./errors";
import { documentAt, listAt, oneAt, textAt, wholeAt } from "./wire";

/** A batch, and what of this epoch the phone holds: its cursor, and the mid acknowledged last. */
export interface Push {
  readonly device: string;
  readonly epoch: string;
  readonly cursor: number;
  readonly known: string | null;
  readonly mutations: readonly Mutation[];
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

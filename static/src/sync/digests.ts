/** The digest kept with a ledger's rows: brought up to date with every page, and compared with the server's after the last. */

import { counted, type Digest, EMPTY, linesOf } from "../ledger/digest";
import type { Row } from "../ledger/types";
import type { Reading, Writing } from "./database";
import type { DigestMeta } from "./meta";
import { knownKeys } from "./view";

const MANY = 2_000;

/** Count the rows of a page in, and those that they replace out; call it before they are put. */
export async function keepDigest(writing: Writing, ledger: string, page: readonly Row[]): Promise<Digest> {
  const kept = await digestOf(writing, ledger);
  const digest = counted(kept ?? (await recounted(writing, ledger)), await replacedBy(writing, ledger, page), page);
  await put(writing, ledger, digest);
  return digest;
}

/**
 * What of the digest is not the server's, line by line; none where the rows are the server's. Where the lines differ the
 * rows themselves are counted before they are blamed.
 */
export async function apartFrom(writing: Writing, ledger: string, digest: Digest, told: ReadonlySet<string>): Promise<readonly string[]> {
  if (apart(digest, told).length === 0) return [];
  const anew = await recounted(writing, ledger);
  await put(writing, ledger, anew);
  return apart(anew, told);
}

/** Forget the digest together with the rows. */
export function dropDigest(writing: Writing, ledger: string): Promise<unknown> {
  return put(writing, ledger, EMPTY);
}

function apart(digest: Digest, told: ReadonlySet<string>): readonly string[] {
  const held = linesOf(digest);
  return [
    ...[...held].filter((line) => !told.has(line)).map((line) => `here ${line}`),
    ...[...told].filter((line) => !held.has(line)).map((line) => `server ${line}`),
  ];
}

/** Null on a phone that pulled before there were digests. */
async function digestOf(reading: Reading, ledger: string): Promise<Digest | null> {
  const kept = (await reading.objectStore("meta").get(`digest:${ledger}`)) as DigestMeta | undefined;
  return kept?.digest ?? null;
}

function put(writing: Writing, ledger: string, digest: Digest): Promise<unknown> {
  return writing.objectStore("meta").put({ key: `digest:${ledger}`, digest });
}

async function recounted(reading: Reading, ledger: string): Promise<Digest> {
  const rows = reading.objectStore("rows");
  const end: IDBValidKey = [ledger, []];
  let digest = EMPTY;
  let page = await rows.getAll(IDBKeyRange.bound([ledger], end), MANY);
  for (;;) {
    digest = counted(digest, [], page);
    const last = page.at(-1);
    if (last === undefined || page.length < MANY) return digest;
    page = await rows.getAll(IDBKeyRange.bound([ledger, last.entity, last.id], end, true), MANY);
  }
}

/** The versions held of a page's rows. */
async function replacedBy(reading: Reading, ledger: string, page: readonly Row[]): Promise<readonly Row[]> {
  const rows = reading.objectStore("rows");
  const keys = page.map(({ entity, id }): [string, string, string] => [ledger, entity, id]);
  const held = await knownKeys(rows, keys);
  const found = await Promise.all(keys.filter((key) => held === null || held.has(key.join(" "))).map((key) => rows.get(key)));
  return found.filter((row) => row !== undefined);
}

/** The digest kept with a ledger's rows: brought up to date with every page, and compared with the server's after the last. */

import { counted, type Digest, EMPTY, linesOf } from "../ledger/digest";
import type { Row } from "../ledger/types";
import type { Reading, Writing } from "./database";
import type { DigestMeta } from "./meta";
import { allPulled, pulledOf } from "./pulled";

/** Count the rows of a page in, and those that they replace out; call it before the view is rebuilt. */
export async function keepDigest(writing: Writing, ledger: string, page: readonly Row[]): Promise<Digest> {
  const kept = await digestOf(writing, ledger);
  const digest = counted(kept ?? (await recounted(writing, ledger)), (await pulledOf(writing, ledger, page)).filter((row) => row !== null), page);
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
  let digest = EMPTY;
  for await (const page of allPulled(reading, ledger)) digest = counted(digest, [], page);
  return digest;
}

/**
 * The digest of a ledger's rows: few figures by which the phone sees whether they are the server's. Kept with every page
 * that is pulled, never counted anew but when it differs. `finance/sync/digest.py` says what it is made of and counts the same.
 */

import { isDocument } from "./document";
import type { Row } from "./types";

/** Of some rows: how many, the sum of their seqs, the sum of the squares of their seqs modulo 65,521. */
interface Tally {
  readonly count: number;
  readonly seqs: bigint;
  readonly squares: bigint;
}

interface Sum {
  readonly count: number;
  readonly sum: bigint;
}

/** `rows` by entity, tombstones too; `sums` by account and currency ("<account id> EUR") of the postings that count. */
export interface Digest {
  readonly rows: ReadonlyMap<string, Tally>;
  readonly sums: ReadonlyMap<string, Sum>;
}

export const EMPTY: Digest = { rows: new Map(), sums: new Map() };

const MODULUS = 65_521;

/** The digest without some rows and with others. */
export function counted(digest: Digest, gone: readonly Row[], come: readonly Row[]): Digest {
  const rows = new Map(digest.rows);
  const sums = new Map(digest.sums);
  for (const row of gone) count(rows, sums, row, -1);
  for (const row of come) count(rows, sums, row, 1);
  return { rows, sums };
}

/** A digest as lines to compare, each its own: "transaction 9 392.17156", "<account id> EUR 5 -1250". What counts nothing is left out. */
export function linesOf({ rows, sums }: Digest): ReadonlySet<string> {
  const tallies = [...rows].filter(([, { count }]) => count > 0);
  const totals = [...sums].filter(([, { count }]) => count > 0);
  return new Set([
    ...tallies.map(([entity, { count, seqs, squares }]) => `${entity} ${count} ${seqs}.${squares}`),
    ...totals.map(([place, { count, sum }]) => `${place} ${count} ${sum}`),
  ]);
}

function count(rows: Map<string, Tally>, sums: Map<string, Sum>, row: Row, sign: 1 | -1): void {
  const { count, seqs, squares } = rows.get(row.entity) ?? { count: 0, seqs: 0n, squares: 0n };
  const square = BigInt(sign * (row.seq % MODULUS) ** 2);
  rows.set(row.entity, { count: count + sign, seqs: seqs + BigInt(sign * row.seq), squares: squares + square });
  for (const [place, amount] of postings(row)) {
    const held = sums.get(place) ?? { count: 0, sum: 0n };
    sums.set(place, { count: held.count + sign, sum: held.sum + BigInt(sign * amount) });
  }
}

/** What a row posts, by account and currency, as the server books it: its lines, and minus their sum on its own account. */
function postings({ entity, deleted, fields }: Row): readonly (readonly [place: string, amount: number])[] {
  const { status, account, lines } = fields;
  if (entity !== "transaction" || deleted || status === "planned" || !isDocument(lines)) return [];
  const found: [string, number][] = [];
  const own = new Map<string, number>();
  for (const line of Object.values(lines)) {
    const { category, account: reached, currency, amount } = isDocument(line) ? line : {};
    if (typeof amount !== "number" || typeof currency !== "string") continue;
    found.push([`${String(category ?? reached)} ${currency}`, amount]);
    own.set(currency, (own.get(currency) ?? 0) - amount);
  }
  for (const [currency, amount] of own) if (amount !== 0) found.push([`${String(account)} ${currency}`, amount]);
  return found;
}

/** What a phone keeps about itself and about each ledger beside the rows. */

import type { Digest } from "../ledger/digest";

export interface DeviceMeta {
  readonly key: "device";
  readonly device: string;
  readonly n: number;
}

export interface LedgerMeta {
  readonly key: `ledger:${string}`;
  readonly cursor: number;
  readonly epoch: string;
  readonly lastSynced: number | null;
  /** The last mutation that the server of this epoch has said to have in its log. */
  readonly acknowledged?: { readonly mid: string; readonly seq: number };
  /** The cursor at which the rows were not the server's, until it was told, and when they were last fetched anew. */
  readonly apart?: number;
  readonly anewAt?: number;
}

/** How often entries have left a ledger's outbox, or come back to it. */
export interface LeftMeta {
  readonly key: `left:${string}`;
  readonly times: number;
}

export interface DigestMeta {
  readonly key: `digest:${string}`;
  readonly digest: Digest;
}

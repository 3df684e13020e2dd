/** The store's front door: what elements may ask of this phone's ledger. `openStore` in sync/open_store.ts makes one. */

import type { Correction } from "../ledger/lessons";
import type { Query } from "../ledger/reading";
import type { Sight } from "../ledger/replay";
import type { Reply } from "../ledger/reply";
import type { Step } from "../ledger/steps";
import type {
  Account, Conflict, Day, Draft, Fields, Lesson, Minor, Month, Mutation, Payee, Result, RollupCell, Sighting, Transaction,
} from "../ledger/types";

export interface LedgerHead {
  readonly id: string;
  readonly name: string;
  readonly role: "owner" | "editor" | "viewer";
  readonly currency: string;
  readonly time_zone: string;
}

export type Phase = "synced" | "syncing" | "waiting" | "offline" | "signed_out" | "failed";

/** Where the data stands, in one value the page turns into words. */
export interface SyncState {
  readonly phase: Phase;
  /** Mutations on this phone that the server has not settled, in all ledgers of the person. */
  readonly unsynced: number;
  /** Whether something has waited here for more than a day: a browser may forget what it keeps. */
  readonly overdue?: boolean;
  /** Rejected mutations and paths in conflict, in all ledgers; none of those where the person may only look. */
  readonly attention: number;
  /** Which of these are in other ledgers than the open one, by ledger; none of a ledger without any. */
  readonly beside?: readonly { readonly ledger: string; readonly unsynced: number; readonly attention: number }[];
  /** Time of the last complete sync, ms since 1970, or null. */
  readonly lastSynced: number | null;
  /** How far a long pull is, in rows, or a long push (`sending`), in entries; else null. */
  readonly progress: { readonly done: number; readonly total: number; readonly sending?: true } | null;
  /** Why the phase is "failed", as a sentence for the person. */
  readonly problem?: string;
}

export interface TransactionFilter {
  readonly month?: Month;
  readonly account?: string;
  readonly category?: string;
  readonly payee?: string;
  /** Days, both included. */
  readonly first?: Day;
  readonly last?: Day;
  /** Those with a line of spending, or of income. */
  readonly kind?: string;
  /** Folded words that payee, note, tags or category must contain. */
  readonly search?: string;
  /** Those that a question counts; no other field but `limit` narrows further. */
  readonly counted?: Query;
  readonly limit?: number;
}

/** A mutation that needs a person, what was done to the row that it was to make since then, and its row as it stands without them. */
export interface Troubled {
  readonly mutation: Mutation;
  readonly result: Result;
  readonly later: readonly Mutation[];
  readonly now: Sight | null;
}

/** A refused mutation as it was corrected: its fields, and its payee by name where that is to be found or made. */
export interface Corrected {
  /** Minted when the form opened. */
  readonly mid: string;
  readonly fields: Fields;
  readonly payeeName?: string | null;
}

/** A conflict that waits for a person, and its row as it stands on this phone; null where the row has not come. */
export interface OpenConflict extends Conflict {
  readonly now: Sight | null;
}

export interface Attention {
  readonly rejected: readonly Troubled[];
  readonly conflicts: readonly OpenConflict[];
}

/** Emits "change" (the ledger changed) and "state" (the sync state changed). */
export interface LedgerStore extends EventTarget {
  /** As it stands on this phone; a change of its name, currency or time zone emits "change". */
  readonly ledger: LedgerHead;
  readonly state: SyncState;

  accounts(): Promise<readonly Account[]>;
  payees(): Promise<readonly Payee[]>;
  /** Newest first; tombstones left out. */
  transactions(filter?: TransactionFilter): Promise<readonly Transaction[]>;
  transaction(id: string): Promise<Transaction | null>;
  months(): Promise<readonly Month[]>;
  rollup(month: Month): Promise<readonly RollupCell[]>;
  /** Balance per currency of every asset and liability account. */
  balances(): Promise<ReadonlyMap<string, ReadonlyMap<string, Minor>>>;
  attention(): Promise<Attention>;
  /** The answer to a question, from what is on this phone. */
  answer(query: Query, today: Day): Promise<Reply>;
  /** What corrections taught, forgotten ones too. */
  lessons(): Promise<readonly Lesson[]>;
  /** The last transaction recorded on this phone that still stands, or null. */
  lastEntry(): Promise<Transaction | null>;
  /** What takes back the last thing done to transactions on this phone that still stands; empty where there is nothing. */
  stepsBack(): Promise<readonly Step[]>;

  /** Save a draft on this phone; resolves with the transaction's id when it is on the disk. Saving one mid twice saves once. */
  record(draft: Draft): Promise<string>;
  /** Learn from what a person corrected in a draft before it was saved as a transaction. */
  learn(transaction: string, found: readonly Correction[]): Promise<void>;
  /** Forget a lesson, on every phone. */
  forget(lesson: string): Promise<void>;
  /** What this phone has seen of a transaction: read it before the transaction itself, where a form opens. */
  sighting(id: string): Promise<Sighting>;
  /** Change paths of a row; `fields` as in the protocol. What others wrote after a sighting is not overwritten unseen. */
  change(entity: "account" | "transaction" | "ledger" | "payee", id: string, fields: Fields, sighting?: Sighting): Promise<void>;
  addAccount(name: string, kind: Account["kind"]): Promise<string>;
  /** The id of the payee called so, by name or alias; made on this phone when there is none. */
  addPayee(name: string): Promise<string>;
  /** Take steps on transactions, all or none; the steps that are returned take them back. */
  take(steps: readonly Step[]): Promise<readonly Step[]>;
  remove(id: string, sighting?: Sighting): Promise<void>;
  revive(id: string): Promise<void>;
  /** Settle conflicts on one path and change their row so (`deleted: true` deletes it); throws MovedOn where the path is not as it was read. */
  settle(conflicts: readonly OpenConflict[], fields: Fields): Promise<void>;
  /** Drop a rejected mutation for good; with the making of a row goes what was done to it since. */
  discard(mid: string): Promise<void>;
  /** Save a rejected mutation with other fields in place of it and of what goes with it, all or nothing; one that is gone saves nothing. */
  correct(mid: string, corrected: Corrected): Promise<void>;
  /** Send a rejected mutation again as a new one. */
  retry(mid: string): Promise<void>;
  /** The outbox as a JSON text, for a file. */
  exportOutbox(): Promise<string>;

  /** Sync now; never throws, the state tells. */
  sync(): Promise<void>;
  /** While listening the syncer waits. */
  hold(): void;
  release(): void;
  close(): void;
}

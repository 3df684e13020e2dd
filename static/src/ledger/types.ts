/** The ledger's shapes as they travel and rest: rows, documents, mutations (docs/protocol.md). */

/** Whole minor units of one currency; always a safe integer. */
export type Minor = number;
/** Calendar date, YYYY-MM-DD. */
export type Day = string;
/** Calendar month, YYYY-MM. */
export type Month = string;

export type Entity = "ledger" | "account" | "payee" | "transaction" | "lesson" | "conflict";
export type Value = string | number | boolean | null | { readonly [key: string]: Value };
export type Document = { readonly [key: string]: Value };
export type Fields = { readonly [path: string]: Value };

export interface Row {
  readonly entity: Entity;
  readonly id: string;
  readonly seq: number;
  readonly deleted: boolean;
  readonly fields: Document;
}

export type Op = "create" | "update" | "delete";

/** What a phone has seen of a row: up to which seq, and which of its own mutations beyond it, by mid. */
export interface Sighting {
  readonly base: number;
  readonly seen: readonly string[];
}

export interface Mutation extends Sighting {
  readonly mid: string;
  readonly n: number;
  readonly device: string;
  readonly schema: number;
  readonly op: Op;
  readonly entity: Entity;
  readonly id: string;
  readonly fields: Fields;
  readonly was: Fields;
  readonly client_time: string;
}

export type Status = "applied" | "conflict" | "parked" | "rejected";

export interface Result {
  readonly mid: string;
  readonly status: Status;
  readonly seq: number | null;
  readonly error: { readonly code: string; readonly message: string } | null;
}

export type AccountKind = "asset" | "liability" | "income" | "expense" | "equity";

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly kind: AccountKind;
  readonly key: string | null;
  readonly currency: string;
  readonly order: number;
  readonly closed: boolean;
}

export interface Payee {
  readonly id: string;
  readonly name: string;
  /** Folded names that mean this payee too. */
  readonly aliases: readonly string[];
}

export interface Line {
  readonly id: string;
  readonly category: string | null;
  readonly account: string | null;
  readonly amount: Minor;
  readonly currency: string;
}

export interface Origin {
  readonly how: "spoken" | "typed" | "import" | "schedule";
  readonly words: string | null;
}

/** A transaction as people see it; `unsynced` while a mutation on it is in the outbox. */
export interface Transaction {
  readonly id: string;
  readonly date: Day;
  readonly payee: string | null;
  readonly note: string;
  readonly tags: readonly string[];
  readonly status: "recorded" | "planned" | "cleared";
  readonly account: string;
  readonly lines: readonly Line[];
  readonly origin: Origin;
  readonly deleted: boolean;
  readonly unsynced: boolean;
}

export type LessonKind = "alias" | "category" | "word" | "amount";

/** What one transaction taught: the id of a payee or category, or an amount. */
export interface Taught {
  readonly transaction: string;
  readonly meant: string | Minor;
  readonly day: Day;
}

/** What corrections taught about words heard, a payee or a category; `deleted` once a person had it forgotten. */
export interface Lesson {
  readonly id: string;
  readonly kind: LessonKind;
  /** The words heard, folded, or the id of a payee or category. */
  readonly about: string;
  /** Oldest first. */
  readonly taught: readonly Taught[];
  readonly deleted: boolean;
}

export interface Conflict {
  readonly id: string;
  readonly entity: Entity;
  readonly row: string;
  readonly path: string;
  readonly kept: Value;
  readonly lost: Value;
  readonly kept_by: string;
  readonly lost_by: string;
  readonly settled: boolean;
}

export type DraftType = "expense" | "income" | "transfer" | "refund";

/** A transaction not yet recorded, by ids; `amount` is positive, its sign follows from `type`. */
export interface Draft {
  readonly mid: string;
  readonly type: DraftType;
  readonly amount: Minor;
  readonly currency: string;
  readonly date: Day;
  readonly account: string;
  /** Category for expense, income, refund; null for a transfer. */
  readonly category: string | null;
  /** The receiving account of a transfer; else null. */
  readonly toAccount: string | null;
  readonly payeeName: string | null;
  readonly note: string;
  readonly tags: readonly string[];
  readonly origin: Origin;
}

/** One cell of the month × category × currency rollup; `total` in minor units, as the lines sum. */
export interface RollupCell {
  readonly month: Month;
  readonly category: string;
  readonly currency: string;
  readonly total: Minor;
  readonly count: number;
}

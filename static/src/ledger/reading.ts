/** What the parser answers (voice/parser): one way to fill the slots of a sentence. */

import type { Day, DraftType, Minor } from "./types";

export interface Word {
  readonly word: string;
  readonly conf: number;
}

/** What the recogniser thinks was said. */
export interface Hypothesis {
  readonly transcript: string;
  readonly words: readonly Word[];
  readonly alternatives: readonly string[];
}

/** What the household's past teaches: what was meant by what was heard, where payees' money went, usual amounts. */
export interface History {
  readonly aliases?: { readonly [heard: string]: string };
  readonly payee_category?: { readonly [payee: string]: { readonly [key: string]: number } };
  readonly word_category?: { readonly [word: string]: { readonly [key: string]: number } };
  readonly amounts?: { readonly [key: string]: readonly number[] };
  /** The last entry, which "make it sixty" is about. */
  readonly last?: { readonly amount: Minor; readonly category: string | null };
}

export interface ParserContext {
  readonly locale: string;
  readonly currency: string;
  readonly today: Day;
  readonly accounts: readonly string[];
  readonly payees?: readonly string[];
  readonly categories?: readonly { readonly name: string; readonly key: string | null }[];
  readonly history?: History;
  readonly words?: readonly Word[];
  /** Other transcripts the server heard, best first. */
  readonly hypotheses?: readonly string[];
}

export interface Item {
  readonly type: DraftType;
  /** 0 while the reading asks for the amount. */
  readonly amount: Minor;
  readonly currency: string;
  readonly category: string | null;
  readonly payee: string | null;
  readonly date: Day | null;
  readonly account: string | null;
  readonly to_account: string | null;
  readonly tags: readonly string[];
  readonly note: string | null;
  readonly confidence: { readonly amount: number };
  readonly other_amounts: readonly Minor[];
}

/** What is said of a change to the last entry: only what was said is there, by the names people use. */
export interface AmendChanges {
  readonly amount?: Minor;
  readonly currency?: string;
  readonly type?: DraftType;
  readonly category?: string;
  readonly payee?: string;
  readonly date?: Day;
  readonly account?: string;
  readonly to_account?: string;
  readonly note?: string;
  readonly tags?: readonly string[];
}

export interface Amend {
  readonly op: "change" | "undo" | "delete";
  readonly changes: AmendChanges;
  /** Of a changed amount; 1 where none was said. */
  readonly confidence: { readonly amount: number };
  readonly other_amounts: readonly Minor[];
}

export const MEASURES = ["spent", "received", "balance", "left", "count", "average", "largest", "last"] as const;
export type Measure = (typeof MEASURES)[number];

/** First and last day, both counted. */
export type Period = readonly [first: Day, last: Day];

/** What a question asks, by the names people use. */
export interface Query {
  readonly measure: Measure;
  readonly filter: {
    readonly category?: string;
    readonly payee?: string;
    readonly account?: string;
    readonly tag?: string;
    readonly text?: string;
  };
  /** Null for all time. */
  readonly period: Period | null;
  /** The period to compare with. */
  readonly compare?: Period;
}

/** A wish to set something: budgets, which are still to come. */
export interface Wish {
  readonly what: string;
  readonly category: string | null;
  readonly amount: Minor | null;
}

export interface Reading {
  readonly action: "draft" | "ask" | "refuse" | "amend" | "query" | "set";
  readonly ask?: "amount" | "category" | null;
  /** Why a sentence was refused: "question", "future", "negation", "imperative", "empty". */
  readonly reason?: string | null;
  readonly items: readonly Item[];
  /** Each only with the action of its name. */
  readonly amend?: Amend;
  readonly query?: Query;
  readonly set?: Wish;
}

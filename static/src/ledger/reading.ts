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

export interface ParserContext {
  readonly locale: string;
  readonly currency: string;
  readonly today: Day;
  readonly accounts: readonly string[];
  readonly payees?: readonly string[];
  readonly categories?: readonly { readonly name: string; readonly key: string | null }[];
  readonly history?: {
    readonly payee_category?: { readonly [payee: string]: { readonly [key: string]: number } };
    readonly amounts?: { readonly [key: string]: readonly number[] };
  };
  readonly words?: readonly Word[];
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

export interface Reading {
  readonly action: "draft" | "ask" | "refuse" | "amend" | "query" | "set";
  readonly ask?: "amount" | "category" | null;
  /** Why a sentence was refused: "question", "future", "negation", "imperative", "empty". */
  readonly reason?: string | null;
  readonly items: readonly Item[];
}

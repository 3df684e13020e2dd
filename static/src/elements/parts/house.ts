/** What every screen is given: the ledger's store, the ear, the session and the clock. `main.ts` makes it. */

import type { Day, Month } from "../../ledger/types";
import type { Answer } from "../../sync/copies";
import type { LedgerHead, LedgerStore } from "../../sync/store";
import type { Utterances } from "../../sync/utterances";
import type { Ear, SpeechModel } from "../../voice/ear";
import type { ModelChoice } from "../../voice/model_choice";

/** The only clock elements know. */
export interface Clock {
  now(): number;
  /** Today in the ledger's time zone. */
  today(): Day;
}

export interface House {
  readonly store: LedgerStore;
  readonly person: { readonly id: number; readonly name: string; readonly language: string };
  /** What this phone listens with now. */
  readonly model: SpeechModel | null;
  /** The same with the larger model that may be fetched, and how far it is. */
  readonly models: ModelChoice;
  /** Ask the server for the session: its models, ledgers and roles may be others now; the screens follow. */
  askAnew(): Promise<void>;
  readonly clock: Clock;
  /** The language that is spoken on this phone, those it could be, and changing over to one. */
  readonly spoken: string;
  readonly languages: readonly string[];
  speak(language: string): void;
  /** BCP 47 tag of the number words people say and of the figures and days they read. */
  readonly locale: string;
  /** The ear, loaded at the first call; later calls answer the same one. */
  ear(): Promise<Ear>;
  /** Recordings that only the server can understand. */
  readonly utterances: Utterances;
  /** The server's summary of a month, or its last copy; null when there is neither. */
  monthAnswer(month: Month): Promise<Answer | null>;
  /** The person's other ledgers, and how to change over to one. */
  readonly otherLedgers: readonly LedgerHead[];
  openLedger(id: string): Promise<void>;
  /** What was changed on the ledger itself, for the screens to follow at once. */
  amendLedger(change: Partial<LedgerHead>): void;
  /** Forget who is signed in on this phone where the server answers soon; what is saved stays. Wait for it before signing out. */
  forgetPerson(): Promise<boolean>;
}

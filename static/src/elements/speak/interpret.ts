/** From words to draft forms, with this ledger's names and habits around them. */

import type { Hypothesis, ParserContext, Reading } from "../../ledger/reading";
import type { Origin } from "../../ledger/types";
import type { LedgerStore } from "../../sync/store";
import { newId } from "../../lib/ids";
import { NO_NAMES, readNames, usualAccount, type Names } from "../parts/accounts";
import type { House } from "../parts/house";
import type { AmendSource } from "./amend_form";
import { parserContext, type Surroundings as Known } from "./context";
import { formsOf, type DraftForm } from "./draft_form";
import { type KeptSound, mintFor } from "./kept_sound";

export interface Surroundings {
  /** The ledger whose names and habits these are. */
  readonly ledger: string;
  readonly names: Names;
  readonly context: ParserContext;
  readonly usualAccount: string | null;
}

export interface Interpretation {
  readonly reading: Reading;
  readonly forms: readonly DraftForm[];
}

/** How many of the latest transactions tell the parser about habits. */
const RECENT = 300;

/** How long a sentence waits for the ledger's first rows, ms. */
const FIRST_ROWS = 8_000;

/** Understands words with what is around them, which is read once for a sentence and anew where another ledger is open. */
export class Interpreter {
  #around: Surroundings | null = null;

  constructor(private readonly house: () => House) {}

  get names(): Names {
    return this.#around?.names ?? NO_NAMES;
  }

  /** What an amendment of a draft is read with. */
  get source(): AmendSource | null {
    return this.#around && { accounts: [...this.names.accounts.values()], currency: this.#around.context.currency };
  }

  /** Another sentence begins: what was recorded since counts for it. */
  begin(): void {
    this.#around = null;
  }

  /** The reading of a hypothesis, heard in a kept sound or just now, and its forms: of the ledger that is open when they are made. */
  async interpret(heard: Hypothesis, how: Origin["how"], kept: KeptSound | null): Promise<Interpretation> {
    const house = this.house();
    const known = this.#around;
    const around = known?.ledger === house.store.ledger.id && known.names.accounts.size > 0 ? known : await readSurroundings(house);
    this.#around = around;
    const found = await interpret(house, around, heard, how, mintFor(kept));
    return this.house().store.ledger.id === around.ledger ? found : this.interpret(heard, how, kept);
  }
}

export async function readSurroundings(house: House): Promise<Surroundings> {
  const { store } = house;
  const [names, recent, lessons, last] = await Promise.all([
    readNames(store), store.transactions({ limit: RECENT }), store.lessons(), store.lastEntry(),
  ]);
  return surroundingsOf(house, { names, recent, lessons, last });
}

/** The sentence without the ledger it names, which is open then; the sentence itself where it names none. */
export async function inItsLedger(house: House, heard: Hypothesis): Promise<Hypothesis> {
  return house.otherLedgers.length === 0 ? heard : (await import("./ledger_meant")).inItsLedger(house, heard);
}

/** The reading of a hypothesis and its forms, none for who may only look; each form mints its mid here, once. */
export async function interpret(
  house: House, around: Surroundings, heard: Hypothesis, how: Origin["how"], mint: () => string = newId,
): Promise<Interpretation> {
  const ear = await house.ear();
  const reading = await ear.read(heard.transcript, { ...around.context, words: heard.words, hypotheses: heard.alternatives });
  const source = {
    accounts: [...around.names.accounts.values()], context: around.context, usualAccount: around.usualAccount,
    origin: { how, words: heard.transcript }, mint,
  };
  return { reading, forms: house.store.ledger.role === "viewer" ? [] : formsOf(reading, source) };
}

/** The accounts of a ledger that is new to this phone may still be on their way: let them come, but wait not for ever. */
export async function firstRows(store: LedgerStore): Promise<void> {
  if ((await store.accounts()).length > 0) return;
  store.release();
  await new Promise<void>((resolve) => {
    store.addEventListener("change", () => resolve(), { once: true });
    setTimeout(resolve, FIRST_ROWS);
  });
}

function surroundingsOf(house: House, known: Pick<Known, "names" | "recent" | "lessons" | "last">): Surroundings {
  const { id, currency } = house.store.ledger;
  const { names, recent } = known;
  return {
    ledger: id,
    names,
    context: parserContext({ ...known, currency, today: house.clock.today(), locale: house.locale }),
    usualAccount: usualAccount(recent, [...names.accounts.values()]),
  };
}

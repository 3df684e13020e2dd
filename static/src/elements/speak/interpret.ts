/** From words to draft forms, with this ledger's names and habits around them. */

import type { Hypothesis, ParserContext, Reading } from "../../ledger/reading";
import type { Origin } from "../../ledger/types";
import type { LedgerStore } from "../../sync/store";
import { newId } from "../../lib/ids";
import { readNames, usualAccount, type Names } from "../parts/accounts";
import type { House } from "../parts/house";
import type { AmendSource } from "./amend_form";
import { parserContext, type Surroundings as Known } from "./context";
import { formsOf, type DraftForm } from "./draft_form";

export interface Surroundings {
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

export async function readSurroundings(house: House): Promise<Surroundings> {
  await firstRows(house.store);
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

/** The reading of a hypothesis and its forms; each form mints its mid here, once. */
export async function interpret(
  house: House, around: Surroundings, heard: Hypothesis, how: Origin["how"], mint: () => string = newId,
): Promise<Interpretation> {
  const ear = await house.ear();
  const reading = await ear.read(heard.transcript, { ...around.context, words: heard.words, hypotheses: heard.alternatives });
  const source = {
    accounts: [...around.names.accounts.values()], context: around.context, usualAccount: around.usualAccount,
    origin: { how, words: heard.transcript }, mint,
  };
  return { reading, forms: formsOf(reading, source) };
}

/** What an amendment of a draft is read with. */
export function sourceOf(around: Surroundings | null): AmendSource | null {
  return around && { accounts: [...around.names.accounts.values()], currency: around.context.currency };
}

/** Right after the first sign-in the accounts may still be on their way: wait for them, but not for ever. */
async function firstRows(store: LedgerStore): Promise<void> {
  if ((await store.accounts()).length > 0) return;
  await new Promise<void>((resolve) => {
    store.addEventListener("change", () => resolve(), { once: true });
    setTimeout(resolve, FIRST_ROWS);
  });
}

function surroundingsOf(house: House, known: Pick<Known, "names" | "recent" | "lessons" | "last">): Surroundings {
  const { currency } = house.store.ledger;
  const { names, recent } = known;
  return {
    names,
    context: parserContext({ ...known, currency, today: house.clock.today(), locale: house.locale }),
    usualAccount: usualAccount(recent, [...names.accounts.values()]),
  };
}

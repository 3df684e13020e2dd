/** What is asked of the page or told to it: a question is answered, the last entry is changed. */

import type { Amend, Reading } from "../../ledger/reading";
import { type Step } from "../../ledger/steps";
import type { Transaction } from "../../ledger/types";
import { say, type StringKey } from "../../lib/say";
import type { Names } from "../parts/accounts";
import type { House } from "../parts/house";
import { sayCount } from "../parts/wording";
import { amendmentOf, changesAnything } from "./amendment";
import { entryInWords } from "./amend_words";
import type { Turn } from "./turn";

/** Something that was done at once, in a sentence, and the steps that take it back. */
export interface Deed {
  readonly message: string;
  readonly back: readonly Step[];
}

/** What a sentence that records nothing comes to: something to show, or something done. */
export async function obey(house: House, names: Names, reading: Reading, words: string): Promise<Turn | Deed> {
  if (words === "") return { kind: "idle" };
  if (reading.query) return { kind: "reply", words, reply: await house.store.answer(reading.query, house.clock.today()) };
  if (house.store.ledger.role === "viewer" && reading.action !== "refuse") return { kind: "refused", words, reason: "viewer" };
  if (!reading.amend) return { kind: "refused", words, reason: reading.reason ?? reading.action };
  if (reading.amend.op === "undo") return undo(house, names, words);
  return amend(house, names, reading.amend, words);
}

async function amend(house: House, names: Names, wanted: Amend, words: string): Promise<Turn | Deed> {
  const { store } = house;
  const sighting = await store.sighting((await store.lastEntry())?.id ?? "");
  const last = await store.lastEntry();
  const amendment = last && amendmentOf(last, sighting, wanted, names, store.ledger.currency);
  if (!last || !amendment) return { kind: "refused", words, reason: "amend" };
  if (wanted.op === "delete") {
    const back = await store.take([{ op: "delete", id: last.id, fields: {}, sighting }]);
    return { message: say("amend.deleted", { entry: entryInWords(last, names, house.locale) }), back };
  }
  if (amendment.after !== null && !changesAnything(amendment)) return { kind: "refused", words, reason: "same" };
  return { kind: "amend", words, amendment };
}

/** Take back the last thing done on this phone. */
async function undo(house: House, names: Names, words: string): Promise<Turn | Deed> {
  const steps = await house.store.stepsBack();
  const [first] = steps;
  if (first === undefined) return { kind: "refused", words, reason: "undo" };
  const back = await house.store.take(steps);
  const shown = await house.store.transaction(first.id);
  return { message: say(messageOf(first), { entry: about(steps, shown, names, house.locale) }), back };
}

function messageOf({ op, fields }: Step): StringKey {
  if (op === "delete") return "amend.taken_back";
  return fields["deleted"] === false ? "amend.revived" : "amend.put_back";
}

function about(steps: readonly Step[], shown: Transaction | null, names: Names, locale: string): string {
  if (steps.length > 1 || shown === null) return sayCount("amend.entries", steps.length);
  return entryInWords(shown, names, locale);
}

/** A sentence that names the ledger it goes to: "12.50 lidl in household", "household ledger: coffee 3", "switch to private". */

import households from "../../../strings/en/households.json";
import type { Hypothesis } from "../../ledger/reading";
import { fold } from "../../lib/fold";
import { knowSentences, say } from "../../lib/say";
import type { LedgerHead } from "../../sync/store";
import { readNames } from "../parts/accounts";
import type { House } from "../parts/house";

// A sentence may come before the screens do.
knowSentences(households);

/** The ledger a sentence names, and what else was said: nothing where it only asked for that ledger. */
export interface Meant {
  readonly ledger: string;
  readonly rest: string;
}

/** The sentence without the ledger it names, which is open then; the sentence itself where it names none. */
export async function inItsLedger(house: House, heard: Hypothesis): Promise<Hypothesis> {
  const meant = ledgerMeant(heard.transcript, [house.store.ledger, ...house.otherLedgers], await takenNames(house));
  if (meant === null) return heard;
  if (meant.ledger !== house.store.ledger.id) await house.openLedger(meant.ledger);
  return without(heard, meant.rest);
}

/**
 * What a sentence means by a ledger's name, or null. "In Household" names it at either end, unless an account or payee
 * (`taken`, folded) is called so too; "Household ledger" and "Household:" always do. Only who may write is meant, unless
 * nothing is to be written.
 */
export function ledgerMeant(sentence: string, ledgers: readonly Pick<LedgerHead, "id" | "name" | "role">[], taken: ReadonlySet<string>): Meant | null {
  const byLength = [...ledgers].sort((one, other) => other.name.length - one.name.length);
  for (const { id, name, role } of byLength) {
    const rest = restOf(sentence, escaped(name), taken.has(fold(name)));
    if (rest !== null && (rest === "" || role !== "viewer")) return { ledger: id, rest };
  }
  return null;
}

function restOf(sentence: string, name: string, shared: boolean): string | null {
  const the = `(?:(?:${say("ledgers.said_article")})\\s+)?`;
  const where = `(?:${say("ledgers.said_in")})\\s+${the}`;
  const book = `(?:${say("ledgers.said_ledger")})`;
  const named = `(?:(?:${where}|${the})(?:${name}\\s+${book}|${book}\\s+${name})${shared ? "" : `|${where}${name}`})`;
  const forms = [
    `^(?:${say("ledgers.said_switch")})\\s+${the}(?:${book}\\s+)?${name}(?:\\s+${book})?[.!]?$`,
    `^(?:${named}[,:]?|${name}\\s*:)(?:\\s+|$)`, `[,]?\\s+${named}[.!]?$`,
  ];
  const found = forms.map((form) => new RegExp(form, "iu")).find((form) => form.test(sentence.trim()));
  return found ? sentence.trim().replace(found, "").trim() : null;
}

/** The words of the hypothesis that are left; their confidences go with them where the words are told apart. */
function without({ transcript, words }: Hypothesis, rest: string): Hypothesis {
  const at = transcript.indexOf(rest);
  const before = transcript.slice(0, at).split(/\s+/).filter(Boolean).length;
  const left = rest.split(/\s+/).filter(Boolean).length;
  return { transcript: rest, words: words.slice(before, before + left), alternatives: [] };
}

async function takenNames(house: House): Promise<ReadonlySet<string>> {
  const { accounts, payees } = await readNames(house.store);
  return new Set([...accounts.values(), ...payees.values()].map(({ name }) => fold(name)));
}

function escaped(name: string): string {
  return name.trim().replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
}

/** What a row is called: its kind, and its own name. */

import { decodeAccount, decodePayee, decodeTransaction } from "../../ledger/decode";
import type { Sight } from "../../ledger/replay";
import type { Document, Entity } from "../../ledger/types";
import { say, type StringKey } from "../../lib/say";
import { entryOf } from "../parts/entry";
import type { Surroundings } from "./value_words";

/** ["Category", "Groceries"], ["Entry", "Lidl"]; the name is empty where the row has none. */
export function rowWords(entity: Entity, fields: Document, { names, locale }: Surroundings): readonly [kind: string, name: string] {
  const sight: Sight = { entity, id: "", deleted: false, unsynced: false, fields };
  if (entity === "transaction") return [say("slot.entry"), entryOf(decodeTransaction(sight), names, locale).title];
  if (entity === "account") return [say(isCategory(sight) ? "slot.category" : "row.account"), decodeAccount(sight).name];
  return [say(KINDS[entity]), entity === "payee" || entity === "ledger" ? decodePayee(sight).name : ""];
}

const KINDS: Readonly<Record<Exclude<Entity, "transaction" | "account">, StringKey>> = {
  payee: "row.payee", ledger: "row.ledger", lesson: "row.lesson", conflict: "row.conflict",
};

function isCategory(sight: Sight): boolean {
  const { kind } = decodeAccount(sight);
  return kind === "expense" || kind === "income";
}

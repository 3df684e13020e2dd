import { describe, expect, it } from "vitest";

import { rowWords } from "../../../../static/src/elements/attention/row_words";
import type { Document, Entity } from "../../../../static/src/ledger/types";
import { NAMES } from "../household";

const AROUND = { names: NAMES, currency: "EUR", today: "2026-03-17", locale: "en-IE" };

describe("rowWords", () => {
  it.each<[Entity, Document, readonly [string, string]]>([
    ["transaction", { payee: "lidl", lines: {} }, ["Entry", "Lidl"]], ["account", { name: "Groceries", kind: "expense" }, ["Category", "Groceries"]],
    ["account", { name: "Tin", kind: "asset" }, ["Account", "Tin"]], ["payee", { name: "Kiosk" }, ["Payee", "Kiosk"]], ["ledger", { name: "Home" }, ["Ledger", "Home"]],
    ["lesson", { kind: "word", about: "kiosk" }, ["Something learnt", ""]], ["conflict", { path: "date" }, ["A decision", ""]],
  ])("%s is called by its kind and its name", (entity, fields, words) => expect(rowWords(entity, fields, AROUND)).toEqual(words));
});

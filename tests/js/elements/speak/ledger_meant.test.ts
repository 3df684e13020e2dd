import { describe, expect, it } from "vitest";

import "../../../../static/src/screens_sentences";
import { ledgerMeant } from "../../../../static/src/elements/speak/ledger_meant";

const LEDGERS = [
  { id: "h", name: "Household", role: "owner" }, { id: "p", name: "Private", role: "editor" },
  { id: "hh", name: "Household two", role: "owner" }, { id: "v", name: "Club (2026)", role: "viewer" }, { id: "c", name: "Cash", role: "owner" },
] as const;
const meant = (sentence: string) => ledgerMeant(sentence, LEDGERS, new Set(["cash", "lidl"]));

describe("a sentence that names a ledger", () => {
  it.each([
    ["12.50 lidl in household", "h", "12.50 lidl"], ["in the household twelve fifty at lidl", "h", "twelve fifty at lidl"],
    ["Private: coffee 3", "p", "coffee 3"], ["coffee 3 private ledger", "p", "coffee 3"], ["in household ledger coffee three", "h", "coffee three"],
    ["coffee 3, in ledger private.", "p", "coffee 3"], ["coffee 3 in household two", "hh", "coffee 3"], ["cash ledger 5 bus", "c", "5 bus"],
    ["switch to household", "h", ""], ["open the Private ledger", "p", ""], ["Go to Cash", "c", ""], ["switch to club (2026)", "v", ""],
  ])("%s", (sentence, ledger, rest) => expect(meant(sentence)).toEqual({ ledger, rest }));
});

describe("a sentence that names none", () => {
  it.each([
    "12.50 at lidl", "household supplies 12.50", "private lesson 20", "fifty to household", "20 in cash", "5 tea in club (2026)", "switch to decaf", "", "in householdings 5",
  ])("%s", (sentence) => expect(meant(sentence)).toBeNull());
});

import { describe, expect, it } from "vitest";

import { parserContext, parserLocale } from "../../../../static/src/elements/speak/context";
import type { Lesson } from "../../../../static/src/ledger/types";
import { line, NAMES, transaction } from "../household";

const AROUND = { names: NAMES, recent: [], currency: "EUR", today: "2026-03-17", locale: "en-IE", lessons: [], last: null };

describe("parserContext", () => {
  it("names what is open, accounts and categories apart", () => {
    const context = parserContext(AROUND);
    expect(context.accounts).toEqual(["Cash", "Card"]);
    expect(context.categories).toContainEqual({ name: "Eating out", key: "dining" });
    expect(context.categories?.some(({ key }) => key === "opening balances")).toBe(false);
  });
});

describe("what the parser is told", () => {
  it("leaves out a payee whose name was a mishearing of another", () => {
    const names = { ...NAMES, payees: new Map([...NAMES.payees, ["little", { id: "little", name: "Little", aliases: [] }]]) };
    const lesson: Lesson = { id: "l", kind: "alias", about: "little", deleted: false, taught: [{ transaction: "t", meant: "lidl", day: "2026-03-16" }] };
    const { payees, history } = parserContext({ ...AROUND, names, lessons: [lesson] });
    expect([payees, { ...history?.aliases }]).toEqual([["Lidl"], { little: "Lidl" }]);
  });

  it("has the last entry, which may be changed", () =>
    expect(parserContext({ ...AROUND, last: transaction([line(-1250, { category: "salary" })]) }).history?.last).toEqual({ amount: 1250, category: "salary" }));
});

describe("parserLocale", () => {
  it.each([
    ["en", ["de-DE", "en-IE", "en-US"], "EUR", "en-IE"],
    ["en", ["de-DE"], "EUR", "en"],
    ["en", ["en-US"], "INR", "en-IN"],
    ["hi", ["en-US", "hi-IN"], "INR", "hi-IN"],
  ] as const)("of %s in %j with %s is %s", (language, browser, currency, locale) =>
    expect(parserLocale(language, browser, currency)).toBe(locale));
});

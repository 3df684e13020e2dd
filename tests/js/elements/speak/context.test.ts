import { describe, expect, it } from "vitest";

import { historyOf, parserContext, parserLocale } from "../../../../static/src/elements/speak/context";
import { line, NAMES, transaction } from "../household";

const RECENT = [
  transaction([line(1250)], { payee: "lidl" }),
  transaction([line(990)], { payee: "lidl" }),
  transaction([line(-200000, { category: "salary" })]),
  transaction([line(500), line(700, { id: "l2", category: "dining" })], { payee: "lidl" }),
  transaction([line(20000, { category: null, account: "Cash" })]),
];

describe("historyOf", () => {
  it("counts payees by category and gathers amounts, whole transactions only", () => {
    const history = historyOf(RECENT, NAMES);
    expect(JSON.parse(JSON.stringify(history))).toEqual({
      payee_category: { Lidl: { groceries: 2 } }, amounts: { groceries: [1250, 990], salary: [200000] },
    });
  });

  it("survives a payee named like a property of every object", () => {
    const names = { ...NAMES, payees: new Map([["lidl", { id: "lidl", name: "__proto__", aliases: [] }]]) };
    const history = historyOf(RECENT, names);
    expect(Object.keys(history.payee_category ?? {})).toEqual(["__proto__"]);
    expect(({} as Record<string, unknown>)["groceries"]).toBeUndefined();
  });
});

describe("parserContext", () => {
  it("names what is open, accounts and categories apart", () => {
    const context = parserContext({ names: NAMES, recent: [], currency: "EUR", today: "2026-03-17", locale: "en-IE" });
    expect(context.accounts).toEqual(["Cash", "Card"]);
    expect(context.categories).toContainEqual({ name: "Eating out", key: "dining" });
    expect(context.categories?.some(({ key }) => key === "opening balances")).toBe(false);
  });
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

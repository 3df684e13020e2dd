import { describe, expect, it } from "vitest";

import { nameProblem } from "../../../../static/src/elements/settings/account_name";
import { account, ACCOUNTS } from "../household";

describe("a name", () => {
  it.each(["Café", "x".repeat(80), "👩‍🌾".repeat(10)])("that is new is fine: %s", (name) => expect(nameProblem(name, ACCOUNTS)).toBeNull());

  it.each(["", "   "])("of nothing is asked for: “%s”", (name) => expect(nameProblem(name, ACCOUNTS)).toBe("Give it a name."));

  it("that is too long is told the limit", () => expect(nameProblem("x".repeat(81), ACCOUNTS)).toContain("80"));

  it.each(["Groceries", "  groceries ", "GROCERIES", "eating  out"])("that is there already is not made twice: %s", (name) =>
    expect(nameProblem(name, ACCOUNTS)).toMatch(/^There is “(Groceries|Eating out)” already/));

  it("of one that was closed leads to reopening it", () =>
    expect(nameProblem("old bank", [account("o", "asset", { name: "Old bank", closed: true })])).toContain("Reopen"));
});

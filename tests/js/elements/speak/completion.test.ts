import { describe, expect, it } from "vitest";

import { completed, completionOf } from "../../../../static/src/elements/speak/completion";

const NAMES = ["Lidl", "Lindt & Sons", "Éclair", "Groceries"];

describe("completionOf", () => {
  it.each([["12.5 li", "Lidl"], ["lin", "Lindt & Sons"], ["9 GRO", "Groceries"], ["3 éc", "Éclair"]])(
    "completes %s to %s", (text, name) => expect(completionOf(text, NAMES)).toBe(name));

  it.each(["", "12.5 ", "12", "l", "12.5 lidl", "12.5 xy"])("has nothing for “%s”", (text) =>
    expect(completionOf(text, NAMES)).toBeNull());
});

describe("completed", () => {
  it("puts the name in the place of its beginning", () => expect(completed("12.5 li", "Lidl")).toBe("12.5 Lidl "));
});

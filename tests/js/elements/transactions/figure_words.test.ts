import "../../../../static/src/screens_sentences";

import { describe, expect, it } from "vitest";

import { EVERY_TRANSACTION } from "../../../../static/src/elements/shell/routes";
import { figureWords } from "../../../../static/src/elements/transactions/figure_words";
import { NAMES } from "../household";

const words = (more: object): string => figureWords({ ...EVERY_TRANSACTION, ...more }, NAMES, "en");

describe("figureWords", () => {
  it("says spending or income, whose, and which days", () =>
    expect(words({ kind: "expense", payee: "lidl", first: "2026-03-01", last: "2026-03-22" })).toBe("Spending · Lidl · Sun, Mar 1, 2026 – Sun, Mar 22, 2026"));

  it("says a single day once", () => expect(words({ first: "2026-03-01", last: "2026-03-01" })).toBe("Sun, Mar 1, 2026"));

  it("says that a payee it does not know is one", () => expect(words({ kind: "income", payee: "gone" })).toBe("Income · One payee"));

  it("has nothing to say of month and category, which have their own fields", () => expect(words({ month: "2026-03", category: "c1" })).toBe(""));

  it("has no word for a kind that does not exist", () => expect(words({ kind: "toString" })).toBe(""));
});

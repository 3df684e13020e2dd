import { describe, expect, it } from "vitest";

import { monthAnswerOf } from "../../../../static/src/elements/month/month_answer";
import { spokenWords } from "../../../../static/src/elements/month/sections";

const told = (sentence: string) => ({ sentence, spoken: `${sentence} aloud`, parts: [{ text: sentence, fact: null, link: null }], facts: [] });
const ANSWER = {
  currency: "EUR", reason_without_finding: null,
  finding: { told: told("Changed."), currency: "EUR", contributions: [{ category: "c1", name: "Fuel", delta: -500 }, { category: "c2", name: "Rent", delta: 700 }] },
  compared: { told: told("Compared.") },
  projection: { told: told("Heading."), known: 1, expected: 2, low: 1, high: 3, so_far_by_day: [1], typical_by_day: [1, 2] },
  course: { so_far_by_day: [1, 4], typical_by_day: [1, 2], months: 6 },
  months: { told: told("Year."), months: [{ month: "2026-10", income: null, spent: 5 }] },
  upcoming: { told: told("Bills."), total: 5, last: "2026-12-22", bills: [{ day: "2026-12-01", payee: "p1", name: "Rent", amount: 5, late: false }] },
  subscriptions: [{ payee: "p1", name: "Rent", cadence: "monthly", amount: 5, yearly: 60, next_day: "2026-12-01", rise: { before: 4, now: 5, since: "2026-01-01" } }],
  cards: [{ id: "anomaly:c1:2026-11", kind: "anomaly", title: "Unusual", told: told("Card."), link: { first: "2026-11-01", last: null, category: "c1", payee: null, kind: null } }],
  digest: { id: "digest:2026-W47", told: [told("Week.")] },
};

describe("monthAnswerOf", () => {
  it("reads every section", () => {
    const read = monthAnswerOf(ANSWER)!;
    expect(read.changed).toMatchObject({ delta: 200, contributions: [{ name: "Fuel" }, { name: "Rent" }] });
    expect(read.projection).toMatchObject({ soFar: [1], typical: [1, 2] });
    expect(read.course).toEqual({ soFar: [1, 4], typical: [1, 2] });
    expect(read.months?.months).toEqual([{ month: "2026-10", income: null, spent: 5 }]);
    expect(read.subscriptions[0]?.rise).toEqual({ before: 4, now: 5, since: "2026-01-01" });
    expect(read.cards[0]?.link).toEqual({ first: "2026-11-01", category: "c1" });
    expect(read.digest?.told).toHaveLength(1);
  });

  it("does without a section of another shape, and keeps the others", () => {
    const read = monthAnswerOf({ ...ANSWER, projection: { ...ANSWER.projection, expected: 0.5 }, months: "?", cards: [{ id: 3 }] })!;
    expect([read.projection, read.months, read.cards]).toEqual([null, null, []]);
    expect(read.compared?.sentence).toBe("Compared.");
  });

  it("reads the copy an older version kept", () =>
    expect(monthAnswerOf({ finding: null, reason_without_finding: "Too early." })).toMatchObject({ reason: "Too early.", changed: null, cards: [], subscriptions: [] }));

  it.each([null, undefined, "text", [], {}])("is null for %j", (answer) => expect(monthAnswerOf(answer)).toBeNull());
});

describe("spokenWords", () => {
  it("read the sections in the screen's order, in their spoken forms", () =>
    expect(spokenWords(monthAnswerOf(ANSWER)!)).toEqual(["Compared.", "Changed.", "Bills.", "Card.", "Heading.", "Year."].map((one) => `${one} aloud`)));

  it("read why there is nothing, where there is nothing", () =>
    expect(spokenWords(monthAnswerOf({ finding: null, reason_without_finding: "Too early." })!)).toEqual(["Too early."]));
});

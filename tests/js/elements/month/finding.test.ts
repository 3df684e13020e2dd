import { describe, expect, it } from "vitest";

import { findingOf } from "../../../../static/src/elements/month/finding";

const FINDING = { sentence: "You spent €5.00.", currency: "EUR", contributions: [{ category: "c1", name: "Fuel", delta: -500 }, { name: "broken" }, { category: "c2", name: "Half", delta: 0.5 }] };

describe("findingOf", () => {
  it("takes the sentence and the contributions of the right shape", () =>
    expect(findingOf({ finding: FINDING, reason_without_finding: null })).toEqual({
      sentence: "You spent €5.00.", currency: "EUR", contributions: [{ category: "c1", name: "Fuel", delta: -500 }],
    }));

  it("takes the reason where there is no finding", () => expect(findingOf({ finding: null, reason_without_finding: "Too early." })).toBe("Too early."));

  it.each([null, undefined, "text", { finding: { sentence: 3 } }, {}])("is null for %j", (answer) => expect(findingOf(answer)).toBeNull());
});

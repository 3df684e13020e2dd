import { describe, expect, it } from "vitest";

import { daysInWords, periodInWords } from "../../../../static/src/elements/speak/period_words";
import type { Period } from "../../../../static/src/ledger/reading";

const TODAY = "2026-03-17";

describe("periodInWords", () => {
  it.each<[Period | null, string]>([
    [null, "in all your entries"], [["2026-03-17", "2026-03-17"], "today"], [["2026-03-16", "2026-03-16"], "yesterday"],
    [["2026-03-03", "2026-03-03"], "on Tue, 3 Mar"], [["2026-03-01", "2026-03-31"], "this month"], [["2026-03-01", "2026-03-17"], "this month"],
    [["2026-02-01", "2026-02-28"], "last month"], [["2025-11-01", "2025-11-30"], "in November 2025"], [["2026-01-01", "2026-12-31"], "this year"],
    [["2026-01-01", "2026-03-17"], "this year"], [["2025-01-01", "2025-12-31"], "last year"], [["2023-01-01", "2023-12-31"], "in 2023"],
    [["2026-03-16", "2026-03-22"], "this week"], [["2026-03-09", "2026-03-15"], "last week"], [["2026-03-03", "2026-03-05"], "from Tue, 3 Mar to Thu, 5 Mar"],
    [["2026-02-02", "2026-02-08"], "from Mon, 2 Feb to Sun, 8 Feb"],
  ])("of %j", (period, words) => expect(periodInWords(period, TODAY, "en-IE")).toBe(words));
});

describe("daysInWords", () => {
  it("are the first and the last", () => expect(daysInWords(["2026-03-01", "2026-03-31"], "en-GB").replace(/\s/g, "")).toBe("1–31Mar2026"));
});

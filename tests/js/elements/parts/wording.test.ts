import { describe, expect, it } from "vitest";

import { dayInWords, languageInItself, monthInWords, sayCount, sizeInWords } from "../../../../static/src/elements/parts/wording";

describe("dayInWords", () => {
  it.each([
    ["2026-03-17", "Today"], ["2026-03-16", "Yesterday"], ["2026-03-18", "Tomorrow"], ["2026-03-03", "Tue 3 Mar"], ["2025-12-31", "Wed, 31 Dec 2025"],
  ])("%s is %s", (day, words) => expect(dayInWords(day, "2026-03-17", "en-IE").replace(",", "")).toBe(words.replace(",", "")));
});

describe("monthInWords", () => {
  it.each([["2026-01", "This month"], ["2025-12", "Last month"], ["2025-11", "November 2025"]])("%s is %s", (month, words) =>
    expect(monthInWords(month, "2026-01", "en")).toBe(words));
});

describe("sayCount", () => {
  it("takes the form of the number", () => {
    expect(sayCount("saved", 1)).toBe("Saved on this phone");
    expect(sayCount("saved", 2)).toBe("2 entries saved on this phone");
  });
});

describe("sizeInWords", () => {
  it("rounds to tenths of a megabyte", () => expect(sizeInWords(3_273_178, "en")).toBe("3.3 MB"));
});

describe("languageInItself", () => {
  it.each([["de", "Deutsch"], ["en", "English"], ["hi", "हिन्दी"]])("%s is %s", (code, words) => expect(languageInItself(code)).toBe(words));
});

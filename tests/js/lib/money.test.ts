import { describe, expect, it } from "vitest";

import { decimalsOf, decimalText, formatMoney, parseMoney } from "../../../static/src/lib/money";

describe("decimalsOf", () => {
  it.each([["EUR", 2], ["JPY", 0], ["KWD", 3], ["CLF", 4], ["HUF", 2], ["IDR", 2], ["IQD", 3]])("%s has %i", (currency, decimals) =>
    expect(decimalsOf(currency)).toBe(decimals));
});

describe("decimalText", () => {
  it.each([
    [1250, "EUR", "12.50"], [-1250, "EUR", "-12.50"], [5, "EUR", "0.05"], [1250, "JPY", "1250"], [7, "KWD", "0.007"],
    [Number.MAX_SAFE_INTEGER, "EUR", "90071992547409.91"],
  ])("%i %s is %s", (minor, currency, text) => expect(decimalText(minor, currency)).toBe(text));
});

describe("formatMoney", () => {
  it("groups digits as the locale does, to the last minor unit", () => {
    expect(formatMoney(10000000, "INR", "en-IN")).toBe("₹1,00,000.00");
    expect(formatMoney(5000000000, "INR", "en-IN")).toBe("₹5,00,00,000.00");
    expect(formatMoney(-123450, "USD", "en-US")).toBe("−$1,234.50");
    expect(formatMoney(123450, "EUR", "de").replaceAll("\u00a0", " ")).toBe("1.234,50 €");
    expect(formatMoney(1250, "JPY", "en-US")).toBe("¥1,250");
    expect(formatMoney(123456, "HUF", "en-US").replaceAll("\u00a0", " ")).toBe("HUF 1,234.56");
    expect(formatMoney(Number.MAX_SAFE_INTEGER, "USD", "en-US")).toBe("$90,071,992,547,409.91");
  });
});

describe("parseMoney", () => {
  it.each([
    ["12.50", "EUR", "en", 1250], ["12,50", "EUR", "de", 1250], ["12.50", "EUR", "de", 1250], ["12,5", "EUR", "en", 1250],
    ["1,234", "EUR", "en", 123400], ["1.234", "EUR", "de", 123400], ["1.234,5", "EUR", "de", 123450],
    ["1,234.50", "USD", "en", 123450], ["1,00,000", "INR", "en-IN", 10000000], ["₹5,00,00,000", "INR", "en-IN", 5000000000],
    ["$12", "USD", "en", 1200], ["EUR 12", "EUR", "en", 1200], ["12 €", "EUR", "de", 1200], ["1 234,50", "EUR", "fr", 123450],
    ["1'234.50", "CHF", "de-CH", 123450], [".5", "EUR", "en", 50], ["-3", "EUR", "en", -300], ["−3", "EUR", "en", -300],
    ["1.234", "KWD", "en", 1234], ["500", "JPY", "en", 500], ["१२.५०", "INR", "hi", 1250], ["١٢٫٥", "KWD", "ar", 12500],
    ["0", "EUR", "en", 0], ["1.234.567", "EUR", "en", 123456700], ["0.123", "KWD", "de", 123],
  ])("%s in %s (%s) is %i", (text, currency, locale, minor) => expect(parseMoney(text, currency, locale)).toBe(minor));

  it.each([
    ["", "EUR", "en"], ["12.505", "EUR", "en"], ["12,505", "EUR", "de"], ["12.5", "JPY", "en"], ["twelve", "EUR", "en"],
    ["1.2.3", "EUR", "en"], ["1,23,4", "EUR", "en"], ["12-5", "EUR", "en"], ["1e5", "EUR", "en"], ["99999999999999999", "EUR", "en"],
    ["1,2.34.5", "EUR", "en"], ["12 USD", "EUR", "en"],
  ])("does not guess at '%s' in %s (%s)", (text, currency, locale) => expect(parseMoney(text, currency, locale)).toBeNull());
});

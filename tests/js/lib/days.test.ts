import { describe, expect, it } from "vitest";

import { addDays, addMonths, dayIn, formatDay, formatMonth, isDay, monthOf } from "../../../static/src/lib/days";

describe("isDay", () => {
  it.each(["2026-02-28", "2024-02-29", "1999-12-31"])("knows %s", (day) => expect(isDay(day)).toBe(true));
  it.each(["2026-02-29", "2026-13-01", "2026-1-1", "2026-03-17T00:00", "", "17.03.2026"])("refuses %s", (day) =>
    expect(isDay(day)).toBe(false));
});

describe("dayIn", () => {
  it("is the day of the ledger's time zone, not of the clock's", () => {
    const evening = new Date("2026-03-16T20:00:00Z");
    expect(dayIn("Asia/Kolkata", evening)).toBe("2026-03-17");
    expect(dayIn("America/Los_Angeles", evening)).toBe("2026-03-16");
    expect(dayIn("Pacific/Kiritimati", new Date("2026-12-31T10:00:00Z"))).toBe("2027-01-01");
  });
});

describe("addDays", () => {
  it.each([
    ["2026-02-28", 1, "2026-03-01"], ["2024-02-28", 1, "2024-02-29"], ["2026-01-01", -1, "2025-12-31"],
    ["2026-03-28", 2, "2026-03-30"], ["2026-10-24", 2, "2026-10-26"],
  ])("%s and %i days is %s", (day, days, later) => expect(addDays(day, days)).toBe(later));
});

describe("addMonths", () => {
  it.each([["2026-01", -1, "2025-12"], ["2026-11", 2, "2027-01"], ["2026-05", 0, "2026-05"], ["2026-12", -24, "2024-12"]])(
    "%s and %i months is %s", (month, months, later) => expect(addMonths(month, months)).toBe(later));
});

describe("words for days", () => {
  it("are those of the language", () => {
    expect(monthOf("2026-03-17")).toBe("2026-03");
    expect(formatDay("2026-03-17", "en-US")).toBe("Tue, Mar 17, 2026");
    expect(formatMonth("2026-03", "de")).toBe("März 2026");
  });
});

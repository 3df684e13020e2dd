import { describe, expect, it } from "vitest";

import { addressOf, EVERY_TRANSACTION, routeOf, type Route } from "../../../../static/src/elements/shell/routes";

const ROUTES: readonly (readonly [string, Route])[] = [
  ["/", { screen: "speak", listen: false }],
  ["/?speak", { screen: "speak", listen: true }],
  ["/transactions", EVERY_TRANSACTION],
  ["/transactions?month=2026-03&category=c1&search=lidl+and+co", { ...EVERY_TRANSACTION, month: "2026-03", category: "c1", search: "lidl and co" }],
  ["/transactions/t1?search=lidl", { ...EVERY_TRANSACTION, open: "t1", search: "lidl" }],
  ["/transactions?category=c1&first=2026-03-01&last=2026-03-22", { ...EVERY_TRANSACTION, category: "c1", first: "2026-03-01", last: "2026-03-22" }],
  ["/transactions?month=2026-03&payee=p1&kind=income", { ...EVERY_TRANSACTION, month: "2026-03", payee: "p1", kind: "income" }],
  ["/month", { screen: "month", month: null }],
  ["/month?month=2026-03", { screen: "month", month: "2026-03" }],
  ["/settings", { screen: "settings" }],
  ["/attention", { screen: "attention" }],
];

const at = (address: string): URL => new URL(address, "https://funds.example");

describe("an address", () => {
  it.each(ROUTES)("%s means its route and comes back from it", (address, route) => {
    expect(routeOf(at(address))).toEqual(route);
    expect(addressOf(route)).toBe(address);
  });

  it.each(["/accounts/login/", "/api/session", "/nowhere"])("%s is not the browser's", (address) =>
    expect(routeOf(at(address)).screen).toBe("unknown"));

  it.each(["2026-13", "2026", "march", "2026-3"])("with the month %s means no month", (month) =>
    expect(routeOf(at(`/month?month=${month}`))).toEqual({ screen: "month", month: null }));
});

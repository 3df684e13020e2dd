/** The browser's own addresses: an address to a route and back. */

import type { Day, Month } from "../../ledger/types";

export type Route =
  | { readonly screen: "speak"; readonly listen: boolean; readonly shared?: boolean }
  | {
      readonly screen: "transactions";
      readonly open: string | null;
      readonly month: Month | null;
      readonly category: string | null;
      readonly search: string;
      /** What a figure counted: days, both included, a payee, spending or income alone. */
      readonly first: Day | null;
      readonly last: Day | null;
      readonly payee: string | null;
      readonly kind: string | null;
    }
  | { readonly screen: "month"; readonly month: Month | null }
  | { readonly screen: "settings" }
  | { readonly screen: "attention" }
  | { readonly screen: "unknown" };

export type Screen = Route["screen"];
export type TransactionsRoute = Extract<Route, { screen: "transactions" }>;

export const EVERY_TRANSACTION: TransactionsRoute = {
  screen: "transactions", open: null, month: null, category: null, search: "", first: null, last: null, payee: null, kind: null,
};

const NARROWED = ["category", "first", "last", "payee", "kind"] as const;

/** The route an address means; `unknown` for one that is not the browser's. */
export function routeOf(url: URL): Route {
  const [screen = "", id = null] = url.pathname.split("/").filter(Boolean);
  const month = monthOf(url.searchParams.get("month"));
  if (screen === "") return { screen: "speak", listen: url.searchParams.has("speak"), ...(url.searchParams.has("shared") && { shared: true }) };
  if (screen === "transactions") return transactionsRoute(url.searchParams, id, month);
  if (screen === "month") return { screen, month };
  if (screen === "settings" || screen === "attention") return { screen };
  return { screen: "unknown" };
}

/** The address of a route: "/transactions?month=2026-03". */
export function addressOf(route: Route): string {
  if (route.screen === "speak" && route.shared) return "/?shared";
  if (route.screen === "speak") return route.listen ? "/?speak" : "/";
  if (route.screen === "transactions") return transactionsAddress(route);
  if (route.screen === "month") return withQuery("/month", { month: route.month });
  return route.screen === "unknown" ? "/" : `/${route.screen}`;
}

function transactionsRoute(query: URLSearchParams, open: string | null, month: Month | null): TransactionsRoute {
  const [category = null, first = null, last = null, payee = null, kind = null] = NARROWED.map((name) => query.get(name));
  return { screen: "transactions", open, month, category, search: query.get("search") ?? "", first, last, payee, kind };
}

function transactionsAddress({ screen: _screen, open, ...filter }: TransactionsRoute): string {
  return withQuery(open ? `/transactions/${open}` : "/transactions", filter);
}

function withQuery(path: string, values: Readonly<Record<string, string | null>>): string {
  const filled = Object.entries(values).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return filled.length ? `${path}?${new URLSearchParams(filled).toString()}` : path;
}

function monthOf(text: string | null): Month | null {
  return text && /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? text : null;
}

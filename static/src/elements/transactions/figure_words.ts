/** What a figure counted, in words: the list its link leads to says which days, whose payee, spending or income. */

import { formatDay } from "../../lib/days";
import { say } from "../../lib/say";
import type { Names } from "../parts/accounts";
import type { TransactionsRoute } from "../shell/routes";

/** "Spending · Lidl · Sun, Nov 1, 2026 – Sun, Nov 22, 2026"; empty where nothing but month, category and words narrows. */
export function figureWords({ first, last, payee, kind }: TransactionsRoute, names: Names, locale: string): string {
  const kinds = { expense: say("transactions.spending"), income: say("transactions.income") };
  const whose = payee === null ? "" : names.payees.get(payee)?.name ?? say("transactions.one_payee");
  const days = [...new Set([first, last])].filter((day) => day !== null).map((day) => formatDay(day, locale)).join(" – ");
  return [kind === "expense" || kind === "income" ? kinds[kind] : "", whose, days].filter(Boolean).join(" · ");
}

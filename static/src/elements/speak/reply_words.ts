/** The answer to a question in words: the figure, what it counts, and how it compares. */

import type { Question } from "../../ledger/question";
import type { Reply, Sum } from "../../ledger/reply";
import type { Day } from "../../ledger/types";
import { formatMoney } from "../../lib/money";
import { say } from "../../lib/say";
import { sayCount } from "../parts/wording";
import { periodInWords } from "./period_words";

export interface Reader {
  readonly today: Day;
  readonly locale: string;
}

export interface ReplyWords {
  /** The figures, large: one per currency, or a count; empty where there is nothing to show. */
  readonly figures: readonly string[];
  /** The whole answer as a sentence, to be read or spoken. */
  readonly sentence: string;
  /** What else is to be known: the comparison, or why there is no better answer. */
  readonly more: readonly string[];
}

export function replyWords(reply: Reply, reader: Reader): ReplyWords {
  const { measure } = reply.question.query;
  if (measure === "balance") return balanceWords(reply, reader);
  if (measure === "count") return { figures: [String(reply.count)], sentence: counted("reply.count", reply, reader), more: [] };
  if (reply.count === 0) return { figures: [], sentence: nothing(reply, reader), more: measure === "left" ? [say("reply.budgets")] : comparison(reply, reader) };
  if (measure === "largest" || measure === "last") return shownWords(reply, reader);
  return { figures: figuresOf(reply.sums, reader), sentence: sumWords(reply, reader), more: measure === "left" ? [say("reply.budgets")] : comparison(reply, reader) };
}

/** What was understood as the rows to count, each with its small word: " on Groceries at Lidl". */
export function whatWords({ query, categories, payees, accounts, tag, words }: Question): string {
  const incoming = query.measure === "received";
  const names = (rows: readonly { readonly name: string }[]): string => rows.map(({ name }) => name).join(", ");
  return [
    categories.length > 0 && say("reply.on", { name: names(categories) }),
    payees.length > 0 && say(incoming ? "reply.from" : "reply.at", { name: names(payees) }),
    accounts.length > 0 && say(incoming ? "reply.into" : "reply.from", { name: names(accounts) }),
    tag !== "" && say("reply.tagged", { name: tag }),
    ...words.map((name) => say("reply.with", { name })),
  ].filter((part) => part !== false).join("");
}

function sumWords(reply: Reply, reader: Reader): string {
  const { sums, question: { query: { measure } } } = reply;
  if (measure === "average") return counted("reply.average", reply, reader, reply.months);
  if (measure === "received") return say("reply.received", places(reply, reader));
  const back = sums.length > 0 && sums.every(({ amount }) => amount < 0);
  if (!back) return say("reply.spent", places(reply, reader));
  return say("reply.back", { ...places(reply, reader), figure: listed(figuresOf(negated(sums), reader), reader) });
}

function counted(stem: "reply.count" | "reply.average", reply: Reply, reader: Reader, count = reply.count): string {
  const form = new Intl.PluralRules(reader.locale).select(count) === "one" ? "one" : "other";
  return say(`${stem}.${form}`, { ...places(reply, reader), count });
}

function shownWords(reply: Reply, reader: Reader): ReplyWords {
  const last = reply.question.query.measure === "last";
  const [first] = reply.shown;
  const day = last && first ? { when: capital(periodInWords([first.date, first.date], reader.today, reader.locale)) } : {};
  const figures = figuresOf(reply.sums, reader);
  return { figures, sentence: say(last ? "reply.last" : "reply.largest", { ...places(reply, reader), ...day }), more: [] };
}

function balanceWords({ question, sums, held }: Reply, reader: Reader): ReplyWords {
  const [lost] = question.words;
  if (lost !== undefined) return { figures: [], sentence: say("reply.no_account", { name: lost }), more: [] };
  const more = question.query.period === null || question.query.period[1] >= reader.today ? [] : [say("reply.holds_today")];
  const [only] = question.accounts.length === 1 ? held : [];
  if (!only) return { figures: figuresOf(sums, reader), sentence: say("reply.holds_all", { figure: listed(figuresOf(sums, reader), reader) }), more };
  const owed = only.account.kind === "liability" && sums.every(({ amount }) => amount <= 0);
  const figures = figuresOf(owed ? negated(sums) : sums, reader);
  return { figures, sentence: say(owed ? "reply.owes" : "reply.holds", { figure: listed(figures, reader), account: only.account.name }), more };
}

function nothing(reply: Reply, reader: Reader): string {
  const { measure } = reply.question.query;
  if (measure === "last") return say("reply.never", places(reply, reader));
  const key = measure === "received" ? "reply.nothing_received" : measure === "largest" ? "reply.nothing" : "reply.nothing_spent";
  return say(key, places(reply, reader));
}

/** "€12.00 more than last month", currency by currency; what the other period held where they have none in common. */
function comparison({ question, sums, compared }: Reply, { today, locale }: Reader): readonly string[] {
  if (compared === null || question.query.compare === undefined) return [];
  const when = periodInWords(question.query.compare, today, locale);
  if (compared.length === 0) return [capital(say("reply.nothing_then", { when }))];
  return compared.map(({ currency, amount }) => {
    const more = (sums.find((sum) => sum.currency === currency)?.amount ?? 0) - amount;
    const words = { amount: formatMoney(Math.abs(more), currency, locale), when, figure: formatMoney(amount, currency, locale) };
    return say(more === 0 ? "reply.same" : more > 0 ? "reply.more" : "reply.less", words);
  });
}

function places(reply: Reply, reader: Reader): Record<"figure" | "what" | "when", string> {
  const { query } = reply.question;
  return {
    figure: listed(figuresOf(reply.sums, reader), reader), what: whatWords(reply.question),
    when: periodInWords(query.period, reader.today, reader.locale),
  };
}

function figuresOf(sums: readonly Sum[], { locale }: Reader): readonly string[] {
  return sums.map(({ amount, currency }) => formatMoney(amount, currency, locale));
}

function listed(figures: readonly string[], { locale }: Reader): string {
  return new Intl.ListFormat(locale).format(figures);
}

function negated(sums: readonly Sum[]): readonly Sum[] {
  return sums.map(({ currency, amount }) => ({ currency, amount: -amount }));
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** "Show the 12 entries". */
export function showWords(count: number): string {
  return sayCount("reply.show", count);
}

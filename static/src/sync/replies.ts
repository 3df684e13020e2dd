/** Questions answered from this phone's daybooks, with the transactions they counted. */

import { type Daybook, entriesOf } from "../ledger/daybook";
import { decodeTransaction } from "../ledger/decode";
import { counter, type LedgerNames, type Question, understood } from "../ledger/question";
import type { Period, Query } from "../ledger/reading";
import { inOrder, monthsOver, perMonth, type Reply, sinceFirst, type Sum, sumsOf, type Tally, tallied, yearBefore } from "../ledger/reply";
import type { Day, Month, Transaction } from "../ledger/types";
import { monthOf } from "../lib/days";
import type { Reading, Seen } from "./database";
import { accountsOf, balancesOf, pages, payeesOf } from "./reads";
import type { LedgerHead } from "./store";

const NOTHING = { count: 0, months: 1, compared: null, shown: [] };

/** The answer to a question as the ledger stands on this phone. */
export async function replyTo(reading: Reading, ledger: LedgerHead, query: Query, today: Day): Promise<Reply> {
  const names = await namesOf(reading, ledger.id);
  const asked = understood(query, names);
  if (query.measure === "balance") return { question: asked, ...NOTHING, ...(await held(reading, ledger, asked)) };
  const [question, tally] = await widened(reading, ledger.id, asked, names, today);
  const compared = query.compare === undefined ? null : await tallyOf(reading, ledger.id, during(question, query.compare), names);
  const months = query.measure === "average" ? monthsOver(question.query.period, tally.months, today) : 1;
  const shown = await shownOf(reading, ledger, question, names, tally);
  return {
    question, count: tally.count, months, shown, held: [],
    sums: inOrder(perMonth(figures(question, names, tally, shown), months), ledger.currency),
    compared: compared && inOrder(compared.sums, ledger.currency),
  };
}

/** An average over this month alone says nothing: it is taken over the twelve whole months before, where they hold something. */
async function widened(reading: Reading, ledger: string, question: Question, names: LedgerNames, today: Day): Promise<readonly [Question, Tally]> {
  const year = yearBefore(question.query, today);
  const tally = year && (await tallyOf(reading, ledger, during(question, year), names));
  if (year && tally && tally.count > 0) return [during(question, sinceFirst(year, tally.months)), tally];
  return [question, await tallyOf(reading, ledger, question, names)];
}

/** The transactions a question counts, newest first. */
export async function countedBy(reading: Reading, ledger: string, query: Query, limit: number): Promise<readonly Transaction[]> {
  const names = await namesOf(reading, ledger);
  const question = understood(query, names);
  const { months } = await tallyOf(reading, ledger, question, names);
  const found: Transaction[] = [];
  for (const month of [...months].sort().reverse()) {
    found.push(...(await countedIn(reading, ledger, month, counts(question, names))));
    if (found.length >= limit) return found.slice(0, limit);
  }
  return found;
}

async function namesOf(reading: Reading, ledger: string): Promise<LedgerNames> {
  const [accounts, payees] = await Promise.all([accountsOf(reading, ledger), payeesOf(reading, ledger)]);
  return { accounts, payees };
}

async function tallyOf(reading: Reading, ledger: string, question: Question, names: LedgerNames): Promise<Tally> {
  return tallied(await daybooksOf(reading, ledger, question.query.period), question, names);
}

async function daybooksOf(reading: Reading, ledger: string, period: Period | null): Promise<readonly (readonly [Month, Daybook])[]> {
  const [first, last] = period ?? ["", "9999-99-99"];
  const range = IDBKeyRange.bound([ledger, monthOf(first)], [ledger, monthOf(last)]);
  const books = await reading.objectStore("daybooks").getAll(range);
  return books.map(({ month, ...book }) => [month, book] as const);
}

function during(question: Question, period: Period): Question {
  return { ...question, query: { ...question.query, period } };
}

async function held(reading: Reading, ledger: LedgerHead, { accounts }: Question): Promise<Pick<Reply, "sums" | "held">> {
  const [balances, all] = await Promise.all([balancesOf(reading, ledger.id), accountsOf(reading, ledger.id)]);
  const asked = all.filter(({ id }) => (accounts.length === 0 ? balances.has(id) : accounts.some((one) => one.id === id)));
  const rows = asked.map((account) => ({ account, sums: inOrder(balances.get(account.id) ?? new Map(), account.currency) }));
  const total = new Map<string, number>();
  for (const { currency, amount } of rows.flatMap(({ sums }) => sums)) total.set(currency, (total.get(currency) ?? 0) + amount);
  const live = rows.filter(({ account, sums }) => !account.closed || sums.some((sum: Sum) => sum.amount !== 0));
  return { sums: inOrder(total, ledger.currency), held: live };
}

/** The largest of each currency, or the last one: the daybook knows its day, the view the rest. */
async function shownOf(reading: Reading, ledger: LedgerHead, question: Question, names: LedgerNames, tally: Tally): Promise<readonly Transaction[]> {
  const counted = counts(question, names);
  const { measure } = question.query;
  if (measure === "last") return tally.last === null ? [] : (await countedIn(reading, ledger.id, tally.last, counted)).slice(0, 1);
  if (measure !== "largest") return [];
  const rows = await Promise.all(inOrder(figures(question, names, tally, []), ledger.currency).map(async ({ currency, amount }) => {
    const day = tally.largest.get(currency)?.day ?? "";
    const there = await countedIn(reading, ledger.id, day, counted);
    return there.filter((one) => sumsOf(question, names, [one]).get(currency) === amount);
  }));
  return rows.flatMap((found) => found.slice(0, 1));
}

/** What is told: the sums of all that counted, of the largest alone, or of the last alone. */
function figures(question: Question, names: LedgerNames, tally: Tally, shown: readonly Transaction[]): ReadonlyMap<string, number> {
  const { measure } = question.query;
  if (measure === "largest") return new Map([...tally.largest].map(([currency, { amount }]) => [currency, amount]));
  return measure === "last" ? sumsOf(question, names, shown) : tally.sums;
}

function counts(question: Question, names: LedgerNames): (seen: Seen) => boolean {
  const wanted = counter(question, names);
  return (seen) => entriesOf(seen).some(wanted);
}

/** Of a month or of a day, newest first. */
async function countedIn(reading: Reading, ledger: string, start: Month | Day, wanted: (seen: Seen) => boolean): Promise<readonly Transaction[]> {
  const found: Transaction[] = [];
  for await (const page of pages(reading, ledger, start, 500)) found.push(...page.filter(wanted).map(decodeTransaction));
  return found;
}

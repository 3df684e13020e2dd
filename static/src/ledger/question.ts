/** What a question means in this ledger: its names resolved to rows, and which lines it counts. */

import { fold } from "../lib/fold";
import type { Entry } from "./daybook";
import type { Query } from "./reading";
import type { Account, Payee } from "./types";

/** A question with its names resolved; an empty list narrows nothing. */
export interface Question {
  readonly query: Query;
  readonly categories: readonly Account[];
  readonly payees: readonly Payee[];
  readonly accounts: readonly Account[];
  readonly tag: string;
  /** What names no row of this ledger, and is looked for as words. */
  readonly words: readonly string[];
}

export interface LedgerNames {
  readonly accounts: readonly Account[];
  readonly payees: readonly Payee[];
}

/** The rows that a question's names mean; a name that means none is looked for as a word. */
export function understood(query: Query, { accounts, payees }: LedgerNames): Question {
  const { category, payee, account, tag, text } = query.filter;
  const places = accounts.filter(({ kind }) => kind === "asset" || kind === "liability");
  const found = {
    categories: category === undefined ? [] : called(category, accounts.filter((one) => !places.includes(one))),
    payees: payee === undefined ? [] : payeesCalled(payee, payees),
    accounts: account === undefined ? [] : called(account, places),
  };
  const lost = [[category, found.categories], [payee, found.payees], [account, found.accounts]] as const;
  const words = lost.flatMap(([name, rows]) => (name !== undefined && rows.length === 0 ? [name] : []));
  return { query, ...found, tag: tag ?? "", words: text === undefined ? words : [...words, text] };
}

/** Whether a line is one the question counts. Transfers and openings are none, unless an account's lines are asked for. */
export function counter(question: Question, names: LedgerNames): (entry: Entry) => boolean {
  const wanted = wantedCategories(question, names);
  const ids = (rows: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(rows.map(({ id }) => id));
  const [payees, accounts] = [ids(question.payees), ids(question.accounts)];
  const [first, last] = question.query.period ?? ["", "\uffff"];
  const tagged = fold(question.tag);
  const says = speller(question.words, names);
  return (entry) =>
    entry.day >= first && entry.day <= last && wanted.has(entry.category) &&
    (payees.size === 0 || payees.has(entry.payee)) &&
    (accounts.size === 0 || accounts.has(entry.account)) &&
    (tagged === "" || entry.tags.split("\n").some((tag) => fold(tag) === tagged)) && says(entry);
}

/** +1 where more on the line is more of what was asked for, -1 where the books count the other way round (income). */
export function signOf({ query: { measure }, categories }: Question, names: LedgerNames): (entry: Entry) => 1 | -1 {
  const income = new Set(names.accounts.filter(({ kind }) => kind === "income").map(({ id }) => id));
  if (measure === "received" || (categories.length > 0 && categories.every(({ id }) => income.has(id)))) return () => -1;
  return measure === "count" || measure === "last" ? ({ category }) => (income.has(category) ? -1 : 1) : () => 1;
}

/** The categories whose lines count: those named; else all of spending, of income, or both, as the measure asks. */
function wantedCategories({ query: { measure }, categories }: Question, { accounts }: LedgerNames): ReadonlySet<string> {
  if (categories.length > 0) return new Set(categories.map(({ id }) => id));
  const kinds = { received: ["income"], count: ["expense", "income"], last: ["expense", "income"] }[measure as string] ?? ["expense"];
  return new Set(accounts.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id));
}

/** By lexicon key or by name. */
function called(name: string, accounts: readonly Account[]): readonly Account[] {
  const wanted = fold(name);
  const exact = accounts.filter((account) => fold(account.name) === wanted);
  return exact.length > 0 ? exact : accounts.filter(({ key }) => key === name);
}

/** Of that name or alias; else those whose name begins with it: "amazon" finds "Amazon Prime". */
function payeesCalled(name: string, payees: readonly Payee[]): readonly Payee[] {
  const wanted = fold(name);
  const exact = payees.filter((payee) => fold(payee.name) === wanted || payee.aliases.includes(wanted));
  return exact.length > 0 ? exact : payees.filter((payee) => fold(payee.name).startsWith(`${wanted} `));
}

/** Whether every word stands in a line's payee, note, tags or category; each text is looked at once. */
function speller(phrases: readonly string[], { accounts, payees }: LedgerNames): (entry: Entry) => boolean {
  const words = phrases.flatMap((phrase) => fold(phrase).split(" ")).filter((word) => word !== "");
  const names = new Map([...accounts, ...payees].map(({ id, name }) => [id, name]));
  const seen = new Map<string, string>();
  const folded = (text: string): string => {
    const known = seen.get(text) ?? fold(names.get(text) ?? text);
    seen.set(text, known);
    return known;
  };
  return ({ payee, note, tags, category }) => words.every((word) => [payee, note, tags, category].some((text) => folded(text).includes(word)));
}

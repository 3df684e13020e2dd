/** What can be read from this phone's ledger; every answer is explicitly ordered. */

import { fold } from "../lib/fold";
import { naturalId } from "../lib/ids";
import { decodeAccount, decodeConflict, decodePayee, decodeTransaction } from "../ledger/decode";
import type { Account, Conflict, Day, Entity, Minor, Month, Payee, RollupCell, Transaction } from "../ledger/types";
import type { OutboxEntry, Reading, Seen } from "./database";
import { answeredOf, laterThan } from "./outbox";
import type { OutboxCount } from "./outbox_count";
import type { Attention, LedgerHead, OpenConflict, SyncState, TransactionFilter } from "./store";
import { newestFirst } from "./view";

const PAGE = 500;
const TOP = "\uffff";

/** By order, then name; tombstones left out. */
export async function accountsOf(reading: Reading, ledger: string): Promise<readonly Account[]> {
  const accounts = (await seenOf(reading, ledger, "account")).map(decodeAccount);
  return accounts.sort((one, other) => one.order - other.order || one.name.localeCompare(other.name));
}

/** By name; tombstones left out. */
export async function payeesOf(reading: Reading, ledger: string): Promise<readonly Payee[]> {
  const payees = (await seenOf(reading, ledger, "payee")).map(decodePayee);
  return payees.sort((one, other) => one.name.localeCompare(other.name));
}

/** Those among whom a name is to be looked for: the one made under it where it is still called so, else all. */
export async function payeesCalled(reading: Reading, ledger: string, name: string): Promise<readonly Payee[]> {
  if (fold(name) === "") return [];
  const seen = await reading.objectStore("view").get([ledger, "payee", naturalId(ledger, "payee", name)]);
  const made = seen === undefined || seen.deleted ? null : decodePayee(seen);
  return made !== null && fold(made.name) === fold(name) ? [made] : payeesOf(reading, ledger);
}

/** Newest first; tombstones left out. */
export async function transactionsOf(reading: Reading, ledger: string, filter: TransactionFilter): Promise<readonly Transaction[]> {
  const matches = await matcher(reading, ledger, filter);
  const limit = filter.limit ?? Infinity;
  const found: Transaction[] = [];
  for await (const page of pages(reading, ledger, filter.month ?? "", Math.min(PAGE, limit))) {
    for (const seen of page) {
      const transaction = decodeTransaction(seen);
      if (matches(transaction) && found.push(transaction) >= limit) return found;
    }
  }
  return found;
}

/** Live or deleted; null when this phone has never seen it. */
export async function transactionOf(reading: Reading, ledger: string, id: string): Promise<Transaction | null> {
  const seen = await reading.objectStore("view").get([ledger, "transaction", id]);
  return seen === undefined ? null : decodeTransaction(seen);
}

/** The ledger's name, currency and time zone as they stand here; what was never pulled stays as the session told it. */
export async function headOf(reading: Reading, told: LedgerHead): Promise<LedgerHead> {
  const seen = await reading.objectStore("view").get([told.id, "ledger", told.id]);
  const named = (field: "name" | "currency" | "time_zone") => {
    const value = seen?.fields[field];
    return typeof value === "string" && value !== "" ? value : told[field];
  };
  return { id: told.id, role: told.role, name: named("name"), currency: named("currency"), time_zone: named("time_zone") };
}

/** The months that have transactions, newest first. */
export async function monthsOf(reading: Reading, ledger: string): Promise<readonly Month[]> {
  const months: Month[] = [];
  const index = reading.objectStore("view").index("newest");
  let cursor = await index.openKeyCursor(IDBKeyRange.bound([ledger, ""], [ledger, TOP]));
  while (cursor !== null) {
    const month = cursor.key[1].slice(0, "yyyy-mm".length);
    months.push(newestFirst(month));
    cursor = await cursor.continue([ledger, month + TOP]);
  }
  return months;
}

/** A month's cells, by category and currency. */
export async function rollupOf(reading: Reading, ledger: string, month: Month): Promise<readonly RollupCell[]> {
  const cells = await reading.objectStore("rollup").getAll(IDBKeyRange.bound([ledger, month], [ledger, month, []]));
  return cells.map(({ category, currency, total, count }) => ({ month, category, currency, total, count }));
}

/** Balance per currency of every asset and liability account, in the accounts' order. */
export async function balancesOf(reading: Reading, ledger: string): Promise<ReadonlyMap<string, ReadonlyMap<string, Minor>>> {
  const owned = (await accountsOf(reading, ledger)).filter(({ kind }) => kind === "asset" || kind === "liability");
  const legs = await reading.objectStore("balances").getAll(IDBKeyRange.bound([ledger], [ledger, []]));
  return new Map(owned.map(({ id, currency }) => {
    const held = legs.filter((leg) => leg.account === id).map((leg): [string, Minor] => [leg.currency, leg.amount]);
    return [id, new Map([[currency, 0], ...held])];
  }));
}

export async function attentionOf(reading: Reading, ledger: string): Promise<Attention> {
  const [entries, conflicts] = await Promise.all([troubledOf(reading, ledger), conflictsOf(reading, ledger)]);
  const rejected = await Promise.all(entries.map(async ({ mutation, result }) => {
    const { entity, id } = mutation;
    const [later, now = null] = await Promise.all([laterThan(reading, ledger, mutation), reading.objectStore("view").get([ledger, entity, id])]);
    return { mutation, result: result!, later, now };
  }));
  return { rejected, conflicts };
}

/** After how long what is only on this phone is worth a warning. */
const OVERDUE_MS = 86_400_000;

/** How much is unsynced, whether some of it for more than a day, and how much needs the attention of somebody of that role; a new payee or lesson comes along with its transaction and is not counted twice. */
export async function countsOf(reading: Reading, count: OutboxCount, role: LedgerHead["role"], now: Date): Promise<Pick<SyncState, "unsynced" | "attention" | "overdue">> {
  const outbox = reading.objectStore("outbox");
  const { ledger } = count;
  const [entries, payees, lessons, again, troubled, conflicts] = await Promise.all([
    count.of(reading),
    outbox.index("row").count(IDBKeyRange.bound([ledger, "payee"], [ledger, "payee", []])),
    outbox.index("row").count(IDBKeyRange.bound([ledger, "lesson"], [ledger, "lesson", []])),
    outbox.index("again").count([ledger, 1]),
    troubledOf(reading, ledger),
    openOf(reading, ledger),
  ]);
  const questions = new Set(conflicts.map(({ row, path }) => `${row} ${path}`)).size;
  const waiting = Math.max(0, entries - again - troubled.length);
  const unsynced = Math.max(waiting - payees - lessons, Math.min(waiting, 1));
  const overdue = unsynced > 0 && now.getTime() - (await oldestOf(reading, ledger)) > OVERDUE_MS;
  return { unsynced, overdue, attention: role === "viewer" ? 0 : troubled.length + questions };
}

/** When the first of what waits to be sent for the first time was saved, ms since 1970; Infinity where nothing waits. */
async function oldestOf(reading: Reading, ledger: string): Promise<number> {
  const order = reading.objectStore("outbox").index("order");
  const all = IDBKeyRange.bound([ledger, -Infinity], [ledger, Infinity]);
  for (let cursor = await order.openCursor(all); cursor !== null; cursor = await cursor.continue()) {
    const { at, again, result } = cursor.value;
    if (!again && result?.status !== "rejected") return at;
  }
  return Infinity;
}

/** What needs a person; what is parked waits at the server, which rejects it after a week. */
async function troubledOf(reading: Reading, ledger: string): Promise<readonly OutboxEntry[]> {
  return [...await answeredOf(reading, ledger, ["rejected"])].sort((one, other) => one.n - other.n);
}

async function openOf(reading: Reading, ledger: string): Promise<readonly Conflict[]> {
  return (await reading.objectStore("view").index("open").getAll([ledger, 1])).map(decodeConflict);
}

async function conflictsOf(reading: Reading, ledger: string): Promise<readonly OpenConflict[]> {
  const view = reading.objectStore("view");
  const open = await openOf(reading, ledger);
  return Promise.all(open.map(async (conflict) => ({ ...conflict, now: (await view.get([ledger, conflict.entity, conflict.row])) ?? null })));
}

async function seenOf(reading: Reading, ledger: string, entity: Entity): Promise<readonly Seen[]> {
  const found = await reading.objectStore("view").getAll(IDBKeyRange.bound([ledger, entity], [ledger, entity, []]));
  return found.filter((seen) => !seen.deleted);
}

/** Pages of live transactions, newest first; of one month or day, or of all with "". */
export async function* pages(reading: Reading, ledger: string, month: Month | Day | "", size: number): AsyncGenerator<readonly Seen[]> {
  const index = reading.objectStore("view").index("newest");
  const end = [ledger, newestFirst(month) + TOP];
  let start = [ledger, newestFirst(month)];
  for (;;) {
    const page = await index.getAll(IDBKeyRange.bound(start, end, true), size);
    yield page;
    const last = page.at(-1)?.newest;
    if (page.length < size || last === undefined) return;
    start = [ledger, last];
  }
}

type Matches = (transaction: Transaction) => boolean;

async function matcher(reading: Reading, ledger: string, filter: TransactionFilter): Promise<Matches> {
  const { account, category, payee, first = "", last = TOP, kind } = filter;
  const searched = filter.search === undefined ? () => true : await searcher(reading, ledger, filter.search);
  const kinds = kind === undefined ? null : await idsOf(reading, ledger, kind);
  return (transaction) =>
    transaction.date >= first && transaction.date <= last && (payee === undefined || transaction.payee === payee) &&
    (kinds === null || transaction.lines.some((line) => kinds.has(line.category ?? ""))) &&
    (account === undefined || transaction.account === account || transaction.lines.some((line) => line.account === account)) &&
    (category === undefined || transaction.lines.some((line) => line.category === category)) &&
    searched(transaction);
}

async function idsOf(reading: Reading, ledger: string, kind: string): Promise<ReadonlySet<string>> {
  return new Set((await accountsOf(reading, ledger)).filter((account) => account.kind === kind).map(({ id }) => id));
}

/** Every folded word must stand in payee, note, tags or a category's or account's name. */
async function searcher(reading: Reading, ledger: string, search: string): Promise<Matches> {
  const words = fold(search).split(" ").filter((word) => word !== "");
  const [accounts, payees] = await Promise.all([accountsOf(reading, ledger), payeesOf(reading, ledger)]);
  const names = new Map([...accounts, ...payees].map(({ id, name }) => [id, name]));
  return ({ payee, note, tags, lines }) => {
    const reached = lines.map((line) => names.get(line.category ?? line.account ?? "") ?? "");
    const text = fold([names.get(payee ?? "") ?? "", note, ...tags, ...reached].join(" "));
    return words.every((word) => text.includes(word));
  };
}

import { beforeEach, describe, expect, it } from "vitest";

import type { Measure, Query } from "../../../static/src/ledger/reading";
import type { Draft } from "../../../static/src/ledger/types";
import type { LedgerStore } from "../../../static/src/sync/store";
import { BANK, CASH, DINING, draft, SALARY, settledPhone } from "./phone";

let store: LedgerStore;
const TODAY = "2026-03-17";
const MARCH: Query["period"] = ["2026-03-01", "2026-03-31"];

const spend = (amount: number, more: Partial<Draft> = {}): Promise<string> => store.record(draft({ amount, ...more }));
const ask = (measure: Measure, filter: Query["filter"] = {}, period: Query["period"] = MARCH, more: Partial<Query> = {}) =>
  store.answer({ measure, filter, period, ...more }, TODAY);
const sums = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).sums.map(({ amount, currency }) => [amount, currency]);

beforeEach(async () => {
  [, , store] = await settledPhone();
});

describe("what was spent", () => {
  it("is the sum of spending alone: no transfer, no income", async () => {
    await spend(1250);
    await spend(300, { category: DINING });
    await store.record(draft({ type: "income", amount: 200_000, category: SALARY }));
    await store.record(draft({ type: "transfer", amount: 5_000, category: null, account: BANK, toAccount: CASH }));
    expect(await ask("spent")).toMatchObject({ sums: [{ amount: 1550, currency: "EUR" }], count: 2 });
    expect(await sums("received")).toEqual([[200_000, "EUR"]]);
  });

  it("is less by what came back", async () => {
    await spend(1250);
    await spend(400, { type: "refund" });
    expect(await sums("spent", { category: "groceries" })).toEqual([[850, "EUR"]]);
  });

  it("is told currency by currency, the ledger's own first, never added up", async () => {
    await spend(1250, { currency: "AUD" });
    await spend(100);
    expect(await sums("spent")).toEqual([[100, "EUR"], [1250, "AUD"]]);
  });

  it.each<[string, Query["filter"], number]>([
    ["a category by its key", { category: "dining" }, 300], ["a category by its name", { category: "Groceries" }, 1250],
    ["a payee", { payee: "lidl" }, 1250], ["payees that begin so", { payee: "Pho" }, 300], ["an account", { account: "bank" }, 300],
    ["a tag", { tag: "Work" }, 300], ["words of the note", { text: "birthday" }, 1250], ["a name nobody has", { payee: "Aldi" }, 0],
    ["two at once", { category: "dining", account: "cash" }, 0],
  ])("can be asked of %s", async (_name, filter, amount) => {
    await spend(1250, { payeeName: "Lidl", note: "birthday cake" });
    await spend(300, { category: DINING, payeeName: "Pho Saigon", account: BANK, tags: ["work"] });
    expect((await sums("spent", filter)).map(([sum]) => sum)).toEqual(amount === 0 ? [] : [amount]);
  });

  it("counts both ends of the period and nothing beyond", async () => {
    for (const date of ["2026-02-28", "2026-03-01", "2026-03-31", "2026-04-01"]) await spend(100, { date });
    expect(await sums("spent")).toEqual([[200, "EUR"]]);
    expect(await sums("spent", {}, null)).toEqual([[400, "EUR"]]);
    expect(await sums("spent", {}, ["2026-03-31", "2026-04-01"])).toEqual([[200, "EUR"]]);
  });

  it("follows changes and deletions at once, and stands after a sync", async () => {
    const id = await spend(1250);
    const [line] = (await store.transaction(id))!.lines;
    await store.change("transaction", id, { [`lines.${line!.id}.amount`]: 6000, date: "2026-03-02" });
    expect(await sums("spent")).toEqual([[6000, "EUR"]]);
    await store.sync();
    expect(await sums("spent")).toEqual([[6000, "EUR"]]);
    await store.remove(id);
    expect(await ask("spent")).toMatchObject({ sums: [], count: 0 });
  });

  it("is compared with another period", async () => {
    await spend(1250);
    await spend(1000, { date: "2026-02-10" });
    expect(await ask("spent", {}, MARCH, { compare: ["2026-02-01", "2026-02-28"] })).toMatchObject({ compared: [{ amount: 1000 }] });
  });
});

describe("other measures", () => {
  it("count transactions, a split once", async () => {
    const id = await spend(1250);
    await store.change("transaction", id, { "lines.018f0000-0000-7000-8000-000000000001": { category: DINING, amount: 100, currency: "EUR" } });
    await spend(300);
    expect((await ask("count")).count).toBe(2);
    expect((await ask("count", { category: "dining" })).count).toBe(1);
  });

  it("average by the months up to today", async () => {
    await spend(1000, { date: "2026-01-10" });
    await spend(2001, { date: "2026-03-10" });
    expect(await ask("average", {}, ["2026-01-01", "2026-12-31"])).toMatchObject({ months: 3, sums: [{ amount: 1000 }] });
    expect(await ask("average", {}, null)).toMatchObject({ months: 3 });
  });

  it("show the largest of each currency", async () => {
    await spend(1250);
    const large = await spend(9900, { date: "2026-03-02" });
    const abroad = await spend(500, { currency: "USD" });
    expect((await ask("largest")).shown.map(({ id }) => id)).toEqual([large, abroad]);
  });

  it("show the last one, whatever its kind", async () => {
    await spend(1250, { date: "2026-03-02", payeeName: "Lidl" });
    const last = await spend(300, { date: "2026-03-09", payeeName: "Lidl", type: "refund" });
    await spend(700, { date: "2026-03-15" });
    expect((await ask("last", { payee: "Lidl" }, null)).shown.map(({ id }) => id)).toEqual([last]);
    expect((await ask("last", { payee: "Aldi" }, null)).shown).toEqual([]);
  });

  it("say what accounts hold", async () => {
    await spend(1250);
    await store.record(draft({ type: "income", amount: 200_000, category: SALARY, account: BANK }));
    expect(await sums("balance", {}, null)).toEqual([[198_750, "EUR"]]);
    expect(await sums("balance", { account: "bank" }, null)).toEqual([[200_000, "EUR"]]);
    expect((await ask("balance", {}, null)).held.map(({ account, sums: [sum] }) => [account.name, sum?.amount])).toEqual([["Cash", -1250], ["Bank", 200_000]]);
  });
});

describe("the transactions that were counted", () => {
  it("are the ones of the figure, newest first", async () => {
    const old = await spend(1250, { date: "2026-02-02", payeeName: "Lidl" });
    const young = await spend(300, { payeeName: "Lidl" });
    await spend(700);
    const query: Query = { measure: "spent", filter: { payee: "Lidl" }, period: null };
    expect((await store.transactions({ counted: query })).map(({ id }) => id)).toEqual([young, old]);
    expect((await store.transactions({ counted: query, limit: 1 })).map(({ id }) => id)).toEqual([young]);
  });
});

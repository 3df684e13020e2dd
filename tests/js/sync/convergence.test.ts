import { describe, expect, it } from "vitest";

import { figuresOf } from "../../../static/src/ledger/rollup";
import type { LedgerStore } from "../../../static/src/sync/store";
import type { Fate } from "../fake_server";
import { FakeServer } from "../fake_server";
import { BANK, CASH, DINING, draft, furnish, GROCERIES, Phone } from "./phone";

/** A generator of numbers from a seed (mulberry32), so that a failing story can be told again. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

const FATES: readonly Fate[] = ["lose", "drop", "twice", "fail", "sign out"];

/** One thing a person does on one device; what it saved for good is noted in `saved`. */
async function act(store: LedgerStore, roll: (sides: number) => number, saved: Set<string>): Promise<void> {
  const seen = await store.transactions();
  const one = seen[roll(Math.max(1, seen.length))];
  const line = one?.lines[0]?.id;
  const deed = one && line ? roll(8) : 0;
  const amount = 100 + roll(900);
  const date = roll(12) === 0 ? "poison" : `2026-0${1 + roll(3)}-1${roll(9)}`;
  if (deed <= 2) {
    const id = await store.record(draft({ amount, payeeName: `Shop ${roll(3)}`, date }));
    if (date !== "poison") saved.add(id);
  }
  if (deed === 3) await store.change("transaction", one!.id, { [`lines.${line}.amount`]: amount });
  else if (deed === 4) await store.change("transaction", one!.id, { [`lines.${line}.category`]: [GROCERIES, DINING][roll(2)]! });
  else if (deed === 5) await store.change("transaction", one!.id, { note: `n${amount}`, date: `2026-0${1 + roll(3)}-01` });
  else if (deed === 6) await store.remove(one!.id);
  else if (deed === 7) await store.change("transaction", one!.id, { [`lines.${line}.account`]: BANK, account: CASH });
}

/** What a device shows, and what it must show: rollup and balances counted again from its transactions. */
async function shown(store: LedgerStore): Promise<{ transactions: unknown; sums: unknown; counted: unknown }> {
  const transactions = await store.transactions();
  const cells = new Map<string, number>();
  const balances = new Map([[CASH, 0], [BANK, 0]]);
  for (const { id, date, account, status, lines } of transactions) {
    const document = Object.fromEntries(lines.map((line) => [line.id, { category: line.category, account: line.account, amount: line.amount, currency: line.currency }]));
    const sight = { entity: "transaction" as const, id, deleted: false, fields: { date, account, status, lines: document }, unsynced: false };
    const figures = figuresOf(sight);
    for (const cell of figures.cells) cells.set(`${cell.month} ${cell.category}`, (cells.get(`${cell.month} ${cell.category}`) ?? 0) + cell.total);
    for (const leg of figures.legs) balances.set(leg.account, (balances.get(leg.account) ?? 0) + leg.amount);
  }
  const months = await store.months();
  const rollup = (await Promise.all(months.map((month) => store.rollup(month)))).flat();
  const held = [...(await store.balances())].map(([account, sums]) => [account, sums.get("EUR") ?? 0]);
  return {
    transactions,
    sums: { rollup: rollup.map((cell) => [`${cell.month} ${cell.category}`, cell.total]).sort(), held },
    counted: { rollup: [...cells].sort(), held: [...balances] },
  };
}

async function story(seed: number): Promise<void> {
  const roll = dice(seed);
  const server = furnish(new FakeServer());
  server.page = 3 + roll(20);
  const phones = [new Phone(server, "asha"), new Phone(server, "ben")];
  const stores = [await phones[0]!.open(), await phones[1]!.open(), await phones[0]!.open()];
  const saved = new Set<string>();
  let copy = server.copy();
  for (let step = 0; step < 40; step += 1) {
    const store = stores[roll(stores.length)]!;
    server.fates = Array.from({ length: 4 }, () => (roll(2) === 0 ? FATES[roll(FATES.length)]! : undefined)).filter((fate) => fate !== undefined);
    if (roll(15) === 0) copy = server.copy();
    if (roll(40) === 0) server.restore(copy);
    else if (roll(40) === 0) server.restoreByHand(copy);
    else if (roll(3) > 0) await act(store, roll, saved);
    else await store.sync();
  }
  await heal(server, stores);
  await expectOneLedger(server, stores);
  expect([...saved].filter((id) => !server.rows.has(id))).toEqual([]);
  stores.forEach((store) => store.close());
}

async function heal(server: FakeServer, stores: readonly LedgerStore[]): Promise<void> {
  await Promise.all(stores.map((store) => store.sync()));
  server.fates = [];
  for (let round = 0; round < 3; round += 1) for (const store of stores) await store.sync();
}

async function expectOneLedger(server: FakeServer, stores: readonly LedgerStore[]): Promise<void> {
  const views = await Promise.all(stores.map(shown));
  const live = [...server.rows.values()].filter((row) => row.entity === "transaction" && !row.deleted);
  for (const [place, view] of views.entries()) {
    expect(view.transactions).toEqual(views[0]!.transactions);
    expect(view.sums).toEqual(view.counted);
    expect(stores[place]!.state).toMatchObject({ phase: "synced", unsynced: 0 });
  }
  expect((views[0]!.transactions as unknown[]).length).toBe(live.length);
  expect(new Set(server.written.map(({ mid }) => mid)).size).toBe(server.written.length);
}

describe("two devices, three tabs, a bad network and a server that is restored", () => {
  it.each(Array.from({ length: 25 }, (_, seed) => seed + 1))("end with one ledger, every mutation once (seed %i)", (seed) => story(seed));
});

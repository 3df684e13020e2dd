import { beforeEach, describe, expect, it } from "vitest";

import type { LedgerStore } from "../../../static/src/sync/store";
import { ViewerMayNotWrite } from "../../../static/src/sync/errors";
import { openStore } from "../../../static/src/sync/open_store";
import type { FakeServer } from "../fake_server";
import { newId } from "../../../static/src/lib/ids";
import { BANK, CASH, DINING, draft, GROCERIES, Phone, SALARY, settledPhone } from "./phone";

let server: FakeServer;
let phone: Phone;
let store: LedgerStore;

beforeEach(async () => {
  [server, phone, store] = await settledPhone();
});

/** Rollup and balances as plain values. */
async function figures(month = "2026-03"): Promise<unknown> {
  const cells = (await store.rollup(month)).map(({ category, total, count }) => [category, total, count]);
  const balances = [...(await store.balances())].map(([account, held]) => [account, Object.fromEntries(held)]);
  return { cells, balances };
}

describe("record", () => {
  it("is seen at once, and by the server after a sync", async () => {
    const id = await store.record(draft({ payeeName: "Lidl", tags: ["food"] }));
    const [seen] = await store.transactions();
    expect(seen).toMatchObject({ id, date: "2026-03-17", unsynced: true, tags: ["food"], account: CASH });
    expect(seen!.lines).toMatchObject([{ category: GROCERIES, amount: 1250, currency: "EUR" }]);
    await store.sync();
    expect(server.rows.get(id)!.fields["payee"]).toBe((await store.payees())[0]!.id);
    expect((await store.transaction(id))!.unsynced).toBe(false);
    expect(store.state).toMatchObject({ phase: "synced", unsynced: 0, attention: 0 });
  });

  it("keeps a double tap single, before and after it was synced", async () => {
    const one = draft({ payeeName: "Lidl" });
    const [first, second] = await Promise.all([store.record(one), store.record(one)]);
    await store.sync();
    const third = await store.record(one);
    await store.sync();
    expect([second, third]).toEqual([first, first]);
    expect(await store.transactions()).toHaveLength(1);
    expect([...server.rows.values()].filter((row) => row.entity === "transaction")).toHaveLength(1);
  });

  it("changes rollup and balances in the same moment", async () => {
    await store.record(draft());
    await store.record(draft({ type: "income", amount: 200_000, category: SALARY, account: BANK }));
    await store.record(draft({ type: "transfer", amount: 5_000, category: null, account: BANK, toAccount: CASH }));
    expect(await figures()).toEqual({
      cells: [[GROCERIES, 1250, 1], [SALARY, -200_000, 1]],
      balances: [[CASH, { EUR: 3_750 }], [BANK, { EUR: 195_000 }]],
    });
    const before = await figures();
    await store.sync();
    expect(await figures()).toEqual(before);
  });

  it("writes nothing of a draft that is not whole", async () => {
    await expect(store.record(draft({ category: null, payeeName: "Lidl" }))).rejects.toThrow("category");
    expect(await store.transactions()).toEqual([]);
    expect(await store.payees()).toEqual([]);
    expect(store.state.unsynced).toBe(0);
  });

  it("is refused to a viewer, with a sentence", async () => {
    const session = server.session();
    const viewer = { ...session, ledgers: session.ledgers.map((ledger) => ({ ...ledger, role: "viewer" as const })) };
    const looking = await phone.use(() => openStore(viewer, server.ledger, phone.browser.rim(server.api())));
    await expect(looking.record(draft())).rejects.toThrow(ViewerMayNotWrite);
    await expect(looking.record(draft())).rejects.toThrow("Ask its owner");
  });
});

describe("two conflicts on one path", () => {
  it("are one thing to attend to, settled together", async () => {
    const id = await store.record(draft());
    await phone.use(() => store.sync());
    const conflict = { entity: "transaction", row: id, path: "date", kept: "2026-03-17", kept_by: "asha", lost_by: "ben", at: "", settled: false };
    for (const lost of ["2026-03-15", "2026-03-16"]) server.plant("conflict", newId(), { ...conflict, lost });
    await phone.use(() => store.sync());
    expect(store.state.attention).toBe(1);
    await store.settle((await store.attention()).conflicts, { date: "2026-03-16" });
    await phone.use(() => store.sync());
    expect(store.state.attention).toBe(0);
    expect(await store.transaction(id)).toMatchObject({ date: "2026-03-16" });
  });
});

describe("a viewer", () => {
  it("is not told to attend to what only others can decide", async () => {
    const id = await store.record(draft());
    await phone.use(() => store.sync());
    server.plant("conflict", newId(), { entity: "transaction", row: id, path: "date", kept: "2026-03-17", lost: "2026-03-16", kept_by: "asha", lost_by: "ben", at: "", settled: false });
    const looker = new Phone(server, "ben");
    const session = server.session("ben");
    const viewer = { ...session, ledgers: session.ledgers.map((ledger) => ({ ...ledger, role: "viewer" as const })) };
    const looking = await looker.use(() => openStore(viewer, server.ledger, looker.browser.rim(server.api("ben"))));
    await looker.use(() => looking.sync());
    expect((await looking.attention()).conflicts).toHaveLength(1);
    expect(looking.state).toMatchObject({ phase: "synced", attention: 0 });
    await phone.use(() => store.sync());
    expect(store.state.attention).toBe(1);
  });
});

describe("change, remove, revive", () => {
  it("move a transaction between cells, take it away and bring it back", async () => {
    const id = await store.record(draft());
    const line = (await store.transaction(id))!.lines[0]!.id;
    await store.change("transaction", id, { [`lines.${line}.category`]: DINING, [`lines.${line}.amount`]: 900, date: "2026-02-01" });
    expect(await store.rollup("2026-03")).toEqual([]);
    expect(await figures("2026-02")).toMatchObject({ cells: [[DINING, 900, 1]], balances: [[CASH, { EUR: -900 }], [BANK, { EUR: 0 }]] });
    await store.remove(id);
    expect(await store.transactions()).toEqual([]);
    expect(await store.months()).toEqual([]);
    expect(await figures("2026-02")).toMatchObject({ cells: [] });
    await store.revive(id);
    expect(await store.months()).toEqual(["2026-02"]);
    await store.sync();
    expect(server.rows.get(id)).toMatchObject({ deleted: false, fields: { date: "2026-02-01" } });
  });

  it("tell the server what was, what was seen and where the cursor stood", async () => {
    const id = await store.record(draft());
    server.fates = ["drop", "drop"];
    await store.sync();
    await store.change("transaction", id, { note: "milk" });
    const { outbox } = JSON.parse(await store.exportOutbox());
    const [created, changed] = outbox.map((entry: { mutation: unknown }) => entry.mutation);
    expect(changed).toMatchObject({ op: "update", was: { note: "" }, seen: [created.mid], base: 5, n: created.n + 1, device: created.device });
  });

  it("rename and close an account", async () => {
    await store.change("account", CASH, { name: "Purse", closed: true });
    expect((await store.accounts())[0]).toMatchObject({ name: "Purse", closed: true, kind: "asset" });
  });
});

describe("the ledger's own name, currency and time zone", () => {
  it("follow a change made here, and one made elsewhere", async () => {
    server.plant("ledger", server.ledger, { name: "Home", currency: "EUR", time_zone: "Europe/Berlin" });
    await store.sync();
    const other = await phone.open();
    const heard = new Promise((resolve) => other.addEventListener("change", resolve));
    await store.change("ledger", server.ledger, { name: "Ours", time_zone: "Asia/Kolkata" });
    expect(store.ledger).toEqual({ id: server.ledger, role: "owner", name: "Ours", currency: "EUR", time_zone: "Asia/Kolkata" });
    await store.sync();
    await heard;
    await other.sync();
    expect(other.ledger).toEqual(store.ledger);
  });
});

describe("addAccount", () => {
  it("comes after the others, in the ledger's currency", async () => {
    const id = await store.addAccount(" Card ", "liability");
    expect((await store.accounts()).at(-1)).toMatchObject({ id, name: "Card", kind: "liability", currency: "EUR", order: 6, key: null });
  });
});

describe("addPayee", () => {
  it("makes a payee once, and finds it by any spelling of its name", async () => {
    const id = await store.addPayee(" Lidl ");
    expect(await store.addPayee("LIDL")).toBe(id);
    expect(await store.payees()).toMatchObject([{ id, name: "Lidl" }]);
    await store.sync();
    expect(server.rows.get(id)).toMatchObject({ entity: "payee", fields: { name: "Lidl" } });
  });
});

describe("a payee that was renamed", () => {
  it("keeps its new name when the old one is spoken, and answers to both", async () => {
    const id = await store.addPayee("Lidl");
    await store.change("payee", id, { name: "The shop below" });
    await store.record(draft({ payeeName: "lidl" }));
    await store.record(draft({ payeeName: "the shop BELOW" }));
    expect((await store.transactions()).map(({ payee }) => payee)).toEqual([id, id]);
    expect(await store.payees()).toMatchObject([{ id, name: "The shop below" }]);
  });
});

describe("transactions", () => {
  it("are newest first, the later of one day before the earlier", async () => {
    const days = ["2026-03-02", "2026-03-17", "2026-01-31", "2026-03-17"];
    const ids = [];
    for (const date of days) ids.push(await store.record(draft({ date })));
    expect((await store.transactions()).map(({ id }) => id)).toEqual([ids[3], ids[1], ids[0], ids[2]]);
    expect((await store.transactions({ limit: 2 })).map(({ id }) => id)).toEqual([ids[3], ids[1]]);
    expect((await store.transactions({ month: "2026-03" })).map(({ id }) => id)).toEqual([ids[3], ids[1], ids[0]]);
    expect(await store.months()).toEqual(["2026-03", "2026-01"]);
  });

  it("are found by account, category and folded words of payee, note, tags and category", async () => {
    const lidl = await store.record(draft({ payeeName: "LIDL Süd", tags: ["Weekly"] }));
    const dinner = await store.record(draft({ category: DINING, account: BANK, note: "with Ben" }));
    const moved = await store.record(draft({ type: "transfer", category: null, account: BANK, toAccount: CASH }));
    const found = async (filter: object) => (await store.transactions(filter)).map(({ id }) => id);
    expect(await found({ account: CASH })).toEqual([moved, lidl]);
    expect(await found({ category: DINING })).toEqual([dinner]);
    expect(await found({ search: "süd LIDL" })).toEqual([lidl]);
    expect(await found({ search: "weekly groc" })).toEqual([lidl]);
    expect(await found({ search: "ben dining" })).toEqual([dinner]);
    expect(await found({ search: "ben lidl" })).toEqual([]);
    expect(await found({ search: "  " })).toHaveLength(3);
  });

  it("are found by payee, by days and by spending or income alone, as a figure counted them", async () => {
    const lidl = await store.record(draft({ date: "2026-03-02", payeeName: "Lidl" }));
    const late = await store.record(draft({ date: "2026-03-09" }));
    const paid = await store.record(draft({ date: "2026-03-09", type: "income", category: SALARY }));
    const payee = (await store.transaction(lidl))!.payee!;
    const found = async (filter: object) => (await store.transactions(filter)).map(({ id }) => id);
    expect(await found({ payee })).toEqual([lidl]);
    expect(await found({ first: "2026-03-02", last: "2026-03-02" })).toEqual([lidl]);
    expect(await found({ first: "2026-03-03" })).toEqual([paid, late]);
    expect(await found({ kind: "expense" })).toEqual([late, lidl]);
    expect(await found({ kind: "income", month: "2026-03" })).toEqual([paid]);
  });
});

describe("a second tab", () => {
  it("sees what the first saves, and hears of it", async () => {
    const other = await phone.open();
    const heard = new Promise((resolve) => other.addEventListener("change", resolve));
    const id = await store.record(draft());
    await heard;
    expect(await other.transaction(id)).toMatchObject({ id });
  });

  it("shares the queue: a form open in both saves once, and the server gets it once", async () => {
    const other = await phone.open();
    const one = draft();
    const ids = await Promise.all([store.record(one), other.record(one)]);
    await Promise.all([store.sync(), other.sync()]);
    expect(ids[0]).toBe(ids[1]);
    expect(server.written).toHaveLength(1);
  });

  it("never sends while the first sends", async () => {
    const other = await phone.open();
    await Promise.all([store.record(draft()), other.record(draft())]);
    await Promise.all([store.sync(), other.sync()]);
    expect(server.mostAtOnce).toBe(1);
    expect(server.written).toHaveLength(2);
  });
});

import { describe, expect, it } from "vitest";

import { newId } from "../../../static/src/lib/ids";
import { Phone, BANK, draft, GROCERIES, settledPhone } from "./phone";
import { FakeServer } from "../fake_server";

const ELSEWHERE = "018f0000-0000-7000-8000-00000000eeee";
const REFUSED = { code: "foreign_account", message: "An account or category chosen here is of another ledger. Choose it anew." };

describe("a draft", () => {
  it.each([
    ["account", { account: ELSEWHERE }], ["category", { category: ELSEWHERE }],
    ["receiving account", { type: "transfer", category: null, toAccount: ELSEWHERE }],
  ] as const)("with the %s of another ledger is refused, and nothing of it is saved", async (_, changes) => {
    const [, , store] = await settledPhone();
    await expect(store.record(draft({ payeeName: "Lidl", ...changes }))).rejects.toMatchObject(REFUSED);
    expect([await store.transactions(), await store.payees(), store.state.unsynced]).toEqual([[], [], 0]);
  });

  it("may say in its words what it likes", async () => {
    const [, , store] = await settledPhone();
    await store.record(draft({ note: `"account":"${ELSEWHERE}"`, payeeName: 'category":"none' }));
    expect(await store.transactions()).toHaveLength(1);
  });

  it("is believed in a ledger of which nothing is here yet", async () => {
    const phone = new Phone(new FakeServer());
    const store = await phone.open();
    await store.record(draft());
    expect(await store.transactions()).toHaveLength(1);
  });
});

describe("a step", () => {
  it.each([
    ["a path", (line: string) => ({ [`lines.${line}.category`]: ELSEWHERE })],
    ["a whole line", (line: string) => ({ [`lines.${line}`]: { account: ELSEWHERE, amount: 5, currency: "EUR" } })],
    ["its account", () => ({ account: ELSEWHERE })],
  ] as const)("that names an account of another ledger in %s is refused", async (_, fieldsOf) => {
    const [, , store] = await settledPhone();
    const id = await store.record(draft());
    await expect(store.take([{ op: "update", id, fields: fieldsOf(newId()) }])).rejects.toMatchObject(REFUSED);
    expect((await store.transaction(id))?.lines).toMatchObject([{ category: GROCERIES, amount: 1250 }]);
  });

  it("within the ledger is taken", async () => {
    const [, , store] = await settledPhone();
    const id = await store.record(draft());
    await store.take([{ op: "update", id, fields: { account: BANK } }]);
    expect((await store.transaction(id))?.account).toBe(BANK);
  });
});

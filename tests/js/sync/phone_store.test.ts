import { beforeEach, describe, expect, it } from "vitest";

import { FakeServer } from "../fake_server";
import { CASH, draft, furnish, GROCERIES, Phone } from "./phone";

let server: FakeServer;
let phone: Phone;

beforeEach(() => {
  server = furnish(new FakeServer());
  phone = new Phone(server);
});

describe("record", () => {
  it("is seen at once, and by the server after a sync", async () => {
    const store = await phone.open();
    const id = await store.record(draft({ payeeName: "Lidl", tags: ["food"] }));
    const [seen] = await store.transactions();
    expect(seen).toMatchObject({ id, date: "2026-03-17", unsynced: true, tags: ["food"], account: CASH });
    expect(seen!.lines).toMatchObject([{ category: GROCERIES, amount: 1250, currency: "EUR" }]);
    await store.sync();
    expect(server.rows.get(id)!.fields["payee"]).toBe((await store.payees())[0]!.id);
    expect((await store.transaction(id))!.unsynced).toBe(false);
    expect(store.state).toMatchObject({ phase: "synced", unsynced: 0, attention: 0 });
  });
});

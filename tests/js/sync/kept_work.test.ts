import "fake-indexeddb/auto";

import { describe, expect, it } from "vitest";

import { openUtterances } from "../../../static/src/sync/utterances";
import { forgetLedger, holdsWork, keptWork, workFile } from "../../../static/src/sync/kept_work";
import { FakeServer } from "../fake_server";
import { draft, furnish, Phone } from "./phone";

const PERSON = 7;

/** A phone with a ledger in which so many entries were never sent. */
async function phoneWith(unsent: number): Promise<Phone> {
  const phone = new Phone(furnish(new FakeServer()));
  phone.server.plant("ledger", phone.server.ledger, { name: "Home", currency: "EUR", time_zone: "UTC" });
  const store = await phone.open();
  phone.server.fates = Array.from({ length: 40 }, () => "drop" as const);
  for (let count = 0; count < unsent; count += 1) await phone.use(() => store.record(draft({ payeeName: "Lidl" })));
  store.close();
  return phone;
}

describe("work kept of a ledger that is no longer the person's", () => {
  it("is told with its name and how much it is", async () => {
    const phone = await phoneWith(2);
    expect(await phone.use(() => keptWork(PERSON, []))).toEqual(
      [{ ledger: phone.server.ledger, name: "Home", why: "parted", changes: 2, recordings: 0 }]);
  });

  it("is also that of who may only look now", async () => {
    const phone = await phoneWith(1);
    const found = await phone.use(() => keptWork(PERSON, [{ id: phone.server.ledger, role: "viewer" }]));
    expect(found.map(({ why, changes }) => [why, changes])).toEqual([["viewer", 1]]);
  });

  it.each(["owner", "editor"] as const)("is nothing to an %s, who can still send it", async (role) => {
    const phone = await phoneWith(1);
    expect(await phone.use(() => keptWork(PERSON, [{ id: phone.server.ledger, role }]))).toEqual([]);
    expect(await phone.use(() => keptWork(PERSON, []))).toHaveLength(1);
  });

  it("goes into a file that says what its ids mean, and stays until it is forgotten", async () => {
    const phone = await phoneWith(1);
    const work = { ledger: phone.server.ledger, name: "Home" };
    const file = JSON.parse(await phone.use(() => workFile(PERSON, work)));
    expect(file.ledger).toEqual({ id: phone.server.ledger, name: "Home" });
    expect(Object.values(file.names).sort()).toEqual(["Cash", "Groceries", "Lidl"]);
    expect(file.outbox.map(({ mutation }: { mutation: { op: string; entity: string } }) => `${mutation.op} ${mutation.entity}`)).toEqual(["create payee", "create transaction"]);
    expect(await phone.use(() => keptWork(PERSON, []))).toHaveLength(1);
    await phone.use(() => forgetLedger(PERSON, phone.server.ledger));
    expect(await phone.use(() => keptWork(PERSON, []))).toEqual([]);
  });

  it("counts recordings that wait for the server, and gives them out in the same file", async () => {
    const phone = await phoneWith(0);
    await phone.use(async () => {
      const utterances = openUtterances(phone.server.session(), "en", phone.browser.rim(phone.server.api()));
      const sound = Uint8Array.from({ length: 20_000 }, (_, at) => at % 251);
      await utterances.put(phone.server.ledger, new Blob([sound]));
      const [work] = await keptWork(PERSON, []);
      expect(work).toMatchObject({ changes: 0, recordings: 1 });
      const { recordings } = JSON.parse(await workFile(PERSON, { ledger: phone.server.ledger, name: "Home" }));
      expect(recordings).toEqual([{ at: phone.browser.time.toISOString(), wav: Buffer.from(sound).toString("base64") }]);
      await forgetLedger(PERSON, phone.server.ledger);
      expect(await utterances.list(phone.server.ledger)).toEqual([]);
      utterances.close();
    });
  });
});

describe("a ledger that one has left without unsent work", () => {
  it("is told as empty, and is whole again when one comes back after it was forgotten", async () => {
    const phone = await phoneWith(0);
    const [work] = await phone.use(() => keptWork(PERSON, []));
    expect(work && holdsWork(work)).toBe(false);
    await phone.use(() => forgetLedger(PERSON, phone.server.ledger));
    expect(await phone.use(() => keptWork(PERSON, []))).toEqual([]);
    phone.server.fates = [];
    const store = await phone.open();
    expect((await phone.use(() => store.accounts())).map(({ name }) => name)).toContain("Groceries");
    expect(store.state.phase).toBe("synced");
    store.close();
  });

  it("loses nothing of another ledger", async () => {
    const phone = await phoneWith(3);
    await phone.use(() => forgetLedger(PERSON, "018f0000-0000-7000-8000-00000000ffff"));
    expect((await phone.use(() => keptWork(PERSON, [])))[0]?.changes).toBe(3);
  });
});

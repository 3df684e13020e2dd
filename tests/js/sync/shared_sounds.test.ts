import { beforeEach, describe, expect, it, vi } from "vitest";

import { newId } from "../../../static/src/lib/ids";
import { SHARED_CACHE } from "../../../static/src/lib/shared_cache";
import { Database, type Shelf } from "../../../static/src/sync/database";
import { SignedOut, StorageFull } from "../../../static/src/sync/errors";
import { forgetSession, openSession } from "../../../static/src/sync/session";
import { openUtterances, type Utterances } from "../../../static/src/sync/utterances";
import { FakeCaches } from "../fake_caches";
import { FakeServer } from "../fake_server";
import { furnish, Phone } from "./phone";

let phone: Phone;

beforeEach(() => {
  phone = new Phone(furnish(new FakeServer()));
  vi.stubGlobal("caches", new FakeCaches());
});

/** As the service worker does, which knows nobody. */
async function share(...sounds: readonly string[]): Promise<void> {
  const cache = await caches.open(SHARED_CACHE);
  for (const sound of sounds) await cache.put(`https://home.local/shared/${newId()}`, new Response(sound));
}

const of = (person = 7): Utterances =>
  openUtterances({ ...phone.server.session(), person: { id: person, name: "one", language: "en" } }, "en", phone.browser.rim(phone.server.api()));
const heard = async (utterances: Utterances): Promise<readonly string[]> =>
  Promise.all((await utterances.shared()).map(({ wav }) => wav.text()));

describe("a shared sound", () => {
  it("is of the person who reads it first, and of nobody else", () => phone.use(async () => {
    await share("one", "two");
    expect(await heard(of(7))).toEqual(["one", "two"]);
    expect(await heard(of(8))).toEqual([]);
    expect(await heard(of(7))).toEqual(["one", "two"]);
  }));

  it("is no recording for the server", () => phone.use(async () => {
    await share("one");
    await of().shared();
    expect(await of().list(phone.server.ledger)).toEqual([]);
  }));

  it("that was dropped comes back by no other read", () => phone.use(async () => {
    await share("one");
    const utterances = of();
    const [[first], [same]] = await Promise.all([utterances.shared(), utterances.shared()]);
    expect(same?.id).toBe(first?.id);
    await utterances.delete(first?.id ?? "");
    expect(await heard(utterances)).toEqual([]);
  }));

  it("is not there where a browser keeps none", () => phone.use(async () => {
    delete (globalThis as { caches?: unknown }).caches;
    expect(await heard(of())).toEqual([]);
  }));

  it("for which there is no room is told, and stays until there is", () => phone.use(async () => {
    await share("one");
    const write = vi.spyOn(Database.prototype, "write").mockRejectedValueOnce(new StorageFull());
    await expect(of().shared()).rejects.toThrow(StorageFull);
    write.mockRestore();
    expect(await heard(of())).toEqual(["one"]);
  }));
});

describe("at sign-out a shared sound", () => {
  let shelf: Shelf;
  const signOut = async (): Promise<void> => {
    await forgetSession(shelf);
    await openSession({ ...phone.server.api(), session: () => Promise.reject(new SignedOut()) }, shelf);
    await vi.waitFor(async () => expect(await shelf.get("my-funds-leaving")).toBeNull());
  };

  beforeEach(async () => {
    const kept = new Map<string, string>();
    shelf = { get: async (key) => kept.get(key) ?? null, put: async (key, text) => void kept.set(key, text), delete: async (key) => void kept.delete(key) };
    await phone.use(async () => {
      (await phone.open()).close();
      await openSession(phone.server.api(), shelf);
    });
  });

  it("that was read keeps its person's storage on the phone, until they come again", () => phone.use(async () => {
    await share("one");
    await of().shared();
    await signOut();
    expect((await phone.storage.databases()).map(({ name }) => name)).toContain("my-funds-7");
    expect(await heard(of(7))).toEqual(["one"]);
  }));

  it("that nobody has read is wiped", () => phone.use(async () => {
    await share("one");
    await signOut();
    expect(await heard(of(8))).toEqual([]);
  }));
});

import { beforeEach, describe, expect, it, vi } from "vitest";

import type { Shelf } from "../../../static/src/sync/database";
import { SignedOut } from "../../../static/src/sync/errors";
import { forgetSession, openSession } from "../../../static/src/sync/session";
import { FakeServer } from "../fake_server";
import { draft, furnish, Phone } from "./phone";

let server: FakeServer;
let phone: Phone;
let shelf: Shelf;

beforeEach(() => {
  server = furnish(new FakeServer());
  phone = new Phone(server);
  const kept = new Map<string, string>();
  shelf = { get: async (key) => kept.get(key) ?? null, put: async (key, text) => void kept.set(key, text), delete: async (key) => void kept.delete(key) };
});

const signedOut = () => ({ ...server.api(), session: () => Promise.reject(new SignedOut()) });
const databases = async () => (await phone.storage.databases()).map(({ name }) => name);
const signOut = async () => {
  await forgetSession(shelf);
  expect(await openSession(signedOut(), shelf)).toBe("signed_out");
};

describe("signing out", () => {
  it("takes the ledger off the phone when the server has all of it", () => phone.use(async () => {
    const store = await phone.open();
    await openSession(server.api(), shelf);
    await store.record(draft());
    await store.sync();
    store.close();
    await signOut();
    await vi.waitFor(async () => expect(await databases()).not.toContain("my-funds-7"));
    expect(await shelf.get("my-funds-leaving")).toBeNull();
  }));

  it("keeps what is on the phone alone, and it is sent after signing in again", () => phone.use(async () => {
    const store = await phone.open();
    await openSession(server.api(), shelf);
    server.fates = Array(20).fill("drop");
    const id = await store.record(draft());
    await store.sync();
    store.close();
    server.fates = [];
    await signOut();
    await vi.waitFor(async () => expect(await shelf.get("my-funds-leaving")).toBeNull());
    expect(await databases()).toContain("my-funds-7");
    await openSession(server.api(), shelf);
    await phone.open();
    expect(server.rows.has(id)).toBe(true);
  }));

  it("is nothing where the person stays", () => phone.use(async () => {
    const store = await phone.open();
    await openSession(server.api(), shelf);
    store.close();
    await forgetSession(shelf);
    await openSession(server.api(), shelf);
    await vi.waitFor(async () => expect(await shelf.get("my-funds-leaving")).toBeNull());
    expect(await databases()).toContain("my-funds-7");
  }));

  it("takes it off the phone too when somebody else signs in", () => phone.use(async () => {
    const store = await phone.open();
    await openSession(server.api(), shelf);
    store.close();
    await forgetSession(shelf);
    const other = { ...server.session("ben"), person: { id: 8, name: "ben", language: "en" } };
    await openSession({ ...server.api(), session: async () => other }, shelf);
    await vi.waitFor(async () => expect(await databases()).not.toContain("my-funds-7"));
  }));
});

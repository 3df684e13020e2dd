import "fake-indexeddb/auto";

import { describe, expect, it } from "vitest";

import type { Door } from "../../../static/src/sync/api";
import { openDevices, thisDevice } from "../../../static/src/sync/devices";
import { UnreadableAnswer } from "../../../static/src/sync/errors";
import { FakeServer } from "../fake_server";
import { Phone, furnish } from "./phone";

const ANSWER = [{ id: "d1", name: "Chrome on Android", first_synced: "2026-11-20T16:00:00Z", last_synced: "2026-11-22T16:00:00Z", revoked: false }];

function door(answer: unknown): Door & { passed: unknown[] } {
  const passed: unknown[] = [];
  const pass = (...what: unknown[]) => {
    passed.push(what.filter((one) => one !== undefined));
    return Promise.resolve(answer);
  };
  return { ask: pass, tell: pass, passed };
}

describe("a person's devices", () => {
  it("are read with the times they synced", async () => {
    const times = { firstSynced: Date.UTC(2026, 10, 20, 16), lastSynced: Date.UTC(2026, 10, 22, 16) };
    expect(await openDevices(door(ANSWER)).all()).toEqual([{ id: "d1", name: "Chrome on Android", revoked: false, ...times }]);
  });

  it("are renamed, signed out and let in again at their own addresses", async () => {
    const way = door(ANSWER);
    const devices = openDevices(way);
    await devices.rename("d1", "Kitchen");
    await devices.revoke("d1");
    await devices.readmit("d1");
    expect(way.passed).toEqual([["/api/devices/d1", { name: "Kitchen" }, "PATCH"], ["/api/devices/d1/revoke", {}], ["/api/devices/d1/readmit", {}]]);
  });

  it("without a time are not read", async () =>
    expect(openDevices(door([{ ...ANSWER[0], last_synced: null }])).all()).rejects.toBeInstanceOf(UnreadableAnswer));
});

describe("this browser", () => {
  it("knows its own id once a ledger was opened", async () => {
    const phone = new Phone(furnish(new FakeServer()));
    expect(await phone.use(() => thisDevice(7))).toBeNull();
    const store = await phone.open();
    const id = await phone.use(() => thisDevice(7));
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    store.close();
  });
});

import "fake-indexeddb/auto";

import { beforeEach, describe, expect, it } from "vitest";

import { type Dismissals, openDismissals } from "../../../static/src/sync/dismissals";
import { Unreachable } from "../../../static/src/sync/errors";

const told: unknown[] = [];
let reachable = true;
const door = {
  ask: () => Promise.reject(new Unreachable()),
  tell: (path: string, body: unknown) => {
    if (!reachable) return Promise.reject(new Unreachable());
    told.push([path, body]);
    return Promise.resolve(body);
  },
};
let person = 100;
let dismissals: Dismissals;

beforeEach(() => {
  told.length = 0;
  reachable = true;
  person += 1;
  dismissals = openDismissals(person, "l1", door);
});

const known = async (): Promise<unknown> => Object.fromEntries(await dismissals.known());

describe("dismissals", () => {
  it("are kept while the server cannot be reached, over a restart, and sent once it can", async () => {
    reachable = false;
    await dismissals.judge("a", "dismissed");
    await dismissals.judge("b", "not_useful");
    await expect(dismissals.send()).rejects.toThrow(Unreachable);
    dismissals = openDismissals(person, "l1", door);
    expect(await known()).toEqual({ a: "dismissed", b: "not_useful" });
    reachable = true;
    await dismissals.send();
    await dismissals.send();
    expect(told).toEqual([["/api/ledgers/l1/cards", { card: "a", verdict: "dismissed" }], ["/api/ledgers/l1/cards", { card: "b", verdict: "not_useful" }]]);
  });

  it("send the last word alone where one was taken back", async () => {
    await dismissals.judge("a", "dismissed");
    await dismissals.judge("a", "shown");
    await dismissals.send();
    expect(told).toEqual([["/api/ledgers/l1/cards", { card: "a", verdict: "shown" }]]);
  });

  it("forget what the server's answer has, and nothing else", async () => {
    await dismissals.judge("a", "dismissed");
    await dismissals.send();
    expect(await known()).toEqual({ a: "dismissed" });
    await dismissals.judge("b", "dismissed");
    await dismissals.forgetSent();
    expect(await known()).toEqual({ b: "dismissed" });
  });

  it("are each ledger's own", async () => {
    await dismissals.judge("a", "dismissed");
    expect((await openDismissals(person, "l2", door).known()).size).toBe(0);
  });
});

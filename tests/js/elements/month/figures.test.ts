import { describe, expect, it } from "vitest";

import { unsyncedHere } from "../../../../static/src/elements/month/figures";
import type { SyncState } from "../../../../static/src/sync/store";

const STATE: SyncState = { phase: "offline", unsynced: 5, attention: 0, lastSynced: null, progress: null };

describe("what is on this phone alone", () => {
  it("is the open ledger's part of what waits in all of them", () => {
    expect(unsyncedHere(STATE)).toBe(5);
    const beside = [{ ledger: "a", unsynced: 2, attention: 0 }, { ledger: "b", unsynced: 3, attention: 1 }];
    expect(unsyncedHere({ ...STATE, beside })).toBe(0);
  });
});

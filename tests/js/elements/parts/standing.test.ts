import { describe, expect, it } from "vitest";

import { standingOf } from "../../../../static/src/elements/parts/standing";
import type { SyncState } from "../../../../static/src/sync/store";

const STATE: SyncState = { phase: "synced", unsynced: 0, attention: 0, lastSynced: 1, progress: null };
const words = (state: Partial<SyncState>): string => standingOf({ ...STATE, ...state }).words;

describe("standingOf", () => {
  it("says when everything is synced", () => expect(words({})).toBe("Everything is saved and synced"));

  it("counts what waits on this phone", () => {
    expect(words({ phase: "offline", unsynced: 1 })).toBe("1 saved on this phone, waiting for the network");
    expect(words({ phase: "waiting", unsynced: 3 })).toBe("3 saved on this phone, waiting for the network");
    expect(words({ phase: "failed", unsynced: 3 })).toBe("3 saved on this phone, waiting for the server");
  });

  it("puts what needs a person first, and leads there", () =>
    expect(standingOf({ ...STATE, phase: "offline", unsynced: 3, attention: 2 })).toMatchObject({ words: "2 entries need your attention", address: "/attention", tone: "warn" }));

  it("tells how far a long queue is", () =>
    expect(words({ phase: "syncing", unsynced: 900, progress: { done: 300, total: 900, sending: true } })).toBe("Sending 900 entries: 33 %"));

  it("warns of what has been here alone for more than a day, and leads to where it can be copied", () => {
    const standing = standingOf({ ...STATE, phase: "offline", unsynced: 2, overdue: true });
    expect(standing).toMatchObject({ tone: "warn", address: "/settings" });
    expect(standing.words).toContain("2 entries have been on this phone alone for more than a day");
  });

  it("never claims that all is synced when it is not known", () => {
    for (const phase of ["syncing", "waiting", "offline", "signed_out", "failed"] as const) {
      expect(standingOf({ ...STATE, phase })).not.toMatchObject({ tone: "good" });
    }
  });

  it("tells how far the first sync is", () =>
    expect(words({ phase: "syncing", progress: { done: 250, total: 1000 } })).toBe("Fetching your ledger: 25 %"));
});

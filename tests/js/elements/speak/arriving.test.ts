import { describe, expect, it, vi } from "vitest";

import type { House } from "../../../../static/src/elements/parts/house";
import { openShared } from "../../../../static/src/elements/speak/arriving";
import type { Conversation } from "../../../../static/src/elements/speak/conversation";
import { StorageFull } from "../../../../static/src/sync/errors";

/** What the conversation is told or given where these sounds are found. */
async function arrived(shared: () => Promise<unknown>) {
  const talk = { open: vi.fn(), tell: vi.fn() };
  const dropped: string[] = [];
  await openShared(talk as unknown as Conversation, { utterances: { shared, delete: async (id: string) => dropped.push(id) } } as unknown as House);
  return { ...talk, dropped };
}

describe("what another app shared", () => {
  it("is opened, the oldest first, and dropped once its drafts are saved", async () => {
    const wav = new Blob(["ogg"]);
    const { open, dropped } = await arrived(async () => [{ id: "1", wav }, { id: "2", wav }]);
    const [file, kept] = open.mock.calls[0] ?? [];
    expect([open.mock.calls.length, file]).toEqual([1, wav]);
    await kept.drop();
    expect(dropped).toEqual(["1"]);
  });

  it("and did not arrive is told", async () => {
    expect((await arrived(async () => [])).tell).toHaveBeenCalledWith({ kind: "trouble", trouble: "not_shared" });
  });

  it("and could not be kept is told with the reason", async () => {
    const { tell, open } = await arrived(() => Promise.reject(new StorageFull()));
    expect(tell).toHaveBeenCalledWith({ kind: "failed", sentence: new StorageFull().message });
    expect(open).not.toHaveBeenCalled();
  });
});

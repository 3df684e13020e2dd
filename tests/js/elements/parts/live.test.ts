import { describe, expect, it, vi } from "vitest";

import { Live } from "../../../../static/src/elements/parts/live";

function opened(read: () => Promise<number>) {
  const source = new EventTarget();
  const host = { addController() {}, requestUpdate: vi.fn() };
  const live = new Live(host as never, () => source, read);
  return { source, host, live };
}

describe("a live value", () => {
  it("is read when its element is shown, and again when the source changes", async () => {
    let now = 1;
    const { source, live } = opened(async () => now);
    live.hostConnected();
    live.hostUpdate();
    await vi.waitFor(() => expect(live.value).toBe(1));
    now = 2;
    source.dispatchEvent(new Event("change"));
    await vi.waitFor(() => expect(live.value).toBe(2));
  });

  it("waits for the properties of an element whose code came late", async () => {
    let source: EventTarget | undefined;
    const host = { addController() {}, requestUpdate() {} };
    const live = new Live(host as never, () => source ?? expect.fail("asked before the element was drawn"), async () => 1);
    live.hostConnected();
    source = new EventTarget();
    live.hostUpdate();
    await vi.waitFor(() => expect(live.value).toBe(1));
  });

  it("is read again when its element is shown again", async () => {
    const read = vi.fn(async () => 1);
    const { live } = opened(read);
    live.hostConnected();
    live.hostUpdate();
    live.hostDisconnected();
    live.hostConnected();
    await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(2));
  });

  it("is read twice, not a hundred times, for a hundred changes at once", async () => {
    const read = vi.fn(async () => 1);
    const { source, live } = opened(read);
    live.hostConnected();
    live.hostUpdate();
    for (let change = 0; change < 100; change += 1) source.dispatchEvent(new Event("change"));
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(read).toHaveBeenCalledTimes(2);
  });

  it("is not read any more once its element is gone", async () => {
    const read = vi.fn(async () => 1);
    const { source, live } = opened(read);
    live.hostConnected();
    live.hostUpdate();
    await vi.waitFor(() => expect(live.value).toBe(1));
    live.hostDisconnected();
    source.dispatchEvent(new Event("change"));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(read).toHaveBeenCalledTimes(1);
  });

  it("follows another source that its element was given", async () => {
    let source = new EventTarget();
    const read = vi.fn(async () => 1);
    const live = new Live({ addController() {}, requestUpdate() {} } as never, () => source, read);
    live.hostConnected();
    live.hostUpdate();
    await vi.waitFor(() => expect(live.value).toBe(1));
    source = new EventTarget();
    live.hostUpdate();
    await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(2));
    source.dispatchEvent(new Event("change"));
    await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(3));
  });

  it("keeps its last value and the error when a read fails", async () => {
    let fails = false;
    const { source, live } = opened(async () => (fails ? Promise.reject(new Error("full")) : 1));
    live.hostConnected();
    live.hostUpdate();
    await vi.waitFor(() => expect(live.value).toBe(1));
    fails = true;
    source.dispatchEvent(new Event("change"));
    await vi.waitFor(() => expect(live.error).toBeInstanceOf(Error));
    expect(live.value).toBe(1);
  });
});

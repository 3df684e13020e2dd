import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { onceBetter, onceOnline } from "../../../static/src/voice/once_better";

let seen: EventTarget & { visibilityState?: string };
let page: EventTarget;
let tried: number;
const again = (): void => void (tried += 1);

beforeEach(() => {
  vi.useFakeTimers();
  [seen, page, tried] = [new EventTarget(), new EventTarget(), 0];
  vi.stubGlobal("document", seen);
  vi.stubGlobal("window", page);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("what the network kept from working", () => {
  it("is tried once when the network returns", () => {
    onceBetter(again);
    page.dispatchEvent(new Event("online"));
    page.dispatchEvent(new Event("online"));
    vi.runAllTimers();
    expect(tried).toBe(1);
  });

  it("is tried when the page is seen again, not when it goes out of sight", () => {
    onceBetter(again);
    seen.visibilityState = "hidden";
    seen.dispatchEvent(new Event("visibilitychange"));
    expect(tried).toBe(0);
    seen.visibilityState = "visible";
    seen.dispatchEvent(new Event("visibilitychange"));
    expect(tried).toBe(1);
  });

  it("is tried after a while although nothing changed here", () => {
    onceBetter(again, 30_000);
    vi.advanceTimersByTime(29_999);
    expect(tried).toBe(0);
    vi.advanceTimersByTime(1);
    expect(tried).toBe(1);
  });

  it("may wait for the network alone", () => {
    onceOnline(again);
    seen.visibilityState = "visible";
    seen.dispatchEvent(new Event("visibilitychange"));
    vi.runAllTimers();
    expect(tried).toBe(0);
    page.dispatchEvent(new Event("online"));
    page.dispatchEvent(new Event("online"));
    expect(tried).toBe(1);
    onceOnline(again)();
    page.dispatchEvent(new Event("online"));
    expect(tried).toBe(1);
  });

  it("is left alone when somebody else has tried", () => {
    const giveUp = onceBetter(again);
    giveUp();
    page.dispatchEvent(new Event("online"));
    vi.runAllTimers();
    expect(tried).toBe(0);
  });
});

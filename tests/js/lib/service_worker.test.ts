import { afterEach, describe, expect, it, vi } from "vitest";

import { registerServiceWorker } from "../../../static/src/lib/service_worker";

afterEach(() => vi.unstubAllGlobals());

function browserWith(serviceWorker: unknown): void {
  vi.stubGlobal("navigator", { serviceWorker });
  vi.stubGlobal("location", { origin: "http://localhost" });
}

describe("registerServiceWorker", () => {
  it.each([
    ["has none", undefined],
    ["refuses it", { register: () => Promise.reject(new DOMException("private", "SecurityError")) }],
    ["answers nothing", { register: () => Promise.resolve(undefined) }],
  ])("leaves the page working where the browser %s", async (_, serviceWorker) => {
    browserWith(serviceWorker);
    const offers: unknown[] = [];
    await expect(registerServiceWorker((apply) => offers.push(apply))).resolves.toBeUndefined();
    expect(offers).toEqual([]);
  });

  it("offers a version that waits already", async () => {
    const registration = Object.assign(new EventTarget(), { waiting: { postMessage: vi.fn() } });
    browserWith({ controller: {}, register: () => Promise.resolve(registration), addEventListener: vi.fn() });
    const offers: (() => void)[] = [];
    await registerServiceWorker((apply) => offers.push(apply));
    offers[0]?.();
    expect(registration.waiting.postMessage).toHaveBeenCalledWith("activate");
  });
});

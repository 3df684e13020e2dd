import { describe, expect, it } from "vitest";

import { earWords } from "../../../../static/src/elements/speak/ear_words";
import type { EarState } from "../../../../static/src/voice/ear";

function words(state: EarState, fetched: number | null = null): string {
  return earWords({ state, where: state === "unable" ? "server" : "phone", gaveUp: false }, fetched);
}

describe("the words under the microphone", () => {
  it("ask for a tap only once the ear is ready", () => {
    expect(words("ready")).toContain("Tap to talk");
    for (const state of ["asleep", "preparing", "unfetched", "unable"] as const) expect(words(state)).not.toContain("Tap to talk");
  });

  it("tell that the ear gets ready before its code has come, and before it was asked", () => {
    expect(earWords(undefined, null)).toBe(words("preparing"));
    expect(words("asleep")).toBe(words("preparing"));
  });

  it("tell how much of the model has come", () => {
    expect(words("preparing", 0.429)).toContain("42 %");
  });

  it("tell who listens when the model or the ear's code did not come", () => {
    expect(words("unfetched")).toContain("your own server listens until it can");
    expect(earWords(null, null)).toBe(words("unfetched"));
    expect(words("unable")).toContain("your own server listens for it");
  });

  it("offer another try when the engine never came up", () => {
    expect(earWords({ state: "unable", where: "server", gaveUp: true }, null)).not.toBe(words("unable"));
  });
});

import { describe, expect, it } from "vitest";

import { AskedAgain } from "../../../static/src/voice/asked_again";
import { choose, chosen } from "../../../static/src/voice/choices";

class Storage {
  readonly kept = new Map<string, string>();
  getItem = (key: string): string | null => this.kept.get(key) ?? null;
  setItem = (key: string, value: string): void => void this.kept.set(key, value);
}

describe("a choice of how to be listened to", () => {
  it("is on until it is switched off, and each by itself", () => {
    const storage = new Storage();
    expect(chosen("sounds", storage)).toBe(true);
    choose("sounds", "off", storage);
    expect([chosen("sounds", storage), chosen("answers", storage)]).toEqual([false, true]);
    choose("sounds", "on", storage);
    expect(chosen("sounds", storage)).toBe(true);
  });
});

describe("AskedAgain", () => {
  it("notices a browser that asks for the third time although it was answered", () => {
    const storage = new Storage();
    const often = [1, 2, 3].map(() => {
      new AskedAgain(storage).granted();
      return new AskedAgain(storage).often;
    });
    expect(often).toEqual([false, false, true]);
  });
});

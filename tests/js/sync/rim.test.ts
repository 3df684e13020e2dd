import { describe, expect, it, vi } from "vitest";

import { browserRim, type Word } from "../../../static/src/sync/rim";

const WORD: Word = { ledger: "home", about: "change" };

describe("a tab", () => {
  it("hears the others, and says nothing more once it has left", async () => {
    const [heard, answered] = [vi.fn(), vi.fn()];
    const one = browserRim().join("words", answered);
    const other = browserRim().join("words", heard);
    one.say(WORD);
    await vi.waitFor(() => expect(heard).toHaveBeenCalledWith(WORD));
    one.leave();
    expect(() => one.say(WORD)).not.toThrow();
    other.say(WORD);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([heard.mock.calls.length, answered.mock.calls.length]).toEqual([1, 0]);
    other.leave();
  });
});

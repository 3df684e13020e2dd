import { describe, expect, it } from "vitest";

import { troubleOf } from "../../../../static/src/elements/speak/trouble";
import type { Turn } from "../../../../static/src/elements/speak/turn";

describe("troubleOf", () => {
  it.each(["question", "future", "negation", "imperative", "empty", "amend", "query", "set", "never heard of"])(
    "says that nothing was recorded when refused for: %s", (reason) =>
      expect(troubleOf({ kind: "refused", words: "x", reason })).toMatch(/nothing|Nothing/));

  it("names the remedy for each trouble with the ear", () => {
    const troubles = [
      "no_permission", "not_answered", "no_microphone", "microphone_busy", "insecure_page", "microphone_lost", "microphone_muted",
      "microphone_stuck", "interrupted", "went_away",
    ] as const;
    for (const trouble of troubles) expect(troubleOf({ kind: "trouble", trouble })).toContain("type below");
  });

  it("names the remedy for each trouble with a shared sound", () => {
    const troubles = ["undecodable", "too_long", "too_large", "no_sound", "not_shared"] as const;
    for (const trouble of troubles) expect(troubleOf({ kind: "trouble", trouble })).toMatch(/Share|Choose/);
  });

  it("is silent when all is well", () => {
    const well: readonly Turn[] = [{ kind: "idle" }, { kind: "listening", words: "", preview: [], live: true, held: false }, { kind: "finishing", words: "" }];
    expect(well.map(troubleOf)).toEqual([null, null, null]);
  });
});

import { describe, expect, it } from "vitest";

import { troubleOf } from "../../../../static/src/elements/speak/trouble";
import type { Turn } from "../../../../static/src/elements/speak/conversation";

describe("troubleOf", () => {
  it.each(["question", "future", "negation", "imperative", "empty", "amend", "query", "set", "never heard of"])(
    "says that nothing was recorded when refused for: %s", (reason) =>
      expect(troubleOf({ kind: "refused", words: "x", reason })).toMatch(/nothing|Nothing/));

  it("names the remedy for each trouble with the ear", () => {
    const troubles = ["no_permission", "no_microphone", "microphone_busy", "insecure_page", "engine_failed", "model_failed"] as const;
    for (const trouble of troubles) expect(troubleOf({ kind: "trouble", trouble })).toContain("type below");
  });

  it("is silent when all is well", () => {
    const well: readonly Turn[] = [{ kind: "idle" }, { kind: "listening", words: "", preview: [] }, { kind: "finishing", words: "" }];
    expect(well.map(troubleOf)).toEqual([null, null, null]);
  });
});

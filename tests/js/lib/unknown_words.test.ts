import { describe, expect, it } from "vitest";

import { withoutUnknown } from "../../../static/src/lib/unknown_words";

describe("withoutUnknown", () => {
  it("shows what was not understood as a gap, word for word", () =>
    expect(withoutUnknown("[unk] twelve fifty at [unk]")).toBe("… twelve fifty at …"));
});

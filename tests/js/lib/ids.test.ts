import { describe, expect, it } from "vitest";

import { followingId, naturalId, newId } from "../../../static/src/lib/ids";

const LEDGER = "018f0000-0000-7000-8000-000000000001";

describe("newId", () => {
  it("is a UUIDv7 in lower case, later ones sorting later", () => {
    const ids = Array.from({ length: 1000 }, newId);
    expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true);
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(1000);
  });
});

describe("naturalId", () => {
  it("is what the server derives for the same name", () => {
    expect(naturalId(LEDGER, "payee", "  LIDL Süd ")).toBe("a5ac60b5-6ab4-5b75-baf9-fb5014220619");
  });

  it("tells kinds and ledgers apart", () => {
    const lidl = naturalId(LEDGER, "payee", "Lidl");
    expect(naturalId(LEDGER, "payee", "lidl")).toBe(lidl);
    expect(naturalId(LEDGER, "account", "Lidl")).not.toBe(lidl);
    expect(naturalId(newId(), "payee", "Lidl")).not.toBe(lidl);
  });
});

describe("followingId", () => {
  it("is the same each time, and another for another name", () => {
    expect(followingId(LEDGER, "payee")).toBe(followingId(LEDGER, "payee"));
    expect(followingId(LEDGER, "payee")).not.toBe(followingId(LEDGER, "line"));
  });
});

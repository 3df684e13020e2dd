import { describe, expect, it } from "vitest";

import { keptMonthSummary, monthSummary } from "../../../static/src/sync/copies";
import { Unreachable } from "../../../static/src/sync/errors";
import { FakeServer } from "../fake_server";
import { Phone } from "./phone";

const server = new FakeServer();

describe("monthSummary", () => {
  it("is the server's, and its copy when the server is away", async () => {
    const phone = new Phone(server);
    const rim = phone.browser.rim({ ...server.api(), monthSummary: async () => ({ spent: 5 }) });
    const at = phone.browser.time.getTime();
    await phone.use(async () => {
      expect(await monthSummary(server.session(), "l1", "2026-03", rim)).toEqual({ answer: { spent: 5 }, at, fresh: true });
      const away = { ...rim, api: { ...rim.api, monthSummary: () => Promise.reject(new Unreachable()) } };
      expect(await monthSummary(server.session(), "l1", "2026-03", away)).toEqual({ answer: { spent: 5 }, at, fresh: false });
      await expect(monthSummary(server.session(), "l1", "2026-02", away)).rejects.toThrow(Unreachable);
      expect(await keptMonthSummary(server.session(), "l1", "2026-03")).toMatchObject({ answer: { spent: 5 } });
      expect(await keptMonthSummary(server.session(), "l2", "2026-03")).toBeNull();
    });
  });
});

import { describe, expect, it } from "vitest";

import { openDoor } from "../../../static/src/sync/api";
import { Refused, Unreachable, UnreadableAnswer } from "../../../static/src/sync/errors";
import { createLedger, openPeople } from "../../../static/src/sync/people";
import { door } from "./door";

describe("the people of a ledger", () => {
  it("are read by name and role", async () => {
    const way = door([{ person_id: 7, name: "asha", role: "owner" }]);
    expect(await openPeople("l1", way).members()).toEqual([{ id: 7, name: "asha", role: "owner" }]);
    expect(way.passed).toEqual([["/api/ledgers/l1/people"]]);
  });

  it.each([[{}, "people"], [[{ person_id: 7, name: "asha", role: "king" }], "member.role"], [[{ person_id: "7", name: "a", role: "owner" }], "member.person_id"]])(
    "%j are not read", async (answer, place) => {
      const error = await openPeople("l1", door(answer)).members().catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(UnreadableAnswer);
      expect(error).toMatchObject({ place });
    });
});

describe("an owner", () => {
  const answer = [{ person_id: 8, name: "ben", role: "viewer" }];

  it("changes a role and removes somebody, and hears who is in it then", async () => {
    const way = door(answer);
    const ben = [{ id: 8, name: "ben", role: "viewer" }];
    expect(await openPeople("l1", way).changeRole(8, "viewer")).toEqual(ben);
    expect(await openPeople("l1", way).remove(8)).toEqual(ben);
    await openPeople("l1", way).leave();
    await openPeople("l1", way).delete();
    expect(way.passed).toEqual([["/api/ledgers/l1/people/8", { role: "viewer" }, "PATCH"], ["/api/ledgers/l1/people/8", {}, "DELETE"], ["/api/ledgers/l1/leave", {}], ["/api/ledgers/l1", {}, "DELETE"]]);
  });

  it("makes a ledger under an id of one's own", async () => {
    const way = door({});
    const made = { id: "l2", name: "Private", currency: "EUR", time_zone: "UTC" };
    await createLedger(made, way);
    expect(way.passed).toEqual([["/api/ledgers", made]]);
  });
});

describe("an invitation", () => {
  const answer = { link: "https://x/accounts/invitation/t", role: "viewer", expires_at: "2026-11-29T16:00:00Z" };

  it("is asked for with a role, and good until a time", async () => {
    const way = door(answer);
    expect(await openPeople("l1", way).invite("viewer")).toEqual({ link: answer.link, role: "viewer", expires: Date.UTC(2026, 10, 29, 16) });
    expect(way.passed).toEqual([["/api/ledgers/l1/invitations", { role: "viewer" }]]);
  });

  it("without a time is not read", async () =>
    expect(openPeople("l1", door({ ...answer, expires_at: "soon" })).invite("viewer")).rejects.toBeInstanceOf(UnreadableAnswer));
});

describe("the history of an entry", () => {
  it("pairs what each path held before and after", async () => {
    const answer = [{ seq: 9, by: "asha", at: "2026-11-22T16:00:00Z", paths: { note: [null, "milk"], "lines.l1.amount": [1250, 1300] } }];
    const [change] = await openPeople("l1", door(answer)).historyOf("t1");
    expect(change).toMatchObject({ seq: 9, by: "asha", at: Date.UTC(2026, 10, 22, 16) });
    expect(change?.paths).toEqual([{ path: "note", old: null, now: "milk" }, { path: "lines.l1.amount", old: 1250, now: 1300 }]);
  });
});

describe("the door", () => {
  const sent: RequestInit[] = [];
  const road = (response: () => Response) => ({ base: "", cookies: () => "csrftoken=t0k", send: async (_address: string, request: RequestInit) => {
    sent.push(request);
    return response();
  } });

  it("tells JSON with the token of the cookie", async () => {
    await openDoor(road(() => new Response("{}", { status: 201 }))).tell("/api/x", { role: "viewer" });
    expect(sent.at(-1)).toMatchObject({ method: "POST", body: '{"role":"viewer"}', headers: { "X-CSRFToken": "t0k", "Content-Type": "application/json" } });
  });

  it("passes on the server's own sentence", async () => {
    const refused = road(() => new Response(JSON.stringify({ error: { code: "owner_only", message: "Ask its owner." } }), { status: 403 }));
    const error = await openDoor(refused).ask("/api/x").catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Refused);
    expect(error).toMatchObject({ message: "Ask its owner." });
  });

  it("says when the server is not reached", async () => {
    const nowhere = road(() => {
      throw new TypeError("Failed to fetch");
    });
    await expect(openDoor(nowhere).ask("/api/x")).rejects.toBeInstanceOf(Unreachable);
  });
});

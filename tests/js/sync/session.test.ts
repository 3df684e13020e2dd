import { beforeEach, describe, expect, it } from "vitest";

import type { Api } from "../../../static/src/sync/api";
import { Refused, SignedOut, StorageFull, Unreachable, UnreadableAnswer } from "../../../static/src/sync/errors";
import type { Shelf } from "../../../static/src/sync/database";
import { forgetSession, forgetWhereReached, openSession, rememberedSession } from "../../../static/src/sync/session";
import { FakeServer } from "../fake_server";

const server = new FakeServer();
const session = { ...server.session(), speechModel: { name: "s", language: "en", url: "/m", sha256: "a", bytes: 1, starter: true, piece_bytes: 1, pieces: ["a"] } };

function api(error?: Error): Api {
  return { ...server.api(), session: () => (error ? Promise.reject(error) : Promise.resolve(session)) };
}

let shelf: Shelf & { readonly kept: Map<string, string> };

beforeEach(() => {
  const kept = new Map<string, string>();
  shelf = {
    kept, get: async (key) => kept.get(key) ?? null, put: async (key, text) => void kept.set(key, text),
    delete: async (key) => void kept.delete(key),
  };
});

describe("openSession", () => {
  it("is the server's answer, remembered for a start without it", async () => {
    expect(await openSession(api(), shelf)).toEqual(session);
    expect(await openSession(api(new Unreachable()), shelf)).toEqual(session);
    expect(await openSession(api(new Refused(500, "http_500", "Broken.", null)), shelf)).toEqual(session);
  });

  it("is signed out when the server says so, though somebody is remembered", async () => {
    await openSession(api(), shelf);
    expect(await openSession(api(new SignedOut()), shelf)).toBe("signed_out");
    expect(await rememberedSession(shelf)).toEqual(session);
  });

  it("is nobody where nobody was and nothing answers", async () => {
    expect(await openSession(api(new Unreachable()), shelf)).toBe("nobody");
  });

  it("tells what the server said where nobody was", async () => {
    await expect(openSession(api(new Refused(500, "http_500", "Broken.", null)), shelf)).rejects.toThrow("Broken.");
  });
});

describe("a person about to sign out", () => {
  beforeEach(() => openSession(api(), shelf));

  it.each([undefined, new SignedOut()])("is forgotten where the server answers", async (error) => {
    expect(await forgetWhereReached(api(error), shelf)).toBe(true);
    expect(await rememberedSession(shelf)).toBeNull();
  });

  it.each([new Unreachable(), new UnreadableAnswer("json"), new Refused(502, "http_502", "Broken.", null)])(
    "stays where it cannot be asked: %s", async (error) => {
      expect(await forgetWhereReached(api(error), shelf)).toBe(false);
      expect(await rememberedSession(shelf)).toEqual(session);
    },
  );
});

describe("a phone without room", () => {
  it("goes on with the server's session", async () => {
    shelf.put = () => Promise.reject(new StorageFull());
    expect(await openSession(api(), shelf)).toEqual(session);
  });
});

describe("rememberedSession", () => {
  it.each(["", "{", "null", "{}", '{"person": 5}'])("is nobody where '%s' is written", async (text) => {
    await shelf.put("my-funds-session", text);
    expect(await rememberedSession(shelf)).toBeNull();
  });

  it("is forgotten when told to", async () => {
    await openSession(api(), shelf);
    await forgetSession(shelf);
    expect(await rememberedSession(shelf)).toBeNull();
    expect([...shelf.kept.keys()]).toEqual(["my-funds-leaving"]);
  });
});

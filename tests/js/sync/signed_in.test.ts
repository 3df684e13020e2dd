import { beforeEach, describe, expect, it } from "vitest";

import type { Api } from "../../../static/src/sync/api";
import { SignedOut, Unreachable } from "../../../static/src/sync/errors";
import { SignedIn } from "../../../static/src/sync/signed_in";
import { FakeServer } from "../fake_server";

const ASHA = 7;
const BEN = 8;

let server: FakeServer;
let here: number;
let signedIn: SignedIn;
let asha: Api;

beforeEach(() => {
  server = new FakeServer();
  here = ASHA;
  const api = server.api();
  const session = async () => ({ ...(await api.session()), person: { id: here, name: "somebody", language: "en" } });
  signedIn = new SignedIn({ ...api, session });
  asha = signedIn.doorsOf(ASHA);
});

const pushed = () => asha.push(server.ledger, { device: "d", epoch: server.epoch, cursor: 0, known: null, mutations: [] });

describe("what is one person's", () => {
  it("is sent once the server has said that they are signed in, who are asked for once", async () => {
    await Promise.all([pushed(), asha.pull(server.ledger, { device: "d", cursor: 0, epoch: server.epoch }), signedIn.session()]);
    await pushed();
    expect(server.requests).toEqual(["session", "push", "pull", "push"]);
  });

  it("is not sent where somebody else is", async () => {
    here = BEN;
    for (const door of [pushed(), asha.postUtterance(server.ledger, new Blob(), "en"), asha.monthSummary(server.ledger, "2026-03")]) {
      await expect(door).rejects.toThrow(SignedOut);
    }
    expect(new Set(server.requests)).toEqual(new Set(["session"]));
  });

  it("is not sent while the server cannot say, and is once it can", async () => {
    server.fates = ["drop"];
    await expect(pushed()).rejects.toThrow(Unreachable);
    expect(server.requests).toEqual(["session"]);
    await pushed();
    expect(server.requests).toEqual(["session", "session", "push"]);
  });

  it("is asked about anew in doubt, for somebody else may have come", async () => {
    await pushed();
    here = BEN;
    signedIn.doubt();
    await expect(pushed()).rejects.toThrow(SignedOut);
    expect(server.requests).toEqual(["session", "push", "session"]);
  });
});

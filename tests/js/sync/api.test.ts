import { describe, expect, it } from "vitest";

import { openApi, type Road } from "../../../static/src/sync/api";
import { EpochChanged, Refused, SignedOut, Unreachable, UnreadableAnswer } from "../../../static/src/sync/errors";

const SESSION = {
  person: { id: 7, name: "asha", language: "en" },
  ledgers: [{ id: "l1", name: "Home", role: "owner", currency: "EUR", time_zone: "Europe/Berlin", epoch: "e1" }],
  schema: 1,
  speech_model: { name: "starter-en", language: "en", url: "/m.tar.gz", sha256: "ab", bytes: 5, starter: true, piece_bytes: 3, pieces: ["cd", "ef"] },
  starter_model: null,
};

interface Sent {
  readonly address: string;
  readonly request: RequestInit;
}

/** A road whose far end answers each path with what is given, and that remembers what was sent. */
function road(answers: Record<string, () => Response>, cookies = "csrftoken=t0k; sessionid=x"): Road & { sent: Sent[] } {
  const sent: Sent[] = [];
  const send = async (address: string, request: RequestInit) => {
    sent.push({ address, request });
    const found = answers[address.split("?")[0]!];
    if (found === undefined) throw new TypeError("Failed to fetch");
    return found();
  };
  return { base: "", send, cookies: () => cookies, sent };
}

const json = (body: unknown, status = 200, headers = {}) => () => new Response(JSON.stringify(body), { status, headers });
const push = { device: "d", epoch: "e1", cursor: 3, known: "m0", mutations: [] };

describe("session", () => {
  it("is read whole, the speech model too", async () => {
    const session = await openApi(road({ "/api/session": json(SESSION) })).session();
    expect(session).toEqual({ person: SESSION.person, ledgers: SESSION.ledgers, schema: 1, speechModel: SESSION.speech_model, starterModel: null, languages: [], otherModels: [] });
  });

  it("takes a model of which no pieces are told for one piece", async () => {
    const { piece_bytes: _size, pieces: _pieces, ...whole } = SESSION.speech_model;
    const session = await openApi(road({ "/api/session": json({ ...SESSION, speech_model: whole }) })).session();
    expect(session.speechModel).toMatchObject({ piece_bytes: 5, pieces: ["ab"] });
  });

  it("may have no speech model", async () => {
    const session = await openApi(road({ "/api/session": json({ ...SESSION, speech_model: null }) })).session();
    expect(session.speechModel).toBeNull();
  });

  it.each([
    [{ ...SESSION, person: null }, "session.person"], [{ ...SESSION, ledgers: {} }, "session.ledgers"], [[], "session"],
    [{ ...SESSION, ledgers: [{ ...SESSION.ledgers[0], role: "king" }] }, "ledger.role"],
    [{ ...SESSION, schema: "1" }, "session.schema"],
  ])("that is not of the protocol's shape names the place", async (body, place) => {
    const error = await openApi(road({ "/api/session": json(body) })).session().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(UnreadableAnswer);
    expect(error).toMatchObject({ place });
  });
});

describe("push", () => {
  const reply = { epoch: "e1", results: [{ mid: "m1", status: "rejected", seq: null, error: { code: "bad_value", message: "No." } }] };

  it("sends JSON with the token of the cookie, and reads the results", async () => {
    const way = road({ "/api/ledgers/l1/push": json(reply) });
    expect(await openApi(way).push("l1", push)).toEqual(reply);
    const [{ request }] = way.sent as [Sent];
    expect(request).toMatchObject({ method: "POST", body: JSON.stringify(push), credentials: "same-origin" });
    expect(request.headers).toEqual({ "Content-Type": "application/json", "X-CSRFToken": "t0k" });
  });

  it("asks for the session first where there is no token yet", async () => {
    const way = road({ "/api/ledgers/l1/push": json(reply), "/api/session": json(SESSION) }, "");
    await openApi(way).push("l1", push);
    expect(way.sent.map(({ address }) => address)).toEqual(["/api/session", "/api/ledgers/l1/push"]);
  });

  it.each([[{ error: { code: "epoch_changed", message: "" }, epoch: "e2" }, "e2"], [{ error: { code: "epoch_changed", message: "", epoch: "e2" } }, "e2"],
    [{ error: { code: "epoch_changed", message: "" } }, null]])("hears that the server was restored", async (body, epoch) => {
    const error = await openApi(road({ "/api/ledgers/l1/push": json(body, 409) })).push("l1", push).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(EpochChanged);
    expect(error).toMatchObject({ epoch });
  });
});

describe("pull", () => {
  const asked = { device: "d", cursor: 3, epoch: "e1" };
  const rows = [{ entity: "payee", id: "p", seq: 4, deleted: false, fields: { name: "Lidl" } }, { entity: "budget", id: "b", seq: 5, deleted: false, fields: {} }];
  const reply = { epoch: "e1", from: 3, cursor: 5, rows, has_more: true, latest: 9 };

  it("asks from the cursor and leaves out what this version does not know", async () => {
    const way = road({ "/api/ledgers/l1/pull": json(reply) });
    expect(await openApi(way).pull("l1", { device: "d", cursor: 3, epoch: "e 1" })).toEqual(
      { epoch: "e1", from: 3, cursor: 5, rows: rows.slice(0, 1), hasMore: true, latest: 9, digest: null });
    expect(way.sent[0]!.address).toBe("/api/ledgers/l1/pull?device=d&cursor=3&epoch=e%201");
  });

  it("says what it knows to be in the log, and where its rows differed", async () => {
    const way = road({ "/api/ledgers/l1/pull": json(reply) });
    await openApi(way).pull("l1", { device: "d", cursor: 0, epoch: "e", known: "m1", apart: 7 });
    expect(way.sent[0]!.address).toBe("/api/ledgers/l1/pull?device=d&cursor=0&epoch=e&known=m1&apart=7");
  });

  it("reads the digest of what this version knows", async () => {
    const digest = { rows: { payee: { count: 1, hash: "4.16" }, budget: { count: 1, hash: "5.25" } }, sums: { a1: { EUR: { count: 2, sum: "-5" } } } };
    const way = road({ "/api/ledgers/l1/pull": json({ ...reply, has_more: false, digest }) });
    const { digest: lines } = await openApi(way).pull("l1", asked);
    expect([...lines!]).toEqual(["payee 1 4.16", "a1 EUR 2 -5"]);
  });

  it("refuses rows that are none", async () => {
    const bad = json({ ...reply, rows: [{ entity: "payee" }] });
    await expect(openApi(road({ "/api/ledgers/l1/pull": bad })).pull("l1", asked)).rejects.toMatchObject({ place: "row.id" });
  });
});

describe("postUtterance", () => {
  it("sends the WAV as it is and reads what was heard", async () => {
    const heard = { transcript: "ten euros", words: [{ word: "ten", start: 0, end: 0.3, conf: 0.9 }], alternatives: ["ten euro"] };
    const way = road({ "/api/voice/utterances": json(heard) });
    const wav = new Blob(["RIFF"], { type: "audio/wav" });
    expect(await openApi(way).postUtterance("l1", wav, "de")).toEqual({ ...heard, words: [{ word: "ten", conf: 0.9 }] });
    expect(way.sent[0]!.address).toBe("/api/voice/utterances?ledger=l1&language=de");
    expect(way.sent[0]!.request).toMatchObject({ body: wav, headers: { "Content-Type": "audio/wav" } });
  });

  it("tells when to come again", async () => {
    const busy = json({ error: { code: "busy", message: "The server is busy." } }, 503, { "Retry-After": "5" });
    await expect(openApi(road({ "/api/voice/utterances": busy })).postUtterance("l1", new Blob([]), "en")).rejects.toMatchObject(
      { status: 503, code: "busy", message: "The server is busy.", retryAfter: 5 });
  });
});

describe("every door", () => {
  const summary = (answer: () => Response) => openApi(road({ "/api/ledgers/l1/months/2026-03": answer })).monthSummary("l1", "2026-03");

  it("gives back the answer", async () => expect(await summary(json({ total: 5 }))).toEqual({ total: 5 }));
  it("says unreachable where nothing answers", async () => {
    await expect(openApi(road({})).session()).rejects.toThrow(Unreachable);
  });
  it("says signed out at 401", async () => await expect(summary(json({}, 401))).rejects.toThrow(SignedOut));
  it("passes the server's sentence on", async () => {
    const refused = summary(json({ error: { code: "unknown_ledger", message: "Choose another." } }, 404));
    await expect(refused).rejects.toMatchObject({ name: "Refused", status: 404, message: "Choose another." });
  });
  it("has a sentence for a refusal without one", async () => {
    await expect(summary(() => new Response("<h1>Bad gateway</h1>", { status: 502 }))).rejects.toMatchObject({ code: "http_502", message: expect.stringContaining("Try again") });
    await expect(summary(() => new Response("<h1>Bad gateway</h1>", { status: 502 }))).rejects.toThrow(Refused);
  });
  it("does not take a page for an answer", async () => {
    await expect(summary(() => new Response("<html>"))).rejects.toThrow(UnreadableAnswer);
  });
});

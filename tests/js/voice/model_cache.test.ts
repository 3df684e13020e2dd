import "fake-indexeddb/auto";

import { beforeEach, describe, expect, it, vi } from "vitest";

import { CACHE, fetchKept, isKept, keepModel, keptModels } from "../../../static/src/voice/model_cache";
import { gathered, PIECES } from "../../../static/src/voice/model_pieces";
import { FakeCaches } from "./fake_caches";
import { ModelServer } from "./model_server";

let kept: FakeCaches;
let server: ModelServer;

beforeEach(() => {
  kept = new FakeCaches();
  server = new ModelServer();
  vi.stubGlobal("caches", kept);
});

function keep(from = server): Promise<number[]> {
  const told: number[] = [];
  return keepModel(from.model, from.fetchModel, (received) => told.push(received)).then(() => told);
}

async function file(of = server): Promise<Uint8Array> {
  const found = await (await kept.open(CACHE)).match(of.model.url);
  return new Uint8Array(await found!.arrayBuffer());
}

describe("a model", () => {
  it("is fetched piece by piece and kept whole under its own address", async () => {
    const told = await keep();
    expect(server.ranges).toEqual(["bytes=0-999", "bytes=1000-1999", "bytes=2000-2999", "bytes=3000-3999", "bytes=4000-4699"]);
    expect(await file()).toEqual(server.file);
    expect(told.at(-1)).toBe(4700);
    expect(told).toEqual([...told].sort((one, other) => one - other));
    expect(await kept.addresses(PIECES)).toEqual([]);
  });

  it("is fetched once", async () => {
    await keep();
    server.ranges.length = 0;
    expect(await keep()).toEqual([]);
    expect(server.ranges).toEqual([]);
  });

  it.each(["no network", "breaks off"] as const)("goes on with the missing pieces after: %s", async (mishap) => {
    server.mishaps = ["fine", "fine", mishap];
    await expect(keep()).rejects.toMatchObject({ name: "ModelFailed", problem: "offline" });
    expect(await gathered(server.model)).toBe(2000);
    expect(await isKept(server.model)).toBe(false);
    server.ranges.length = 0;
    await keep();
    expect(server.ranges).toEqual(["bytes=2000-2999", "bytes=3000-3999", "bytes=4000-4699"]);
    expect(await file()).toEqual(server.file);
  });

  it.each(["damaged", "hotel"] as const)("keeps no piece that is not what was described: %s", async (mishap) => {
    server.mishaps = ["fine", mishap];
    await expect(keep()).rejects.toMatchObject({ problem: mishap === "hotel" ? "offline" : "spoilt" });
    expect(await gathered(server.model)).toBe(1000);
    await keep();
    expect(await file()).toEqual(server.file);
  });

  it("is taken from a whole answer where a proxy knows no ranges", async () => {
    server.mishaps = ["fine", "whole file"];
    await keep();
    expect(server.ranges).toHaveLength(2);
    expect(await file()).toEqual(server.file);
  });

  it("is not waited for when the answers never reach the missing piece", async () => {
    server.mishaps = ["fine", "fine", "half file"];
    await expect(keep()).rejects.toMatchObject({ problem: "offline" });
  });

  it("that is gone from the server is said to be gone", async () => {
    server.mishaps = ["gone"];
    await expect(keep()).rejects.toMatchObject({ problem: "gone" });
  });

  it("without room on the phone keeps what came", async () => {
    kept.room = 2500;
    await expect(keep()).rejects.toMatchObject({ problem: "no_room" });
    expect(await gathered(server.model)).toBe(2000);
  });

  it("stops when told to, and keeps what came", async () => {
    const stopping = new AbortController();
    const stop = (received: number): void => void (received >= 2500 && stopping.abort());
    await expect(fetchKept(server.model, server.fetchModel, stop, stopping.signal)).rejects.toMatchObject({ problem: "stopped" });
    expect(await gathered(server.model)).toBe(2000);
  });

  it("of which the browser dropped pieces is not put together wrong", async () => {
    const lossy = { ...kept, delete: kept.delete, open: async (name: string) => {
      const cache = await kept.open(name);
      return name === PIECES ? { put: cache.put.bind(cache), keys: cache.keys.bind(cache), match: async () => undefined } : cache;
    } };
    vi.stubGlobal("caches", lossy);
    await expect(keep()).rejects.toMatchObject({ problem: "spoilt" });
    expect(await isKept(server.model)).toBe(false);
  });
});

describe("another model", () => {
  it("of the language takes the place of the one before", async () => {
    await (await kept.open(CACHE)).put("/speech/models/from-long-ago.tar.gz", new Response("x"));
    await keep();
    const newer = new ModelServer({ name: "newer" });
    await keep(newer);
    expect(await kept.addresses(CACHE)).toEqual([newer.model.url]);
  });

  it("leaves the one before until it is whole", async () => {
    await keep();
    const newer = new ModelServer({ name: "newer" });
    newer.mishaps = ["fine", "no network"];
    await expect(keep(newer)).rejects.toThrow();
    expect(await isKept(server.model)).toBe(true);
  });

  it("of another language stays beside it: changing over needs no network then", async () => {
    const german = new ModelServer({ language: "de", name: "german" });
    await keep();
    await keep(german);
    server.mishaps = ["no network"];
    expect(await keep()).toEqual([]);
    expect((await keptModels()).map(({ language }) => language).sort()).toEqual(["de", "en"]);
  });

  it("makes the engine drop what it unpacked, and the same one does not", async () => {
    const dropped = vi.spyOn(indexedDB, "deleteDatabase");
    await keep();
    await keep();
    expect(dropped).toHaveBeenCalledTimes(1);
    await keep(new ModelServer({ language: "de", name: "german" }));
    expect(dropped).toHaveBeenCalledTimes(2);
  });
});

describe("the models on this phone", () => {
  it("are told as the server described them, without what cannot be read", async () => {
    await keep();
    await (await kept.open(CACHE)).put("/x", new Response("x", { headers: { "X-Speech-Model": "{" } }));
    expect(await keptModels()).toEqual([server.model]);
  });
});

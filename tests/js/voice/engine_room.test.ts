import { describe, expect, it } from "vitest";

import { DeadStarts } from "../../../static/src/voice/dead_starts";
import { EngineRoom } from "../../../static/src/voice/engine_room";
import { RecognizerFailed, RecognizerStuck } from "../../../static/src/voice/recognizer";
import { FakeEngine } from "./fake_engine";

class Storage {
  readonly kept = new Map<string, string>();
  getItem = (key: string): string | null => this.kept.get(key) ?? null;
  setItem = (key: string, value: string): void => void this.kept.set(key, value);
  removeItem = (key: string): void => void this.kept.delete(key);
}

/** A room whose engines start in the order given; it tells how many were started and cleaned after. */
function roomOf(engines: readonly FakeEngine[], { storage = new Storage(), idle = 10_000 } = {}) {
  const waiting = [...engines];
  const seen = { started: 0, cleaned: 0 };
  const page = new EventTarget();
  const room = new EngineRoom("/model", new DeadStarts("/model", storage), {
    start: () => {
      seen.started += 1;
      return waiting.shift() ?? new FakeEngine();
    },
    clean: async () => void (seen.cleaned += 1),
    page, idle, patience: { load: 30, finish: 30 },
  });
  return { room, seen, page, storage };
}

describe("EngineRoom", () => {
  it("starts one engine for all who ask", async () => {
    const { room, seen } = roomOf([new FakeEngine()]);
    const [one, other] = await Promise.all([room.recognizer(), room.recognizer()]);
    expect(one).toBe(other);
    expect(room.warm).toBe(true);
    expect(seen.started).toBe(1);
    room.close();
  });

  it("stops the engine when nobody speaks, and starts it again on demand", async () => {
    const first = new FakeEngine();
    const { room, seen } = roomOf([first], { idle: 20 });
    await room.recognizer();
    room.rest();
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect([first.terminated, room.warm]).toEqual([true, false]);
    await room.recognizer();
    expect([seen.started, room.warm]).toEqual([2, true]);
    room.close();
  });

  it("does not stop the engine of somebody who speaks again", async () => {
    const first = new FakeEngine();
    const { room } = roomOf([first], { idle: 20 });
    await room.recognizer();
    room.rest();
    await room.recognizer();
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(first.terminated).toBe(false);
    room.close();
  });

  it("cleans up after an error and tries once more", async () => {
    const { room, seen } = roomOf([new FakeEngine("broken model"), new FakeEngine()]);
    await room.recognizer();
    expect(seen).toEqual({ started: 2, cleaned: 1 });
    room.close();
  });

  it("gives up after two errors, and counts none of them as a death", async () => {
    const { room, storage } = roomOf([new FakeEngine("broken model"), new FakeEngine("broken model"), new FakeEngine()]);
    await expect(room.recognizer()).rejects.toBeInstanceOf(RecognizerFailed);
    expect(new DeadStarts("/model", storage).tooMany).toBe(false);
    await room.recognizer();
    room.close();
  });

  it("starts no third engine where two never came up", async () => {
    const storage = new Storage();
    for (const _ of [1, 2]) {
      await expect(roomOf([new FakeEngine("silent")], { storage }).room.recognizer()).rejects.toBeInstanceOf(RecognizerStuck);
    }
    const { room, seen } = roomOf([new FakeEngine()], { storage });
    await expect(room.recognizer()).rejects.toBeInstanceOf(RecognizerStuck);
    expect(seen.started).toBe(0);
  });

  it("does not blame the engine when the person leaves", async () => {
    const { room, page, storage } = roomOf([new FakeEngine("silent")]);
    void room.recognizer().catch(() => undefined);
    page.dispatchEvent(new Event("pagehide"));
    expect(storage.getItem("my-funds-ear-starts")).toContain('"dead":0');
  });

  it("starts anew after the engine broke", async () => {
    const { room, seen } = roomOf([new FakeEngine(), new FakeEngine()]);
    (await room.recognizer()).close();
    expect(room.warm).toBe(false);
    await room.recognizer();
    expect(seen.started).toBe(2);
    room.close();
  });
});

describe("DeadStarts", () => {
  it("counts for one model alone, survives a reload, and forgets on success", () => {
    const storage = new Storage();
    new DeadStarts("/old", storage).begun();
    new DeadStarts("/old", storage).begun();
    expect(new DeadStarts("/old", storage).tooMany).toBe(true);
    expect(new DeadStarts("/new", storage).tooMany).toBe(false);
    new DeadStarts("/old", storage).forget();
    expect(new DeadStarts("/old", storage).tooMany).toBe(false);
  });

  it("takes spoilt storage for none", () => {
    const storage = new Storage();
    storage.setItem("my-funds-ear-starts", "{nonsense");
    expect(new DeadStarts("/model", storage).tooMany).toBe(false);
  });
});

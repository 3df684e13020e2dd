import { describe, expect, it } from "vitest";

import { Recognizer, RecognizerFailed, RecognizerStuck } from "../../../static/src/voice/recognizer";
import { FakeEngine } from "./fake_engine";

const SOON = { load: 50, finish: 50 };
const PIECE = new Float32Array(1600);

describe("Recognizer", () => {
  it("tells the words so far and how far they reach", async () => {
    const engine = new FakeEngine("fine", ["twelve", "twelve fifty"]);
    const recognizer = await Recognizer.load(engine, "/model", SOON);
    const told: [string, number][] = [];
    const recognition = recognizer.begin(16_000, (transcript, until) => told.push([transcript, until]));
    recognition.accept(PIECE);
    recognition.accept(PIECE);
    await recognition.finish();
    expect(told).toEqual([["twelve", 0.1], ["twelve fifty", 0.2]]);
  });

  it("joins the segments that pauses made", async () => {
    const engine = new FakeEngine("fine", ["twelve fifty.", "at", "at lidl."]);
    const recognition = (await Recognizer.load(engine, "/model", SOON)).begin(16_000, () => undefined);
    for (let piece = 0; piece < 3; piece++) recognition.accept(PIECE);
    expect(await recognition.finish()).toEqual({
      transcript: "twelve fifty at lidl",
      words: ["twelve", "fifty", "at", "lidl"].map((word) => ({ word, conf: 0.9 })),
      alternatives: [],
    });
  });

  it("sends sound at full scale without spoiling the caller's", async () => {
    const engine = new FakeEngine();
    const recognition = (await Recognizer.load(engine, "/model", SOON)).begin(44_100, () => undefined);
    const samples = Float32Array.of(0.5, -1);
    recognition.accept(samples);
    const chunk = engine.orders.find((order) => order.action === "audioChunk");
    expect(chunk).toMatchObject({ data: Float32Array.of(16_384, -32_768), sampleRate: 44_100 });
    expect([...samples]).toEqual([0.5, -1]);
  });

  it("keeps two sentences apart, and forgets a dropped one", async () => {
    const engine = new FakeEngine("fine", ["one", "two."]);
    const recognizer = await Recognizer.load(engine, "/model", SOON);
    const dropped = recognizer.begin(16_000, () => expect.fail("a dropped sentence spoke"));
    dropped.accept(PIECE);
    dropped.drop();
    const kept = recognizer.begin(16_000, () => undefined);
    kept.accept(PIECE);
    expect((await kept.finish()).transcript).toBe("two");
  });

  it.each(["broken model", "dead worker"] as const)("refuses a %s at once and stops the worker", async (script) => {
    const engine = new FakeEngine(script);
    const failure = await Recognizer.load(engine, "/model", { ...SOON, load: 5_000 }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(RecognizerFailed);
    expect(failure).not.toBeInstanceOf(RecognizerStuck);
    expect(engine.terminated).toBe(true);
  });

  it("gives up on an engine that never answers", async () => {
    const engine = new FakeEngine("silent");
    await expect(Recognizer.load(engine, "/model", SOON)).rejects.toBeInstanceOf(RecognizerStuck);
    expect(engine.terminated).toBe(true);
  });

  it("fails the sentence during which the engine broke, and those after it", async () => {
    const engine = new FakeEngine("breaks at the second piece", ["one", "two"]);
    const recognizer = await Recognizer.load(engine, "/model", SOON);
    const recognition = recognizer.begin(16_000, () => undefined);
    recognition.accept(PIECE);
    recognition.accept(PIECE);
    await expect(recognition.finish()).rejects.toBeInstanceOf(RecognizerFailed);
    recognizer.close();
    await expect(recognizer.begin(16_000, () => undefined).finish()).rejects.toBeInstanceOf(RecognizerFailed);
    expect(recognizer.failed).toBe(true);
  });
});

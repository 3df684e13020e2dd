import { describe, expect, it } from "vitest";

import { UnreadableAnswer } from "../../../static/src/sync/errors";
import { openRecordings } from "../../../static/src/sync/recordings";
import { door } from "./door";

const RECORDING = { id: "0198c0de-0000-7000-8000-000000000001", at: "2026-11-22T12:00:00Z", seconds: 2.5, words: "twelve fifty" };
const ALL = { keeping: true, most: 1800, recordings: [RECORDING] };

describe("the recordings that the server keeps", () => {
  it("are read with where their sound is", async () => {
    const way = door(ALL);
    expect(await openRecordings(way).all()).toEqual({
      keeping: true, most: 1800,
      recordings: [{ ...RECORDING, at: Date.UTC(2026, 10, 22, 12), address: `/api/voice/recordings/${RECORDING.id}` }],
    });
    expect(way.passed).toEqual([["/api/voice/recordings"]]);
  });

  it("are kept, dropped and stopped by being told so", async () => {
    const way = door({ ...ALL, keeping: false, recordings: [] });
    const recordings = openRecordings(way);
    await recordings.keep();
    await recordings.drop(RECORDING.id);
    expect((await recordings.stop()).keeping).toBe(false);
    expect(way.passed).toEqual([
      ["/api/voice/recordings/keep", {}], ["/api/voice/recordings/drop", { id: RECORDING.id }], ["/api/voice/recordings/stop", {}],
    ]);
  });

  it.each([[{ ...ALL, keeping: "yes" }, "keeping.keeping"], [{ ...ALL, recordings: [{ ...RECORDING, at: "then" }] }, "recording.at"],
    [{ ...ALL, most: null }, "keeping.most"]])("are not believed when they are not what they should be", async (answer, place) => {
    const failure = await openRecordings(door(answer)).all().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UnreadableAnswer);
    expect((failure as UnreadableAnswer).place).toBe(place);
  });
});

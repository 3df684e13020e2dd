import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { Hypothesis } from "../../../static/src/ledger/reading";
import type { EarTrouble } from "../../../static/src/voice/ear";
import { RULES } from "../../../static/src/voice/endpoint";
import { type HearSound, type Lose, MicrophoneFailed, type Opening } from "../../../static/src/voice/microphone";
import { Recognizer } from "../../../static/src/voice/recognizer";
import { Sentence, type Stage } from "../../../static/src/voice/sentence";
import { FakeEngine } from "./fake_engine";

vi.mock("../../../static/src/voice/capture.worklet?worker&url", () => ({ default: "/capture.js" }));

const RATE = 16_000;
const LOUD = Float32Array.from({ length: RATE / 10 }, (_, place) => 0.3 * Math.sin(place * 0.7 + Math.sin(place)));
const QUIET = LOUD.map((sample) => sample / 2_000);
const ZERO = new Float32Array(RATE / 10);

beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => vi.useRealTimers());

/** A sentence at a microphone that the test speaks into. */
async function begun({ words = [] as readonly string[], refused = null as EarTrouble | null, server = false } = {}) {
  const seen = {
    stages: [] as Stage[], live: 0, closed: 0, rested: 0, trouble: null as EarTrouble | null, heard: undefined as Hypothesis | null | undefined,
    wav: null as Blob | null,
  };
  let hear: HearSound = () => undefined;
  let lose: Lose = () => undefined;
  const opening: Opening = async (hearing, losing) => {
    if (refused) throw new MicrophoneFailed(refused);
    [hear, lose] = [hearing, losing];
    return { context: {} as AudioContext, close: () => void (seen.closed += 1), rest: () => void (seen.rested += 1) };
  };
  const recognizer = server ? null : Recognizer.load(new FakeEngine("fine", words), "/model");
  const sentence = new Sentence(
    {
      live: () => void (seen.live += 1), partial: () => undefined, level: () => undefined,
      final: (heard, wav) => void ([seen.heard, seen.wav] = [heard, wav]), trouble: (trouble) => void (seen.trouble = trouble),
    },
    recognizer, (stage) => seen.stages.push(stage), { rules: RULES, after: "rest", cues: [] },
  );
  const opened = sentence.open(opening);
  await vi.advanceTimersByTimeAsync(0);
  await opened;
  await vi.advanceTimersByTimeAsync(1);
  const speak = async (...sounds: readonly Float32Array[]): Promise<void> => {
    for (const sound of sounds) {
      hear(sound.slice(), RATE);
      await vi.advanceTimersByTimeAsync(2);
    }
  };
  const over = (): Promise<unknown> => vi.advanceTimersByTimeAsync(500);
  return { sentence, seen, speak, over, lose: (trouble: EarTrouble) => lose(trouble) };
}

const times = (count: number, sound: Float32Array): readonly Float32Array[] => Array.from({ length: count }, () => sound);

describe("a sentence", () => {
  it("is live with the first sound, and ends by itself after the quiet", async () => {
    const { seen, speak, over } = await begun({ words: ["twelve", "twelve fifty", "twelve fifty."] });
    expect(seen.live).toBe(0);
    await speak(...times(5, QUIET), ...times(8, LOUD), ...times(12, QUIET));
    await over();
    expect([seen.live, seen.rested, seen.closed]).toEqual([1, 1, 0]);
    expect(seen.heard?.transcript).toBe("twelve fifty");
    expect(seen.stages).toEqual(["finishing", "done"]);
  });

  it("that is held ends only when it is let go, whatever the pauses", async () => {
    const { sentence, seen, speak, over } = await begun({ words: ["twelve."] });
    sentence.hold();
    await speak(...times(5, QUIET), ...times(8, LOUD), ...times(40, QUIET));
    expect(seen.stages).toEqual([]);
    sentence.stop();
    await over();
    expect([seen.stages, seen.heard?.transcript]).toEqual([["finishing", "done"], "twelve"]);
  });

  it("whose microphone is unplugged counts as far as it was said", async () => {
    const { seen, speak, over, lose } = await begun({ words: ["twelve fifty."] });
    await speak(...times(3, QUIET), ...times(8, LOUD));
    lose("microphone_lost");
    await over();
    expect([seen.trouble, seen.heard?.transcript]).toEqual([null, "twelve fifty"]);
  });

  it.each(["microphone_lost", "interrupted", "went_away"] as const)("that had no word yet tells of %s", async (trouble) => {
    const { seen, speak, over, lose } = await begun();
    await speak(...times(5, QUIET));
    lose(trouble);
    await over();
    expect([seen.trouble, seen.closed, seen.stages]).toEqual([trouble, 1, ["done"]]);
  });

  it("tells of a microphone that is muted", async () => {
    const { seen, speak, over } = await begun();
    await speak(...times(10 * RULES.patience, ZERO));
    await over();
    expect(seen.trouble).toBe("microphone_muted");
  });

  it("tells of a quiet room otherwise", async () => {
    const { seen, speak, over } = await begun();
    await speak(...times(10 * RULES.patience, QUIET));
    await over();
    expect(seen.trouble).toBe("nothing_heard");
  });

  it("tells of a microphone that opens and then gives no sound", async () => {
    const { seen } = await begun();
    await vi.advanceTimersByTimeAsync(4_100);
    expect([seen.trouble, seen.closed]).toEqual(["microphone_stuck", 1]);
  });

  it("counts as far as it was said where the sound dries up", async () => {
    const { seen, speak, over } = await begun({ words: ["twelve."] });
    await speak(...times(3, QUIET), ...times(8, LOUD));
    await vi.advanceTimersByTimeAsync(4_100);
    await over();
    expect([seen.trouble, seen.heard?.transcript]).toEqual([null, "twelve"]);
  });

  it.each(["no_permission", "not_answered", "no_microphone", "microphone_busy", "insecure_page"] as const)("tells of %s", async (refused) => {
    const { seen } = await begun({ refused });
    expect([seen.trouble, seen.stages]).toEqual([refused, ["done"]]);
  });

  it("is a recording where the server listens", async () => {
    const { seen, speak, over } = await begun({ server: true });
    await speak(...times(5, QUIET), ...times(8, LOUD), ...times(12, QUIET));
    await over();
    expect(seen.heard).toBeNull();
    expect(seen.wav?.size).toBe(44 + 2 * (RATE / 10) * 24);
  });

  it("that is cancelled closes the microphone and tells nothing", async () => {
    const { sentence, seen, speak, over } = await begun({ words: ["twelve."] });
    await speak(...times(8, LOUD));
    sentence.cancel();
    await over();
    expect([seen.closed, seen.heard, seen.trouble, seen.stages]).toEqual([1, undefined, null, ["done"]]);
  });
});

import { describe, expect, it } from "vitest";

import { joined, loudness, meterLevel, resampled } from "../../../static/src/voice/sound";

/** A sine of a frequency (Hz) at a rate, one second long. */
function tone(frequency: number, rate: number, peak = 1): Float32Array {
  return Float32Array.from({ length: rate }, (_, place) => peak * Math.sin((2 * Math.PI * frequency * place) / rate));
}

describe("loudness", () => {
  it("is −3 dB for a full sine, 20 dB less for a tenth of it, and −100 for silence", () => {
    expect(loudness(tone(440, 16_000))).toBeCloseTo(-3.01, 1);
    expect(loudness(tone(440, 16_000, 0.1))).toBeCloseTo(-23.01, 1);
    expect(loudness(new Float32Array(320))).toBe(-100);
    expect(loudness(new Float32Array(0))).toBe(-100);
  });
});

describe("meterLevel", () => {
  it("stays between 0 and 1", () => {
    expect(meterLevel(new Float32Array(10))).toBe(0);
    expect(meterLevel(tone(440, 16_000))).toBe(1);
    expect(meterLevel(tone(440, 16_000, 0.01))).toBeGreaterThan(0.2);
  });
});

describe("joined", () => {
  it("puts pieces one after the other", () => {
    expect([...joined([Float32Array.of(1, 2), Float32Array.of(), Float32Array.of(3)])]).toEqual([1, 2, 3]);
  });
});

describe("resampled", () => {
  it("leaves sound of the right rate alone", () => {
    const sound = tone(100, 16_000);
    expect(resampled(sound, 16_000, 16_000)).toBe(sound);
  });

  it.each([44_100, 48_000, 8_000])("keeps length and loudness of a voice recorded at %i Hz", (rate) => {
    const sound = resampled(tone(300, rate), rate, 16_000);
    expect(sound.length).toBe(16_000);
    expect(loudness(sound)).toBeCloseTo(-3.01, 0);
  });
});

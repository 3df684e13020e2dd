import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { Endpoint, RULES, type Verdict } from "../../../static/src/voice/endpoint";
import { joined, loudness } from "../../../static/src/voice/sound";

const RATE = 16_000;
const PIECE = RATE / 10;

/** Seconds of a hum of a loudness in dB, with a grain so that no two frames are alike. */
function hum(seconds: number, decibels: number): Float32Array {
  const peak = 10 ** (decibels / 20) * Math.SQRT2;
  return Float32Array.from({ length: Math.round(seconds * RATE) }, (_, place) => peak * Math.sin(place * 0.7 + Math.sin(place)));
}

function recording(name: string): Float32Array {
  const bytes = readFileSync(`tests/data/speech/${name}.wav`);
  const samples = new Int16Array(bytes.buffer.slice(bytes.byteOffset + 44, bytes.byteOffset + bytes.byteLength));
  return Float32Array.from(samples, (sample) => sample / 32_768);
}

/** Feed sounds a tenth of a second at a time; when it first ended (seconds, to the tenth) and how. */
function verdictOn(...sounds: readonly Float32Array[]): { verdict: Verdict; at: number } {
  const endpoint = new Endpoint(RATE);
  let at = 0;
  for (const sound of sounds) {
    for (let place = 0; place < sound.length; place += PIECE) {
      const verdict = endpoint.sound(sound.subarray(place, place + PIECE));
      at += 0.1;
      if (verdict === "ended" || verdict === "nothing") return { verdict, at: Math.round(at * 10) / 10 };
    }
  }
  return { verdict: endpoint.verdict, at };
}

const room = (seconds: number): Float32Array => hum(seconds, -65);
const voice = (seconds: number): Float32Array => hum(seconds, -25);

describe("Endpoint", () => {
  it("ends a sentence after the quiet that follows it", () => {
    expect(verdictOn(room(0.5), voice(1), room(3))).toEqual({ verdict: "ended", at: 2.6 });
  });

  it.each([0.3, 0.5, 0.7, 0.8])("never cuts at a pause of %f s", (pause) => {
    const { verdict, at } = verdictOn(room(0.5), voice(0.8), room(pause), voice(0.6), room(pause), voice(0.5), room(3));
    expect(verdict).toBe("ended");
    expect(at).toBeGreaterThan(2.4 + 2 * pause + RULES.quiet - 0.1);
  });

  it("gives up when nobody speaks", () => {
    expect(verdictOn(room(20))).toEqual({ verdict: "nothing", at: RULES.patience });
    expect(verdictOn(new Float32Array(20 * RATE))).toEqual({ verdict: "nothing", at: RULES.patience });
  });

  it("takes a click for no voice", () => {
    expect(verdictOn(room(1), voice(0.06), room(20)).verdict).toBe("nothing");
  });

  it("hears a voice over a loud fan, and its end", () => {
    const { verdict, at } = verdictOn(hum(1, -40), hum(1, -22), hum(5, -40));
    expect(verdict).toBe("ended");
    expect(at).toBeCloseTo(2 + RULES.quiet, 0);
  });

  it("ends a sentence that never ends before the server's minute is over", () => {
    const chatter = Array.from({ length: 70 }, () => [voice(0.6), room(0.4)]).flat();
    expect(verdictOn(...chatter)).toEqual({ verdict: "ended", at: RULES.longest });
  });

  it("ends by the words where it is never quiet", () => {
    const endpoint = new Endpoint(RATE);
    expect(endpoint.words("", 1)).toBe("waiting");
    expect(endpoint.words("twelve", 2)).toBe("speaking");
    expect(endpoint.words("twelve fifty", 3)).toBe("speaking");
    expect(endpoint.words("twelve fifty", 4)).toBe("speaking");
    expect(endpoint.words("twelve fifty", 3 + RULES.unchanged)).toBe("ended");
  });

  it("leaves the end to a person who holds the button, but for the server's minute", () => {
    const endpoint = new Endpoint(RATE);
    endpoint.hold();
    endpoint.sound(room(9));
    endpoint.sound(voice(1));
    endpoint.words("twelve", 10);
    expect([endpoint.sound(room(20)), endpoint.words("twelve", 30)]).toEqual(["speaking", "speaking"]);
    expect(endpoint.sound(room(30))).toBe("ended");
  });

  it("knows when the voice began and ended", () => {
    const endpoint = new Endpoint(RATE);
    endpoint.sound(room(0.5));
    expect(endpoint.sinceVoice).toBeNull();
    endpoint.sound(voice(1));
    endpoint.sound(room(0.4));
    expect(endpoint.sinceVoice?.first).toBeCloseTo(1.4);
    expect(endpoint.sinceVoice?.last).toBeCloseTo(0.4);
  });

  it("tells a microphone that is off from a quiet room", () => {
    const off = new Endpoint(RATE);
    off.sound(new Float32Array(RATE));
    expect(off.soundless).toBe(true);
    off.sound(hum(0.1, -90));
    expect(off.soundless).toBe(false);
  });

  it("says so once and for all", () => {
    const endpoint = new Endpoint(RATE);
    endpoint.sound(room(9));
    expect(endpoint.sound(voice(1))).toBe("nothing");
  });

  it.each(["lidl", "groceries", "pause", "petrol", "rent", "transfer", "gold", "question"])("lets the spoken %s come to its end", (name) => {
    const spoken = recording(name);
    const { verdict, at } = verdictOn(spoken, new Float32Array(3 * RATE));
    expect(verdict).toBe("ended");
    expect(at).toBeGreaterThan(spoken.length / RATE - 0.35 + RULES.quiet - 0.3);
    expect(at).toBeLessThan(spoken.length / RATE - 0.35 + RULES.quiet + 0.3);
  });
});

describe("30 sentences with a pause of 0.7 s", () => {
  const names = ["lidl", "groceries", "coffee", "lunch", "rent", "salary", "transfer", "petrol", "netflix", "gold"];
  const cases = names.flatMap((name) => [0.25, 0.5, 0.75].map((part) => [name, part] as const));

  it.each(cases)("are not cut: %s at %f", (name, part) => {
    const spoken = recording(name);
    const gap = gapNear(spoken, Math.round(part * spoken.length));
    const paused = [spoken.subarray(0, gap), hush(0.7, spoken), spoken.subarray(gap), hush(3, spoken)];
    const { verdict, at } = verdictOn(joined(paused));
    expect(verdict).toBe("ended");
    expect(at).toBeGreaterThan((spoken.length / RATE) + 0.7 - 0.35);
  });
});

/** Where it is quietest (20 ms) within a quarter of a second around a place: between two words or sounds. */
function gapNear(sound: Float32Array, place: number): number {
  const around = Array.from({ length: 26 }, (_, step) => place + (step - 13) * 320).filter((start) => start > 0 && start + 320 < sound.length);
  const level = (start: number): number => loudness(sound.subarray(start, start + 320));
  return around.reduce((best, start) => (level(start) < level(best) ? start : best)) + 160;
}

/** Seconds of a room as quiet as the recording's own edges, but with a grain. */
function hush(seconds: number, spoken: Float32Array): Float32Array {
  return hum(seconds, Math.max(-80, loudness(spoken.subarray(0, 1600))));
}

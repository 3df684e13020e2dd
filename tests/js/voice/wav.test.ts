import { describe, expect, it } from "vitest";

import { wavBytes, wavOf } from "../../../static/src/voice/wav";

function text(bytes: ArrayBuffer, start: number, length: number): string {
  return String.fromCharCode(...new Uint8Array(bytes, start, length));
}

describe("wavBytes", () => {
  it("has the header of 16-bit PCM, one channel, 16 kHz", () => {
    const bytes = wavBytes(Float32Array.of(0, 0.5));
    const view = new DataView(bytes);
    expect([text(bytes, 0, 4), text(bytes, 8, 8), text(bytes, 36, 4)]).toEqual(["RIFF", "WAVEfmt ", "data"]);
    expect([view.getUint32(4, true), view.getUint32(16, true), view.getUint32(40, true)]).toEqual([40, 16, 4]);
    expect([20, 22, 32, 34].map((place) => view.getUint16(place, true))).toEqual([1, 1, 2, 16]);
    expect([24, 28].map((place) => view.getUint32(place, true))).toEqual([16_000, 32_000]);
    expect(bytes.byteLength).toBe(48);
  });

  it("writes samples little-endian and cuts what is too loud", () => {
    const samples = new Int16Array(wavBytes(Float32Array.of(0, 1, -1, 2, -2, 0.5)), 44);
    expect([...samples]).toEqual([0, 32_767, -32_767, 32_767, -32_767, 16_384]);
  });
});

describe("wavOf", () => {
  it("makes a second of a second, whatever the microphone's rate", async () => {
    const wav = wavOf(new Float32Array(44_100), 44_100);
    expect(wav.type).toBe("audio/wav");
    expect((await wav.arrayBuffer()).byteLength).toBe(44 + 32_000);
  });
});

/** A recording as the server takes it: WAV, 16-bit PCM, one channel, 16 kHz. */

import { resampled } from "./sound";

export const WAV_RATE = 16_000;
const HEADER = 44;

/** Samples between −1 and 1 at `rate`, as a WAV file. */
export function wavOf(samples: Float32Array, rate: number): Blob {
  return new Blob([wavBytes(resampled(samples, rate, WAV_RATE))], { type: "audio/wav" });
}

/** The bytes of a WAV file with these samples at 16 kHz; what is louder than full scale is cut. */
export function wavBytes(samples: Float32Array): ArrayBuffer {
  const bytes = new ArrayBuffer(HEADER + 2 * samples.length);
  const view = new DataView(bytes);
  writeHeader(view, 2 * samples.length);
  samples.forEach((sample, place) => view.setInt16(HEADER + 2 * place, pcm(sample), true));
  return bytes;
}

/** RIFF, `fmt ` and `data`, as in Microsoft's Multimedia Programming Interface 1.0 (1991). */
function writeHeader(view: DataView, length: number): void {
  writeText(view, 0, "RIFF");
  view.setUint32(4, HEADER - 8 + length, true);
  writeText(view, 8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, WAV_RATE, true);
  view.setUint32(28, 2 * WAV_RATE, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  writeText(view, 36, "data");
  view.setUint32(40, length, true);
}

function writeText(view: DataView, place: number, text: string): void {
  [...text].forEach((letter, index) => view.setUint8(place + index, letter.charCodeAt(0)));
}

function pcm(sample: number): number {
  return Math.round(Math.min(1, Math.max(-1, sample)) * 32_767);
}

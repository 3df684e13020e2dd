/** Sound as numbers: samples between −1 and 1, one channel. */

/** Decibels of a sound whose every sample is zero. */
export const SILENCE = -100;

/** Root mean square in decibels of full scale; silence is −100. */
export function loudness(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.max(SILENCE, 10 * Math.log10(sum / Math.max(1, samples.length) + 1e-12));
}

/** Loudness for a meter, 0…1: a whisper far away (−60 dB) to a voice close by (−15 dB). */
export function meterLevel(samples: Float32Array): number {
  return Math.min(1, Math.max(0, (loudness(samples) + 60) / 45));
}

export function joined(pieces: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let place = 0;
  for (const piece of pieces) {
    whole.set(piece, place);
    place += piece.length;
  }
  return whole;
}

/** The same sound at another rate, each new sample the mean of the old ones it covers: plain, and enough for speech. */
export function resampled(samples: Float32Array, from: number, to: number): Float32Array {
  if (from === to) return samples;
  const step = from / to;
  const result = new Float32Array(Math.floor(samples.length / step));
  for (let place = 0; place < result.length; place++) {
    result[place] = mean(samples, Math.floor(place * step), Math.floor((place + 1) * step));
  }
  return result;
}

function mean(samples: Float32Array, start: number, stop: number): number {
  const end = Math.max(start + 1, Math.min(stop, samples.length));
  let sum = 0;
  for (let place = start; place < end; place++) sum += samples[place] ?? 0;
  return sum / (end - start);
}

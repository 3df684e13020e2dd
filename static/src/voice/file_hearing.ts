/** Understanding a whole sound file at once, in the page. */

import type { HeardFile } from "./ear";
import type { Recognizer } from "./recognizer";
import { samplesOf } from "./sound_file";
import { WAV_RATE, wavOf } from "./wav";

/** Samples that are given to the recogniser at a time. */
const PIECE = WAV_RATE / 10;

/** `recognizer` is null when the server listens. Rejects with SoundFileFailed. */
export async function hearFile(
  file: Blob, recognizer: Promise<Recognizer> | null, partial: (transcript: string) => void,
): Promise<HeardFile> {
  const samples = await samplesOf(file);
  const ready = await recognizer?.catch(() => null);
  const hypothesis = ready ? await understood(samples, ready, partial).catch(() => null) : null;
  return { hypothesis, wav: hypothesis ? null : wavOf(samples, WAV_RATE) };
}

function understood(samples: Float32Array, recognizer: Recognizer, partial: (transcript: string) => void) {
  const recognition = recognizer.begin(WAV_RATE, partial);
  for (let place = 0; place < samples.length; place += PIECE) recognition.accept(samples.subarray(place, place + PIECE));
  return recognition.finish();
}

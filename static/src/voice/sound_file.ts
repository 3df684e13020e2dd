/** A sound file of another app (m4a, ogg, opus, mp3, wav …) as the recogniser takes it. */

import { SILENCE, loudness } from "./sound";
import { WAV_RATE } from "./wav";

/** Why a sound file cannot be understood; each has a sentence in the catalogue. */
export type SoundFileTrouble = "undecodable" | "too_long" | "too_large" | "no_sound";

export class SoundFileFailed extends Error {
  override readonly name = "SoundFileFailed";

  constructor(readonly trouble: SoundFileTrouble) {
    super(trouble);
  }
}

/** Seconds; the server takes as many. */
export const LONGEST = 60;
/** Bytes: a minute of uncompressed stereo sound at 48 kHz is 12 million. */
export const LARGEST = 25_000_000;

/** One channel at 16 kHz; rejects with SoundFileFailed. */
export async function samplesOf(file: Blob): Promise<Float32Array> {
  if (file.size > LARGEST) throw new SoundFileFailed("too_large");
  const sound = await decoded(file);
  if (sound.duration > LONGEST) throw new SoundFileFailed("too_long");
  const samples = mixed(sound);
  if (loudness(samples) <= SILENCE) throw new SoundFileFailed("no_sound");
  return samples;
}

/** The browser decodes, and brings the sound to the rate of the context. */
async function decoded(file: Blob): Promise<AudioBuffer> {
  const context = new OfflineAudioContext(1, 1, WAV_RATE);
  return context.decodeAudioData(await file.arrayBuffer()).catch(() => {
    throw new SoundFileFailed("undecodable");
  });
}

function mixed(sound: AudioBuffer): Float32Array {
  const channels = Array.from({ length: sound.numberOfChannels }, (_, channel) => sound.getChannelData(channel));
  return Float32Array.from({ length: sound.length }, (_, place) => meanAt(channels, place));
}

function meanAt(channels: readonly Float32Array[], place: number): number {
  return channels.reduce((sum, channel) => sum + (channel[place] ?? 0), 0) / Math.max(1, channels.length);
}

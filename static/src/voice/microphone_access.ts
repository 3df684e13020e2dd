/** Asking the browser for the microphone, and why it may say no. */

import { microphonePermission } from "../lib/microphone_permission";
import type { AskedAgain } from "./asked_again";
import type { EarTrouble } from "./ear";

export class MicrophoneFailed extends Error {
  override readonly name = "MicrophoneFailed";

  constructor(readonly trouble: EarTrouble) {
    super(trouble);
  }
}

/** One channel, unaltered: noise filters made for calls swallow word endings. */
const SOUND: MediaTrackConstraints = {
  channelCount: 1, echoCancellation: false, noiseSuppression: false, autoGainControl: true,
};

/** The microphone's stream; rejects with MicrophoneFailed. */
export async function askForMicrophone(asked: AskedAgain): Promise<MediaStream> {
  if (!globalThis.isSecureContext) throw new MicrophoneFailed("insecure_page");
  if (!navigator.mediaDevices) throw new MicrophoneFailed("no_microphone");
  const before = microphonePermission();
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: SOUND });
    if ((await before) === "prompt") asked.granted();
    return stream;
  } catch (error) {
    throw new MicrophoneFailed(await troubleOf(error));
  }
}

/** Names of the DOMExceptions of getUserMedia (Media Capture and Streams, section 10.3). */
async function troubleOf(error: unknown): Promise<EarTrouble> {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return (await microphonePermission()) === "prompt" ? "not_answered" : "no_permission";
  if (name === "NotReadableError" || name === "AbortError") return "microphone_busy";
  return "no_microphone";
}

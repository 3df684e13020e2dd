/** Asking the browser for the microphone, and why it may say no. */

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
  const before = permission();
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
  if (name === "NotAllowedError" || name === "SecurityError") return (await permission()) === "prompt" ? "not_answered" : "no_permission";
  if (name === "NotReadableError" || name === "AbortError") return "microphone_busy";
  return "no_microphone";
}

/** "prompt" where the browser would ask again; null where it does not tell. */
async function permission(): Promise<PermissionState | null> {
  const status = await navigator.permissions?.query({ name: "microphone" }).catch(() => null);
  return status?.state ?? null;
}

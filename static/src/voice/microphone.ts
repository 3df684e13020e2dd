/** The microphone: asked for at each sentence, its samples handed over as they come. */

import type { EarTrouble } from "./ear";
import workletUrl from "./capture.worklet?worker&url";

export class MicrophoneFailed extends Error {
  override readonly name = "MicrophoneFailed";

  constructor(readonly trouble: EarTrouble) {
    super(trouble);
  }
}

/** A tenth of a second of samples between −1 and 1; `rate` is 16,000 where the browser can, else the device's own. */
export type HearSound = (samples: Float32Array, rate: number) => void;

export interface OpenMicrophone {
  close(): void;
}

/** One channel, unaltered: noise filters made for calls swallow word endings. */
const SOUND: MediaTrackConstraints = {
  channelCount: 1, echoCancellation: false, noiseSuppression: false, autoGainControl: true,
};
const RATE = 16_000;

/** Keeps the audio graph between sentences, so that the next one starts at once and loads nothing. */
export class Microphone {
  #context: Promise<AudioContext> | null = null;

  /** Build the audio graph ahead of the first sentence; asks no permission. */
  async prepare(): Promise<void> {
    await this.#prepared().catch(() => undefined);
  }

  /** Start hearing; `lost` is called if the device goes away. Rejects with MicrophoneFailed. */
  async open(hear: HearSound, lost: () => void): Promise<OpenMicrophone> {
    const stream = await askForMicrophone();
    try {
      const { context, source } = await this.#sourceOf(stream);
      const capture = captureNode(context, hear);
      source.connect(capture);
      await context.resume();
      stream.getAudioTracks()[0]?.addEventListener("ended", lost, { once: true });
      return { close: () => close(context, stream, source, capture) };
    } catch (error) {
      stopTracks(stream);
      throw error instanceof MicrophoneFailed ? error : new MicrophoneFailed("microphone_busy");
    }
  }

  /** Firefox takes a microphone only into a context of the device's own rate. */
  async #sourceOf(stream: MediaStream): Promise<{ context: AudioContext; source: MediaStreamAudioSourceNode }> {
    const context = await this.#prepared();
    try {
      return { context, source: context.createMediaStreamSource(stream) };
    } catch {
      void context.close();
      this.#context = makeContext({});
      const own = await this.#context;
      return { context: own, source: own.createMediaStreamSource(stream) };
    }
  }

  #prepared(): Promise<AudioContext> {
    this.#context ??= makeContext({ sampleRate: RATE });
    this.#context.catch(() => (this.#context = null));
    return this.#context;
  }
}

async function makeContext(options: AudioContextOptions): Promise<AudioContext> {
  const context = new AudioContext({ ...options, latencyHint: "interactive" });
  await context.audioWorklet.addModule(workletUrl);
  return context;
}

async function askForMicrophone(): Promise<MediaStream> {
  if (!globalThis.isSecureContext) throw new MicrophoneFailed("insecure_page");
  if (!navigator.mediaDevices) throw new MicrophoneFailed("no_microphone");
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: SOUND });
  } catch (error) {
    throw new MicrophoneFailed(troubleOf(error));
  }
}

/** Names of the DOMExceptions of getUserMedia (Media Capture and Streams, section 10.3). */
function troubleOf(error: unknown): EarTrouble {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "no_permission";
  if (name === "NotReadableError" || name === "AbortError") return "microphone_busy";
  return "no_microphone";
}

function captureNode(context: AudioContext, hear: HearSound): AudioWorkletNode {
  const node = new AudioWorkletNode(context, "capture", {
    numberOfInputs: 1, numberOfOutputs: 0, channelCount: 1, channelCountMode: "explicit",
  });
  node.port.onmessage = ({ data: samples }: MessageEvent<Float32Array>) => hear(samples, context.sampleRate);
  return node;
}

function close(context: AudioContext, stream: MediaStream, source: AudioNode, capture: AudioWorkletNode): void {
  capture.port.onmessage = null;
  source.disconnect();
  stopTracks(stream);
  void context.suspend();
}

function stopTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** The microphone: asked for at each sentence, its samples handed over as they come. */

import type { AskedAgain } from "./asked_again";
import workletUrl from "./capture.worklet?worker&url";
import type { EarTrouble } from "./ear";
import { askForMicrophone, MicrophoneFailed } from "./microphone_access";

export { MicrophoneFailed } from "./microphone_access";

/** A twentieth of a second of samples between −1 and 1; `rate` is 16,000 where the browser can, else the device's own. */
export type HearSound = (samples: Float32Array, rate: number) => void;
/** The microphone went away under us, and why. */
export type Lose = (trouble: EarTrouble) => void;
export type Opening = (hear: HearSound, lose: Lose) => Promise<OpenMicrophone>;

export interface OpenMicrophone {
  readonly context: AudioContext;
  close(): void;
  /** Stop hearing, but stay open for a moment: an answer may follow. */
  rest(): void;
}

const RATE = 16_000;
/** Milliseconds the microphone rests before it is closed. */
const REST = 1_500;
/** Milliseconds a closed graph plays on, for the sound that tells of the end. */
const FADE = 250;
/** Milliseconds after which a graph that does not run is not about to. */
const SETTLED = 300;
/** What wakes a graph that the browser lets sound only after a touch is over. */
const TOUCHES = ["pointerup", "touchend", "keydown"] as const;

/** Keeps the audio graph between sentences, so that the next one starts at once and loads nothing. */
export class Microphone {
  #context: Promise<AudioContext> | null = null;
  #resting: { readonly stream: MediaStream; readonly timer: ReturnType<typeof setTimeout> } | null = null;
  #users = 0;

  constructor(private readonly asked: AskedAgain) {}

  /** Build the audio graph ahead of the first sentence; asks no permission. */
  async prepare(): Promise<void> {
    await this.#prepared().catch(() => undefined);
  }

  /** Start hearing; rejects with MicrophoneFailed. */
  readonly open: Opening = async (hear, lose) => {
    const rested = this.#rested();
    if (rested) stopTracks(rested);
    return this.#begin(await askForMicrophone(this.asked), hear, lose);
  };

  /** Hear on with the microphone that rests; asks for it where it was closed meanwhile. */
  readonly reopen: Opening = async (hear, lose) => this.#begin(this.#rested() ?? (await askForMicrophone(this.asked)), hear, lose);

  async #begin(stream: MediaStream, hear: HearSound, lose: Lose): Promise<OpenMicrophone> {
    try {
      const { context, source } = await this.#sourceOf(stream);
      const capture = captureNode(context, hear);
      source.connect(capture);
      const over = new AbortController();
      keepSounding(context, over.signal, lose);
      watch(stream, over.signal, lose);
      this.#users += 1;
      const end = (): void => {
        capture.port.onmessage = null;
        source.disconnect();
        over.abort();
        this.#users -= 1;
        setTimeout(() => this.#users === 0 && void context.suspend(), FADE);
      };
      return { context, close: () => (end(), stopTracks(stream)), rest: () => (end(), this.#rest(stream)) };
    } catch {
      stopTracks(stream);
      throw new MicrophoneFailed("microphone_busy");
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

  /** Some browsers refuse any rate but their own. */
  #prepared(): Promise<AudioContext> {
    this.#context ??= makeContext({ sampleRate: RATE }).catch(() => makeContext({}));
    this.#context.catch(() => (this.#context = null));
    return this.#context;
  }

  #rest(stream: MediaStream): void {
    this.#resting = { stream, timer: setTimeout(() => this.#rested() && stopTracks(stream), REST) };
  }

  /** The stream that rests and still lives, which rests no longer. */
  #rested(): MediaStream | null {
    const resting = this.#resting;
    this.#resting = null;
    if (!resting) return null;
    clearTimeout(resting.timer);
    return resting.stream.active ? resting.stream : null;
  }
}

async function makeContext(options: AudioContextOptions): Promise<AudioContext> {
  const context = new AudioContext({ ...options, latencyHint: "interactive" });
  await context.audioWorklet.addModule(workletUrl);
  return context;
}

function captureNode(context: AudioContext, hear: HearSound): AudioWorkletNode {
  const node = new AudioWorkletNode(context, "capture", {
    numberOfInputs: 1, numberOfOutputs: 0, channelCount: 1, channelCountMode: "explicit",
  });
  node.port.onmessage = ({ data: samples }: MessageEvent<Float32Array>) => hear(samples, context.sampleRate);
  return node;
}

/** Let the graph run, if need be once the finger lifts; a call that takes the sound away ends what was running. */
function keepSounding(context: AudioContext, signal: AbortSignal, lose: Lose): void {
  let ran = context.state === "running";
  context.addEventListener("statechange", () => {
    if (context.state === "running") ran = true;
    else if (ran) setTimeout(() => context.state !== "running" && !signal.aborted && lose("interrupted"), SETTLED);
  }, { signal });
  for (const touch of TOUCHES) addEventListener(touch, () => void context.resume(), { signal });
  void context.resume();
}

/** A device that is unplugged, or that the system silences. */
function watch(stream: MediaStream, signal: AbortSignal, lose: Lose): void {
  const [track] = stream.getAudioTracks();
  track?.addEventListener("ended", () => lose("microphone_lost"), { signal });
  track?.addEventListener("mute", () => lose("interrupted"), { signal });
}

function stopTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

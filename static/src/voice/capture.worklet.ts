/** Runs in the audio thread: gathers the microphone's samples and sends them to the page a twentieth of a second at a time. */

declare const sampleRate: number;
declare abstract class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;

/** A second's pieces: the fewer, the later the first words; the more, the more work. */
const PIECES = 20;

class Capture extends AudioWorkletProcessor {
  #gathered = new Float32Array(Math.round(sampleRate / PIECES));
  #length = 0;

  process(inputs: readonly (readonly Float32Array[])[]): boolean {
    const samples = inputs[0]?.[0];
    if (samples) this.#gather(samples);
    return true;
  }

  #gather(samples: Float32Array): void {
    let taken = 0;
    while (taken < samples.length) {
      const piece = samples.subarray(taken, taken + this.#gathered.length - this.#length);
      this.#gathered.set(piece, this.#length);
      this.#length += piece.length;
      taken += piece.length;
      if (this.#length === this.#gathered.length) this.#send();
    }
  }

  #send(): void {
    this.port.postMessage(this.#gathered, [this.#gathered.buffer]);
    this.#gathered = new Float32Array(Math.round(sampleRate / PIECES));
    this.#length = 0;
  }
}

registerProcessor("capture", Capture);

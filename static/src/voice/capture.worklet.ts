/** Runs in the audio thread: gathers the microphone's samples and sends them to the page a tenth of a second at a time. */

declare const sampleRate: number;
declare abstract class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;

class Capture extends AudioWorkletProcessor {
  #gathered = new Float32Array(Math.round(sampleRate / 10));
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
    this.#gathered = new Float32Array(Math.round(sampleRate / 10));
    this.#length = 0;
  }
}

registerProcessor("capture", Capture);

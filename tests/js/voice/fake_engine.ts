/** An engine that answers as vosk-browser 0.0.8's worker does, one message a turn: the words are scripted. */

import type { EnginePort } from "../../../static/src/voice/recognizer";
import type { Order } from "../../../static/src/voice/engine_messages";

type Script = "fine" | "silent" | "broken model" | "dead worker" | "breaks at the second piece";

export class FakeEngine implements EnginePort {
  readonly orders: Order[] = [];
  terminated = false;
  #listeners: { readonly type: string; readonly listener: (event: Event) => void }[] = [];

  /** `heard` is what each piece of sound is answered with: a partial, or with a full stop the end of a segment. */
  constructor(private readonly script: Script = "fine", private readonly heard: readonly string[] = []) {}

  addEventListener(type: string, listener: (event: Event) => void): void {
    this.#listeners.push({ type, listener });
  }

  terminate(): void {
    this.terminated = true;
  }

  postMessage(order: Order): void {
    this.orders.push(order);
    if (this.script !== "silent") setTimeout(() => this.#answer(order));
  }

  #answer(order: Order): void {
    if (this.terminated) return;
    if (order.action === "load") return this.#loaded();
    if (order.action === "create") return this.#say(undefined);
    if (order.action === "audioChunk") return this.#hear(order.recognizerId);
    if (order.action === "retrieveFinalResult" || order.action === "remove") this.#segment(order.recognizerId, "");
  }

  #loaded(): void {
    if (this.script === "dead worker") return this.#tell("error", new Event("error"));
    if (this.script === "broken model") return this.#say({ event: "error", error: "no final.mdl" });
    this.#say({ event: "load", result: true });
  }

  #pieces = 0;

  #hear(recognizerId: string): void {
    const text = this.heard[this.#pieces++] ?? "";
    if (this.script === "breaks at the second piece" && this.#pieces === 2) {
      return this.#say({ event: "error", recognizerId, error: "out of memory" });
    }
    if (text.endsWith(".")) return this.#segment(recognizerId, text.slice(0, -1));
    this.#say({ event: "partialresult", recognizerId, result: { partial: text } });
  }

  #segment(recognizerId: string, text: string): void {
    const result = text.split(" ").filter(Boolean).map((word) => ({ word, conf: 0.9, start: 0, end: 1 }));
    this.#say({ event: "result", recognizerId, result: text ? { text, result } : { text } });
  }

  #say(message: unknown): void {
    this.#tell("message", new MessageEvent("message", { data: message }));
  }

  #tell(type: string, event: Event): void {
    for (const known of this.#listeners) if (known.type === type) known.listener(event);
  }
}

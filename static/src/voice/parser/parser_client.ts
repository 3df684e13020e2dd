/** The page's door to the parser: one worker, many readings, a new worker when the old one dies. */

import { trustedScriptURL } from "../../lib/trusted";
import type { ParserContext, Reading } from "../../ledger/reading";
import type { Answer, Question } from "./messages";
import { toReading } from "./reading_check";
import workerUrl from "./parser.worker?worker&url";

export interface Parser {
  /**
   * The reading of spoken or typed words; waits while the worker loads. Rejects with `ParserFailed` when the worker
   * died on this sentence twice, or answered something that is no reading.
   */
  read(text: string, context: ParserContext): Promise<Reading>;
  /** Stop the worker; every unanswered reading rejects. */
  close(): void;
}

export class ParserFailed extends Error {
  override readonly name = "ParserFailed";
}

/** What the client needs of a Worker; tests bring their own. */
export interface Port {
  postMessage(message: Question): void;
  addEventListener(type: "message" | "error" | "messageerror", listener: (event: Event) => void): void;
  terminate(): void;
}

/** Start a parser worker at once, so that it is ready when the first sentence comes. */
export function openParser(start: () => Port = startWorker): Parser {
  return new ParserClient(start);
}

function startWorker(): Port {
  return new Worker(trustedScriptURL(workerUrl), { type: "module", name: "parser" });
}

/** MicroPython cannot decode half of a surrogate pair: it travels as the replacement character. */
function wellFormed(_: string, value: unknown): unknown {
  return typeof value === "string" ? new TextDecoder().decode(new TextEncoder().encode(value)) : value;
}

interface Pending {
  readonly text: string;
  readonly tries: number;
  resolve(reading: Reading): void;
  reject(reason: ParserFailed): void;
}

const TRIES = 2;

class ParserClient implements Parser {
  #port: Port | null = null;
  #pending = new Map<number, Pending>();
  #lastId = 0;
  readonly #start: () => Port;

  constructor(start: () => Port) {
    this.#start = start;
    this.#awake();
  }

  read(text: string, context: ParserContext): Promise<Reading> {
    return new Promise((resolve, reject) => {
      this.#ask({ text: JSON.stringify({ text, context }, wellFormed), tries: 1, resolve, reject });
    });
  }

  close(): void {
    this.#port?.terminate();
    this.#port = null;
    this.#rejectAll("The parser was closed.");
  }

  #ask(pending: Pending): void {
    const id = ++this.#lastId;
    this.#pending.set(id, pending);
    this.#awake().postMessage({ id, text: pending.text });
  }

  #awake(): Port {
    if (this.#port) return this.#port;
    const port = this.#start();
    port.addEventListener("message", (event) => this.#answered((event as MessageEvent<Answer>).data));
    port.addEventListener("error", () => this.#died(port));
    port.addEventListener("messageerror", () => this.#died(port));
    this.#port = port;
    return port;
  }

  #answered(answer: Answer): void {
    const pending = this.#pending.get(answer.id);
    if (!pending) return;
    this.#pending.delete(answer.id);
    if ("error" in answer) return pending.reject(new ParserFailed(answer.error));
    try {
      pending.resolve(toReading(JSON.parse(answer.text)));
    } catch (error) {
      pending.reject(new ParserFailed(String(error)));
    }
  }

  /** A dead worker's sentences are asked again of a new one, once. */
  #died(port: Port): void {
    if (port !== this.#port) return;
    port.terminate();
    this.#port = null;
    const lost = [...this.#pending.values()];
    this.#pending.clear();
    for (const pending of lost) {
      if (pending.tries >= TRIES) pending.reject(new ParserFailed("The parser stopped twice on this sentence."));
      else this.#ask({ ...pending, tries: pending.tries + 1 });
    }
  }

  #rejectAll(why: string): void {
    for (const pending of this.#pending.values()) pending.reject(new ParserFailed(why));
    this.#pending.clear();
  }
}

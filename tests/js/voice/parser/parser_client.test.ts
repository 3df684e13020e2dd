/** The client's promises: one worker, a second one when it dies, errors that reject, nothing left hanging. */

import { describe, expect, it, vi } from "vitest";

import type { Question } from "../../../../static/src/voice/parser/messages";
import { openParser, ParserFailed, type Port } from "../../../../static/src/voice/parser/parser_client";

vi.mock("../../../../static/src/voice/parser/parser.worker?worker&url", () => ({ default: "/static/parser.worker.js" }));

const CONTEXT = { locale: "en-US", currency: "USD", today: "2026-03-18", accounts: ["Cash"] };
const ANSWER = JSON.stringify({ action: "refuse", ask: null, reason: "empty", items: [] });

class FakePort implements Port {
  readonly asked: Question[] = [];
  ended = false;
  readonly #listeners = new Map<string, (event: Event) => void>();

  postMessage(question: Question): void {
    this.asked.push(question);
  }
  addEventListener(type: string, listener: (event: Event) => void): void {
    this.#listeners.set(type, listener);
  }
  terminate(): void {
    this.ended = true;
  }
  answer(at: number, answer: object): void {
    this.#emit("message", { data: { id: this.asked[at]?.id, ...answer } });
  }
  die(): void {
    this.#emit("error", {});
  }
  #emit(type: string, event: object): void {
    this.#listeners.get(type)?.(event as Event);
  }
}

function open() {
  const ports: FakePort[] = [];
  const parser = openParser(() => {
    const port = new FakePort();
    ports.push(port);
    return port;
  });
  return { parser, ports };
}

describe("openParser", () => {
  it("starts its worker before the first sentence", () => {
    expect(open().ports).toHaveLength(1);
  });

  it("asks with text and context as JSON text and gives each answer to its own sentence", async () => {
    const { parser, ports } = open();
    const readings = [parser.read("huh", CONTEXT), parser.read("hm", CONTEXT)];
    expect(JSON.parse(ports[0]!.asked[1]!.text)).toEqual({ text: "hm", context: CONTEXT });
    ports[0]!.answer(1, { text: ANSWER.replace("empty", "question") });
    ports[0]!.answer(0, { text: ANSWER });
    expect((await Promise.all(readings)).map((reading) => reading.reason)).toEqual(["empty", "question"]);
  });

  it("sends no half of a surrogate pair, which the parser could not decode", () => {
    const { parser, ports } = open();
    void parser.read("lunch \ud83d", CONTEXT);
    expect(JSON.parse(ports[0]!.asked[0]!.text).text).toBe("lunch \ufffd");
  });

  it("rejects with what the parser said went wrong", async () => {
    const { parser, ports } = open();
    const reading = parser.read("huh", CONTEXT);
    ports[0]!.answer(0, { error: "MemoryError" });
    await expect(reading).rejects.toThrow(new ParserFailed("MemoryError"));
  });

  it("rejects an answer that is no reading", async () => {
    const { parser, ports } = open();
    const reading = parser.read("huh", CONTEXT);
    ports[0]!.answer(0, { text: '{"action": "save", "items": []}' });
    await expect(reading).rejects.toThrow("action");
  });

  it("asks a new worker when the first one dies", async () => {
    const { parser, ports } = open();
    const reading = parser.read("huh", CONTEXT);
    ports[0]!.die();
    expect(ports[0]!.ended).toBe(true);
    ports[1]!.answer(0, { text: ANSWER });
    expect((await reading).action).toBe("refuse");
  });

  it("gives up a sentence that killed two workers, and reads the next one", async () => {
    const { parser, ports } = open();
    const reading = parser.read("huh", CONTEXT);
    ports[0]!.die();
    ports[1]!.die();
    await expect(reading).rejects.toThrow(ParserFailed);
    const next = parser.read("hm", CONTEXT);
    ports[2]!.answer(0, { text: ANSWER });
    expect((await next).action).toBe("refuse");
  });

  it("leaves no promise hanging when it is closed", async () => {
    const { parser, ports } = open();
    const reading = parser.read("huh", CONTEXT);
    parser.close();
    expect(ports[0]!.ended).toBe(true);
    await expect(reading).rejects.toThrow(ParserFailed);
  });
});

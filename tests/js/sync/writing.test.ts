import { describe, expect, it } from "vitest";

import type { Door } from "../../../static/src/sync/api";
import { Unreachable, UnreadableAnswer } from "../../../static/src/sync/errors";
import { openWriting, type Step } from "../../../static/src/sync/writing";

const REPORT = { source: "model", told: [{ sentence: "You spent €950.00." }], reason: "" };
const STANDING = {
  consent: { given_at: "2026-11-22T12:00:00Z", payee_names: false }, key: { place: "settings", paid: true }, may_set_key: true,
  model: "m", use: { month: "2026-11", tokens: 1120, at_most: 1_000_000, cost: 600 },
};

/** A door that answers one thing, and notes what it was asked. */
function doorTo(answer: unknown, asked: unknown[] = []): Door {
  return {
    ask: async (path) => (asked.push(path), answer),
    tell: async (path, body) => (asked.push([path, body]), answer),
  };
}

const event = (name: string, held: unknown): string => `event: ${name}\ndata: ${JSON.stringify(held)}\n\n`;

/** A response whose body comes in the given pieces. */
function inPieces(pieces: readonly string[], ending: "end" | "break" = "end"): Response {
  const encoder = new TextEncoder();
  const left = pieces.map((piece) => encoder.encode(piece));
  return new Response(new ReadableStream({
    pull: (controller) => {
      const next = left.shift();
      if (next) controller.enqueue(next);
      else if (ending === "end") controller.close();
      else controller.error(new Error("gone"));
    },
  }));
}

function reportOver(response: Response, steps: Step[] = []): Promise<unknown> {
  return openWriting("l", doorTo(null), async () => response).report("2026-10", (step) => steps.push(step));
}

describe("a report", () => {
  const whole = event("step", { name: "asking", signs: 0 }) + event("step", { name: "writing", signs: 12 }) + event("report", REPORT);

  it("comes after its steps", async () => {
    const steps: Step[] = [];
    expect(await reportOver(inPieces([whole]), steps)).toEqual(REPORT);
    expect(steps).toEqual(["asking", "writing"]);
  });

  it("comes in whatever pieces the network makes, in the middle of a sign too", async () => {
    const bytes = new TextEncoder().encode(whole);
    const response = new Response(new ReadableStream({
      start: (controller) => {
        bytes.forEach((byte) => controller.enqueue(Uint8Array.of(byte)));
        controller.close();
      },
    }));
    expect(await reportOver(response)).toEqual(REPORT);
  });

  it.each(["end", "break"] as const)("that never came was not reached: the stream's %s", (ending) =>
    expect(reportOver(inPieces([event("step", { name: "asking", signs: 0 })], ending))).rejects.toThrow(Unreachable));

  it.each(["data: x\n\n", "event: report\ndata: {\n\n", event("step", { name: "hacking" }), event("report", { source: "nobody", told: [], reason: "" })])(
    "of another shape is refused: %s", (text) => expect(reportOver(inPieces([text]))).rejects.toThrow(UnreadableAnswer));

  it("is asked of its own month", async () => {
    const asked: string[] = [];
    await openWriting("l", doorTo(null), async (path) => (asked.push(path), inPieces([whole]))).report("2026-10", () => undefined);
    expect(asked).toEqual(["/api/ledgers/l/months/2026-10/report"]);
  });
});

describe("consent", () => {
  it("tells which names may be sent", async () => {
    const asked: unknown[] = [];
    const writing = openWriting("l", doorTo(STANDING, asked));
    const standing = await writing.agree("payee names");
    await writing.agree("no names");
    await writing.agreeNoLonger();
    expect(asked).toEqual([
      ["/api/writing/consent", { given: true, payee_names: true }], ["/api/writing/consent", { given: true, payee_names: false }],
      ["/api/writing/consent", { given: false }],
    ]);
    expect(standing.consent).toEqual({ since: Date.parse("2026-11-22T12:00:00Z"), payeeNames: false });
    expect(standing.use).toEqual({ tokens: 1120, most: 1_000_000, cost: 600 });
  });

  it.each([{ ...STANDING, key: { place: "moon", paid: true } }, { ...STANDING, use: null }, null])("of another shape is refused", (answer) =>
    expect(openWriting("l", doorTo(answer)).standing()).rejects.toThrow(UnreadableAnswer));
});

describe("the log", () => {
  it("is read page by page", async () => {
    const asked: unknown[] = [];
    const writing = openWriting("l", doorTo([], asked));
    await writing.log(null);
    await writing.log(7);
    expect(asked).toEqual(["/api/writing/log", "/api/writing/log?before=7"]);
  });
});

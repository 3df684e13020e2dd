import type { ReactiveController } from "lit";
import { describe, expect, it, vi } from "vitest";

import { Answering, type Asked } from "../../../../static/src/elements/speak/answering";
import type { Conversation } from "../../../../static/src/elements/speak/conversation";
import type { House } from "../../../../static/src/elements/parts/house";
import type { Hypothesis } from "../../../../static/src/ledger/reading";
import type { ListenHandlers } from "../../../../static/src/voice/ear";

const heard = (transcript: string): Hypothesis =>
  ({ transcript, words: transcript.split(" ").map((word) => ({ word, conf: 0.9 })), alternatives: [] });

vi.stubGlobal("document", { hidden: false });

/** An answering whose ear is asked again each time; what it did is in `done`. */
function opened({ ready = true, means = true, where = "phone" } = {}) {
  const asked: ListenHandlers[] = [];
  const seen = { done: [] as string[], cancelled: 0 };
  const ear = {
    where, state: "ready",
    listenOn: async (handlers: ListenHandlers) => {
      asked.push(handlers);
      return { hold: () => undefined, stop: () => undefined, cancel: () => void (seen.cancelled += 1) };
    },
  };
  const talk = { turn: { kind: "idle" }, spokenHere: true };
  const house = { ear: async () => ear, store: { ledger: { id: "home" } } };
  const controllers: ReactiveController[] = [];
  const show = (id: string): void => {
    house.store = { ledger: { id } };
    for (const controller of controllers) controller.hostUpdate?.();
  };
  const answering = new Answering(
    { addController: (controller: ReactiveController) => controllers.push(controller), requestUpdate() {} } as never,
    () => house as unknown as House, talk as unknown as Conversation,
    {
      yes: () => (seen.done.push("yes"), ready), no: () => void seen.done.push("no"), undo: () => void seen.done.push("undo"),
      other: async ({ transcript }) => (seen.done.push(transcript), means),
    },
  );
  const say = async (words: string): Promise<void> => {
    asked.at(-1)?.final(heard(words), null);
    await new Promise((resolve) => setTimeout(resolve));
  };
  show("home");
  return { answering, asked, seen, say, talk, show };
}

async function after(asked: Asked, words: string, options = {}) {
  const made = opened(options);
  await made.answering.ask(asked);
  await made.say(words);
  return made;
}

describe("a draft", () => {
  it("is saved by a yes and dropped by a no", async () => {
    expect((await after("draft", "yes")).seen.done).toEqual(["yes"]);
    expect((await after("draft", "no")).seen.done).toEqual(["no"]);
    expect((await after("draft", "undo that")).seen.done).toEqual(["no"]);
  });

  it("that is not ready stays, and so does the question", async () => {
    const { answering, asked } = await after("draft", "yes", { ready: false });
    expect([answering.asked, asked.length]).toEqual(["draft", 2]);
  });

  it("is never saved by anything else, which goes where it belongs", async () => {
    const { answering, seen, asked } = await after("draft", "yes but make it twenty");
    expect(seen.done).toEqual(["yes but make it twenty"]);
    expect([answering.asked, answering.unheard, asked.length]).toEqual(["draft", "", 2]);
  });

  it("is listened to no longer where another ledger is chosen", async () => {
    const { answering, seen, show } = opened();
    await answering.ask("draft");
    show("home");
    expect(answering.asked).toBe("draft");
    show("flat");
    expect([answering.asked, seen.cancelled]).toEqual([null, 1]);
  });

  it("shows the words that meant nothing", async () => {
    const { answering } = await after("draft", "lovely weather", { means: false });
    expect([answering.asked, answering.unheard]).toEqual(["draft", "lovely weather"]);
  });

  it("is asked about once for each sentence that was spoken here", async () => {
    const { answering, asked, talk } = opened();
    talk.turn = { kind: "drafts" };
    answering.hostUpdated();
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    talk.turn = { kind: "drafts" };
    answering.hostUpdated();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(asked).toHaveLength(1);
    talk.turn = { kind: "listening" };
    answering.hostUpdated();
    expect(answering.asked).toBeNull();
  });

  it("that was typed is not asked about", async () => {
    const { answering, asked, talk } = opened();
    Object.assign(talk, { turn: { kind: "drafts" }, spokenHere: false });
    answering.hostUpdated();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(asked).toHaveLength(0);
  });
});

describe("what was saved", () => {
  it("is taken back by an undo or a no, and left by a yes", async () => {
    expect((await after("saved", "undo")).seen.done).toEqual(["undo"]);
    expect((await after("saved", "no")).seen.done).toEqual(["undo"]);
    expect((await after("saved", "yes")).seen.done).toEqual([]);
  });

  it("is followed by the next sentence", async () => {
    const { answering, seen } = await after("saved", "four euros for coffee");
    expect([seen.done, answering.asked]).toEqual([["four euros for coffee"], null]);
  });
});

describe("listening on", () => {
  it("ends when nobody answers", async () => {
    const { answering, asked } = opened();
    await answering.ask("draft");
    expect(answering.asked).toBe("draft");
    asked[0]?.trouble("nothing_heard");
    expect(answering.asked).toBeNull();
  });

  it("ends when the person takes over by hand", async () => {
    const { answering, seen, say } = opened();
    await answering.ask("draft");
    answering.hush();
    await say("yes");
    expect([answering.asked, seen.cancelled, seen.done]).toEqual([null, 1, []]);
  });

  it("asks no more than four times in a row", async () => {
    const { answering, asked, say } = opened({ means: false });
    await answering.ask("draft");
    for (let time = 0; time < 6; time++) await say("lovely weather");
    expect([asked.length, answering.asked]).toEqual([4, null]);
  });

  it("does not happen where the server is the ear, or where the person chose so", async () => {
    const server = opened({ where: "server" });
    await server.answering.ask("draft");
    vi.stubGlobal("localStorage", { getItem: () => "off" });
    const off = opened();
    await off.answering.ask("draft");
    vi.stubGlobal("localStorage", undefined);
    expect([server.asked.length, off.asked.length]).toEqual([0, 0]);
  });
});

import { describe, expect, it, vi } from "vitest";

import type { Hypothesis, Reading } from "../../../../static/src/ledger/reading";
import type { Draft } from "../../../../static/src/ledger/types";
import type { Ear, ListenHandlers } from "../../../../static/src/voice/ear";
import type { House } from "../../../../static/src/elements/parts/house";
import { Conversation } from "../../../../static/src/elements/speak/conversation";
import { draftOf } from "../../../../static/src/elements/speak/draft_form";
import { Refused, StorageFull, Unreachable } from "../../../../static/src/sync/errors";
import { ACCOUNTS } from "../household";

const heard = (transcript: string): Hypothesis => ({ transcript, words: [], alternatives: [] });

/** Reads "12.50" out of every sentence that has a number, and refuses the others as questions. */
const read = async (text: string): Promise<Reading> => /\d/.test(text)
  ? { action: "draft", items: [{
      type: "expense", amount: 1250, currency: "EUR", category: "groceries", payee: null, date: null, account: null, to_account: null,
      tags: [], note: null, confidence: { amount: 0.9 }, other_amounts: [],
    }] }
  : { action: "refuse", reason: "question", items: [] };

class FakeEar extends EventTarget {
  readonly state = "ready";
  readonly where = "phone";
  handlers!: ListenHandlers;
  stopped = 0;
  cancelled = 0;
  readonly prepare = async (): Promise<void> => undefined;
  readonly read = read;
  async listen(handlers: ListenHandlers): Promise<{ stop(): void; cancel(): void }> {
    this.handlers = handlers;
    return { stop: () => void (this.stopped += 1), cancel: () => void (this.cancelled += 1) };
  }
}

function opened(change: Partial<House> = {}) {
  const ear = new FakeEar();
  const recorded: Draft[] = [];
  const store = {
    ledger: { id: "home", currency: "EUR" }, held: false,
    accounts: async () => ACCOUNTS, payees: async () => [], transactions: async () => [],
    record: async (draft: Draft) => `row-${recorded.push(draft)}`,
    hold() { this.held = true; },
    release() { this.held = false; },
  };
  const kept: Blob[] = [];
  const utterances = {
    puts: 0,
    async put(_: string, wav: Blob) { this.puts += 1; return String(kept.push(wav)); },
    delete: async () => void kept.pop(),
    transcribe: async () => heard("12.50 from the server"),
  };
  const house = {
    store, ear: async () => ear as unknown as Ear, clock: { now: () => 0, today: () => "2026-03-17" }, locale: "en-IE", utterances, ...change,
  } as unknown as House;
  const talk = new Conversation({ addController() {}, requestUpdate() {}, updateComplete: Promise.resolve(true) } as never, () => house);
  return { talk, ear, store, recorded, kept, utterances };
}

const settled = (talk: Conversation, kind: string) => vi.waitFor(() => expect(talk.turn.kind).toBe(kind));

describe("a spoken sentence", () => {
  it("shows its words and what they may mean while one speaks", async () => {
    const { talk, ear } = opened();
    await talk.listen();
    ear.handlers.partial("12.50");
    await vi.waitFor(() => expect(talk.turn).toMatchObject({ kind: "listening", words: "12.50", preview: [{ amount: 1250 }] }));
  });

  it("becomes a draft that is saved once, with the words it came from", async () => {
    const { talk, ear, recorded } = opened();
    await talk.listen();
    ear.handlers.final(heard("12.50 lidl"), null);
    await settled(talk, "drafts");
    const drafts = talk.turn.kind === "drafts" ? talk.turn.forms.map(draftOf) : [];
    expect(await talk.save(drafts.filter((draft) => draft !== null))).toEqual(["row-1"]);
    expect(recorded).toMatchObject([{ amount: 1250, origin: { how: "spoken", words: "12.50 lidl" } }]);
    expect(talk.turn.kind).toBe("idle");
  });

  it("keeps the syncer waiting until its draft is there", async () => {
    const { talk, ear, store } = opened();
    await talk.listen();
    expect(store.held).toBe(true);
    ear.handlers.final(heard("12.50"), null);
    expect(store.held).toBe(true);
    await settled(talk, "drafts");
    await vi.waitFor(() => expect(store.held).toBe(false));
  });

  it("is forgotten when it is cancelled, also when its words come late", async () => {
    const { talk, ear, store } = opened();
    await talk.listen();
    talk.cancel();
    ear.handlers.final(heard("12.50"), null);
    ear.handlers.partial("12.50");
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect([talk.turn.kind, ear.cancelled, store.held]).toEqual(["idle", 1, false]);
  });

  it("ends when one taps before the microphone is open", async () => {
    const { talk, ear } = opened();
    const listening = talk.listen();
    talk.stop();
    await listening;
    expect(ear.stopped).toBe(1);
  });

  it("that is a question records nothing and says so", async () => {
    const { talk, ear } = opened();
    await talk.listen();
    ear.handlers.final(heard("how much on food"), null);
    await settled(talk, "refused");
    expect(talk.turn).toMatchObject({ words: "how much on food", reason: "question" });
  });

  it("that was not heard says so", async () => {
    const { talk, ear } = opened();
    await talk.listen();
    ear.handlers.final(null, null);
    await settled(talk, "trouble");
  });
});

describe("a recording for the server", () => {
  it("is kept until the server has heard it", async () => {
    const { talk, ear, kept } = opened();
    await talk.listen();
    ear.handlers.final(null, new Blob(["wav"]));
    await settled(talk, "drafts");
    expect(kept).toEqual([]);
  });

  it("that was cancelled is not kept and goes nowhere", async () => {
    const { talk, ear, utterances } = opened();
    await talk.listen();
    talk.cancel();
    ear.handlers.final(null, new Blob(["wav"]));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect([talk.turn.kind, utterances.puts]).toEqual(["idle", 0]);
  });

  it("stays on the phone when the server cannot be reached", async () => {
    const { talk, ear, kept, utterances } = opened();
    utterances.transcribe = () => Promise.reject(new Unreachable());
    await talk.listen();
    ear.handlers.final(null, new Blob(["wav"]));
    await settled(talk, "kept");
    expect(kept).toHaveLength(1);
  });

  it("stays on the phone with the reason when the server refuses it", async () => {
    const { talk, ear, kept, utterances } = opened();
    utterances.transcribe = () => Promise.reject(new Refused(503, "no_speech_model", "This server has no speech model.", null));
    await talk.listen();
    ear.handlers.final(null, new Blob(["wav"]));
    await settled(talk, "kept");
    expect(talk.turn).toMatchObject({ why: "This server has no speech model. Your recording is kept on this phone." });
    expect(kept).toHaveLength(1);
  });

  it("is sent although there is no room to keep it", async () => {
    const { talk, ear, utterances } = opened();
    utterances.put = () => Promise.reject(new StorageFull());
    await talk.listen();
    ear.handlers.final(null, new Blob(["wav"]));
    await settled(talk, "drafts");
  });

  it("that could be neither kept nor sent says so", async () => {
    const { talk, ear, utterances } = opened();
    utterances.put = () => Promise.reject(new StorageFull());
    utterances.transcribe = () => Promise.reject(new Unreachable());
    await talk.listen();
    ear.handlers.final(null, new Blob(["wav"]));
    await settled(talk, "failed");
    expect(talk.turn).toEqual({ kind: "failed", sentence: new StorageFull().message });
  });
});

describe("a kept recording that was read", () => {
  it("is dropped when its draft is saved, not before", async () => {
    const { talk, kept, utterances } = opened();
    await utterances.put("home", new Blob(["wav"]));
    await talk.take(heard("12.50"), "1");
    expect([talk.turn.kind, kept.length]).toEqual(["drafts", 1]);
    await talk.save(talk.turn.kind === "drafts" ? talk.turn.forms.map(draftOf).filter((draft) => draft !== null) : []);
    expect(kept).toEqual([]);
  });

  it("stays when its draft is cancelled, also when another one is saved then", async () => {
    const { talk, kept, utterances } = opened();
    await utterances.put("home", new Blob(["wav"]));
    await talk.take(heard("12.50"), "1");
    talk.cancel();
    await talk.type("12.50");
    await talk.save([]);
    expect(kept).toHaveLength(1);
  });
});

describe("typed words", () => {
  it("are given back when they did not become a draft", async () => {
    const { talk } = opened();
    await talk.type("how much on food");
    expect([talk.turn.kind, talk.typed]).toEqual(["refused", "how much on food"]);
  });

  it("are done with once their draft is saved", async () => {
    const { talk } = opened();
    await talk.type("12.50");
    await talk.save([]);
    expect(talk.typed).toBe("");
  });
});

describe("what goes wrong", () => {
  it("is told in a sentence", async () => {
    const { talk } = opened({ ear: () => Promise.reject(new Unreachable()) });
    await talk.type("12.50");
    expect(talk.turn).toEqual({ kind: "failed", sentence: new Unreachable().message });
  });
});

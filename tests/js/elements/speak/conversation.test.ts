import type { ReactiveController } from "lit";
import { describe, expect, it, vi } from "vitest";

import type { Hypothesis, Reading } from "../../../../static/src/ledger/reading";
import type { Draft } from "../../../../static/src/ledger/types";
import type { After, Ear, HeardFile, Listening, ListenHandlers } from "../../../../static/src/voice/ear";
import type { House } from "../../../../static/src/elements/parts/house";
import { Conversation } from "../../../../static/src/elements/speak/conversation";
import { draftOf } from "../../../../static/src/elements/speak/draft_form";
import { SoundFileFailed } from "../../../../static/src/voice/sound_file";
import { Refused, StorageFull, Unreachable } from "../../../../static/src/sync/errors";
import { ACCOUNTS, transaction, line } from "../household";

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
  held = 0;
  after: After | undefined;
  file: HeardFile | SoundFileFailed = { hypothesis: heard("12.50 from a file"), wav: null };
  readonly prepare = async (): Promise<void> => undefined;
  readonly read = read;
  async hear(): Promise<HeardFile> {
    if (this.file instanceof Error) throw this.file;
    return this.file;
  }
  async listen(handlers: ListenHandlers, after: After): Promise<Listening> {
    this.handlers = handlers;
    this.after = after;
    return { hold: () => void (this.held += 1), stop: () => void (this.stopped += 1), cancel: () => void (this.cancelled += 1) };
  }
}

function opened(change: Partial<House> = {}) {
  const ear = new FakeEar();
  const recorded: Draft[] = [];
  const store = storeOf("home", recorded);
  const kept: Blob[] = [];
  const utterances = {
    puts: 0,
    async put(_: string, wav: Blob) { this.puts += 1; return String(kept.push(wav)); },
    delete: async () => void kept.pop(),
    transcribe: async () => heard("12.50 from the server"),
  };
  const house = {
    store, ear: async () => ear as unknown as Ear, clock: { now: () => 0, today: () => "2026-03-17" }, locale: "en-IE", otherLedgers: [], utterances, ...change,
  } as unknown as House;
  const controllers: ReactiveController[] = [];
  const draw = (): void => controllers.forEach((controller) => controller.hostUpdate?.());
  const addController = (controller: ReactiveController): void => void controllers.push(controller);
  const talk = new Conversation({ addController, requestUpdate() {}, updateComplete: Promise.resolve(true) } as never, () => house);
  draw();
  /** As the page does: another store takes the place of the one before. */
  const show = <Shown extends object>(shown: Shown): Shown => {
    Object.assign(house, { store: shown });
    draw();
    return shown;
  };
  return { talk, ear, store, recorded, kept, utterances, show };
}

/** A ledger with the household's accounts under ids of its own. */
function storeOf(ledger: string, recorded: Draft[] = [], currency = "EUR") {
  return Object.assign(new EventTarget(), {
    ledger: { id: ledger, currency, name: ledger, role: "owner" }, held: false,
    accounts: async () => (ledger === "home" ? ACCOUNTS : ACCOUNTS.map((account) => ({ ...account, id: `${ledger} ${account.id}` }))),
    payees: async () => [], transactions: async () => [], lessons: async () => [], sighting: async () => ({ base: 0, seen: [] }), lastEntry: async (): Promise<unknown> => null,
    answer: async () => ({ kind: "nothing" }),
    record: async (draft: Draft) => `row-${recorded.push(draft)}`,
    hold() { this.held = true; },
    release() { this.held = false; },
  });
}

/** The recording that the fake keeps, as a kept sound. */
const KEPT = (utterances: { delete(): Promise<void> }) => ({ id: "0198c0de-0000-7000-8000-000000000001", drop: () => utterances.delete() });

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

  it("is dropped when one taps again before the microphone is open", async () => {
    const { talk, ear } = opened();
    const listening = talk.listen();
    talk.stop();
    await listening;
    expect([talk.turn.kind, ear.cancelled, ear.stopped]).toEqual(["idle", 1, 0]);
  });

  it("ends with a tap once the microphone is open", async () => {
    const { talk, ear } = opened();
    await talk.listen();
    expect(talk.turn).toMatchObject({ live: false });
    ear.handlers.live();
    expect(talk.turn).toMatchObject({ live: true });
    talk.stop();
    expect([talk.turn.kind, ear.stopped]).toEqual(["finishing", 1]);
  });

  it("is listened to until one lets go", async () => {
    const { talk, ear } = opened();
    await talk.listen();
    talk.hold();
    expect(ear.held).toBe(0);
    ear.handlers.live();
    expect(ear.held).toBe(1);
    talk.stop();
    expect(ear.stopped).toBe(1);
  });

  it("goes on where one lets go to allow the microphone", async () => {
    const { talk, ear } = opened();
    await talk.listen();
    talk.hold();
    talk.stop();
    ear.handlers.live();
    expect([talk.turn.kind, ear.held, ear.stopped]).toEqual(["listening", 0, 0]);
  });

  it("that is a question records nothing and says so", async () => {
    const { talk, ear } = opened();
    await talk.listen();
    ear.handlers.final(heard("how much on food"), null);
    await settled(talk, "refused");
    expect(talk.turn).toMatchObject({ words: "how much on food", reason: "question" });
  });

  it("of somebody who may only look is shown as no draft and becomes none", async () => {
    const { talk, ear, store } = opened();
    store.ledger.role = "viewer";
    await talk.listen();
    ear.handlers.partial("12.50");
    ear.handlers.final(heard("12.50 lidl"), null);
    await settled(talk, "refused");
    expect(talk.turn).toMatchObject({ words: "12.50 lidl", reason: "viewer" });
  });

  it("that was not heard says so", async () => {
    const { talk, ear } = opened();
    await talk.listen();
    ear.handlers.final(null, null);
    await settled(talk, "trouble");
  });
});

describe("another ledger that is chosen while one speaks", () => {
  it("is the one whose names the words are read in, and one speaks on", async () => {
    const { talk, ear, show } = opened();
    await talk.listen();
    ear.handlers.partial("12.50");
    await vi.waitFor(() => expect(talk.turn).toMatchObject({ preview: [{ category: "groceries" }] }));
    show(storeOf("flat"));
    await vi.waitFor(() => expect(talk.turn).toMatchObject({ kind: "listening", words: "12.50", preview: [{ category: "flat groceries", account: "flat Cash" }] }));
    expect(ear.cancelled).toBe(0);
    ear.handlers.final(heard("12.50 lidl"), null);
    await settled(talk, "drafts");
    expect(talk.turn).toMatchObject({ forms: [{ category: "flat groceries", account: "flat Cash" }] });
  });

  it("counts also where it is chosen while the words are being read", async () => {
    const { talk, ear, show } = opened();
    let answer = (): void => undefined;
    const asked = new Promise<void>((resolve) => (answer = resolve));
    Object.assign(ear, { read: (text: string) => asked.then(() => read(text)) });
    await talk.listen();
    ear.handlers.final(heard("12.50"), null);
    await new Promise((resolve) => setTimeout(resolve, 5));
    show(storeOf("flat"));
    answer();
    await settled(talk, "drafts");
    expect(talk.turn).toMatchObject({ forms: [{ category: "flat groceries" }] });
  });

  it("is not synced until its draft is there", async () => {
    const { talk, ear, show } = opened();
    await talk.listen();
    const flat = show(storeOf("flat"));
    expect(flat.held).toBe(true);
    ear.handlers.final(heard("12.50"), null);
    await settled(talk, "drafts");
    await vi.waitFor(() => expect(flat.held).toBe(false));
  });

  it("sends its first rows once one has spoken, where none are here", async () => {
    const { talk, ear, show } = opened();
    await talk.listen();
    const flat = show(storeOf("flat"));
    const { accounts } = flat;
    flat.accounts = async () => [];
    ear.handlers.partial("12.50");
    await vi.waitFor(() => expect(talk.turn).toMatchObject({ preview: [{ category: null }] }));
    expect(flat.held).toBe(true);
    ear.handlers.final(heard("12.50"), null);
    await vi.waitFor(() => expect(flat.held).toBe(false));
    flat.accounts = accounts;
    flat.dispatchEvent(new Event("change"));
    await settled(talk, "drafts");
    expect(talk.turn).toMatchObject({ forms: [{ category: "flat groceries" }] });
  });

  it("may be the same one, opened anew: it waits too, and nothing else changes", async () => {
    const { talk, ear, show } = opened();
    await talk.listen();
    ear.handlers.partial("12.50");
    await vi.waitFor(() => expect(talk.turn).toMatchObject({ preview: [{ category: "groceries" }] }));
    const { turn } = talk;
    expect(show(storeOf("home")).held).toBe(true);
    expect(talk.turn).toBe(turn);
  });
});

describe("another ledger that is chosen afterwards", () => {
  it("is the one whose names open drafts are read in", async () => {
    const { talk, show } = opened();
    await talk.type("12.50");
    const flat = show(storeOf("flat"));
    await settled(talk, "drafts");
    expect(talk.turn).toMatchObject({ words: "12.50", forms: [{ category: "flat groceries", account: "flat Cash", origin: { how: "typed" } }] });
    expect(flat.held).toBe(false);
  });

  it("closes a change of an entry of the one before, and an answer from it", async () => {
    const { talk, ear, store, show } = opened();
    const amend = { op: "change", changes: { note: "new" }, confidence: { amount: 1 }, other_amounts: [] };
    store.lastEntry = async () => transaction([line(1250)]);
    for (const reading of [{ action: "amend", items: [], amend }, { action: "query", items: [], query: {} }]) {
      Object.assign(ear, { read: async () => reading });
      await talk.type("said");
      expect(talk.turn.kind).toBe(reading.amend ? "amend" : "reply");
      show(storeOf(`after ${reading.action}`));
      expect(talk.turn.kind).toBe("idle");
    }
  });

  it("while drafts are being saved gets none of them", async () => {
    const { talk, store, show } = opened();
    await talk.type("12.50");
    const flat: Draft[] = [];
    const first: Draft[] = [];
    store.record = async (draft) => {
      show(storeOf("flat", flat));
      return `row-${first.push(draft)}`;
    };
    const drafts = talk.turn.kind === "drafts" ? talk.turn.forms.map(draftOf).filter((draft) => draft !== null) : [];
    await talk.save([...drafts, ...drafts]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect([first.length, flat.length, talk.turn.kind]).toEqual([2, 0, "idle"]);
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

  it("is sent once more where the server is busy and names a time to come again", async () => {
    const { talk, ear, kept, utterances } = opened();
    const hear = utterances.transcribe;
    let asked = 0;
    utterances.transcribe = () => ((asked += 1) === 1 ? Promise.reject(new Refused(503, "recogniser_busy", "Busy.", 0)) : hear());
    await talk.listen();
    ear.handlers.final(null, new Blob(["wav"]));
    await settled(talk, "drafts");
    expect([asked, kept.length]).toEqual([2, 0]);
  });

  it("stays on the phone where a busy server asks for patience", async () => {
    const { talk, ear, kept, utterances } = opened();
    utterances.transcribe = () => Promise.reject(new Refused(503, "recogniser_busy", "Busy.", 60));
    await talk.listen();
    ear.handlers.final(null, new Blob(["wav"]));
    await settled(talk, "kept");
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
    await talk.take(heard("12.50"), KEPT(utterances));
    expect([talk.turn.kind, kept.length]).toEqual(["drafts", 1]);
    await talk.save(talk.turn.kind === "drafts" ? talk.turn.forms.map(draftOf).filter((draft) => draft !== null) : []);
    expect(kept).toEqual([]);
  });

  it("stays when its draft is cancelled, also when another one is saved then", async () => {
    const { talk, kept, utterances } = opened();
    await utterances.put("home", new Blob(["wav"]));
    await talk.take(heard("12.50"), KEPT(utterances));
    talk.cancel();
    await talk.type("12.50");
    await talk.save([]);
    expect(kept).toHaveLength(1);
  });
});

describe("a kept recording that is read twice", () => {
  it("gives drafts of the same ids, so that it is saved once", async () => {
    const { talk, utterances } = opened();
    const mids: unknown[] = [];
    for (const _ of [1, 2]) {
      await talk.take(heard("12.50"), KEPT(utterances));
      mids.push(talk.turn.kind === "drafts" && talk.turn.forms.map(({ mid }) => mid));
    }
    expect(mids[0]).toEqual(mids[1]);
    await talk.type("12.50");
    expect(talk.turn.kind === "drafts" && talk.turn.forms.map(({ mid }) => mid)).not.toEqual(mids[0]);
  });
});

describe("a sound file", () => {
  it("becomes a draft, and is dropped when that is saved", async () => {
    const { talk } = opened();
    const drop = vi.fn(async () => undefined);
    await talk.open(new Blob(["ogg"]), { id: "0198c0de-0000-7000-8000-000000000002", drop });
    expect([talk.turn.kind, drop.mock.calls.length]).toEqual(["drafts", 0]);
    await talk.save([]);
    expect(drop).toHaveBeenCalledOnce();
  });

  it("goes to the server where the page cannot understand it", async () => {
    const { talk, ear, kept } = opened();
    ear.file = { hypothesis: null, wav: new Blob(["wav"]) };
    await talk.open(new Blob(["ogg"]), null);
    expect(talk.turn).toMatchObject({ kind: "drafts", words: "12.50 from the server" });
    expect(kept).toEqual([]);
  });

  it("that waits here already is not kept once more where the server cannot be reached", async () => {
    const { talk, ear, utterances } = opened();
    const drop = vi.fn(async () => undefined);
    ear.file = { hypothesis: null, wav: new Blob(["wav"]) };
    utterances.transcribe = () => Promise.reject(new Unreachable());
    await talk.open(new Blob(["ogg"]), { id: "0198c0de-0000-7000-8000-000000000004", drop });
    expect(talk.turn.kind).toBe("kept");
    expect([utterances.puts, drop.mock.calls.length]).toEqual([0, 0]);
  });

  it("that cannot be decoded says so, and is dropped", async () => {
    const { talk, ear } = opened();
    const drop = vi.fn(async () => undefined);
    ear.file = new SoundFileFailed("undecodable");
    await talk.open(new Blob(["junk"]), { id: "0198c0de-0000-7000-8000-000000000003", drop });
    expect(talk.turn).toEqual({ kind: "trouble", trouble: "undecodable" });
    expect(drop).toHaveBeenCalledOnce();
  });
});

describe("what is said while a draft is open", () => {
  it("joins it, with what was changed by hand", async () => {
    const { talk, ear } = opened();
    await talk.listen();
    ear.handlers.final(heard("12.50"), null);
    await settled(talk, "drafts");
    const open = talk.turn.kind === "drafts" ? talk.turn.forms.map((form) => ({ ...form, note: "by hand" })) : [];
    expect(await talk.follow(heard("4 coffee"), open)).toBe(true);
    expect(talk.turn).toMatchObject({ words: "12.50, 4 coffee", forms: [{ note: "by hand" }, { note: "" }] });
  });

  it("changes nothing where it means nothing", async () => {
    const { talk, ear } = opened();
    await talk.listen();
    ear.handlers.final(heard("12.50"), null);
    await settled(talk, "drafts");
    const { turn } = talk;
    expect(await talk.follow(heard("lovely weather"), [])).toBe(false);
    expect(talk.turn).toBe(turn);
  });

  it("after saving is a sentence of its own", async () => {
    const { talk } = opened();
    expect(await talk.follow(heard("4 coffee"), [])).toBe(true);
    expect(talk.turn).toMatchObject({ kind: "drafts", words: "4 coffee" });
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

import "fake-indexeddb/auto";

import { beforeEach, describe, expect, it, vi } from "vitest";

import type { Ear, EarState, SpeechModel } from "../../../static/src/voice/ear";
import { keepUpWith, LARGE, PhoneModels } from "../../../static/src/voice/model_choice";
import { FakeCaches } from "./fake_caches";
import { ModelServer } from "./model_server";

const starter = new ModelServer({ name: "starter", starter: true });
let server: ModelServer;
let agreed: Map<string, string>;
let page: EventTarget;

beforeEach(() => {
  vi.stubGlobal("caches", new FakeCaches());
  server = new ModelServer({ size: 2_000_000, bytes: LARGE + 1 });
  agreed = new Map();
  page = new EventTarget();
});

function phone(wanted: SpeechModel | null = server.model, { room = Infinity, meanwhile = starter.model as SpeechModel | null, language = "en" } = {}): PhoneModels {
  const storage = {
    getItem: (key: string) => agreed.get(key) ?? null, setItem: (key: string, text: string) => void agreed.set(key, text),
    removeItem: (key: string) => void agreed.delete(key),
  };
  return new PhoneModels({ language, wanted, starter: meanwhile, fetchModel: server.fetchModel, storage, page, room: async () => room });
}

async function settled(models: PhoneModels): Promise<void> {
  await vi.waitFor(() => expect(models.state).not.toBe("fetching"));
}

describe("a large model", () => {
  it("waits for a tap, and the starter is used meanwhile", async () => {
    const models = phone();
    expect(await models.choose()).toEqual(starter.model);
    expect(models.state).toBe("offered");
    expect(server.ranges).toEqual([]);
  });

  it("is used as soon as it is here, and from then on", async () => {
    const models = phone();
    await models.choose();
    const seen: number[] = [];
    models.addEventListener("change", () => seen.push(models.received));
    await models.start();
    expect([models.inUse, models.state]).toEqual([server.model, "here"]);
    expect(seen).toContain(2_000_000);
    expect(await phone().choose()).toEqual(server.model);
  });

  it("goes on by itself after the page was closed in the middle", async () => {
    server.mishaps = ["fine", "fine", "no network"];
    const closed = phone();
    await closed.choose();
    await closed.start();
    expect([closed.state, closed.received]).toEqual(["waiting", 4_000_000]);
    server.ranges.length = 0;
    const opened = phone();
    expect(await opened.choose()).toEqual(starter.model);
    await settled(opened);
    expect(opened.state).toBe("here");
    expect(server.ranges[0]).toBe("bytes=4000000-5999999");
  });

  it("goes on when the network is back", async () => {
    server.mishaps = ["fine", "no network"];
    const models = phone();
    await models.choose();
    await models.start();
    page.dispatchEvent(new Event("online"));
    await vi.waitFor(() => expect(models.state).toBe("here"));
  });

  it("stops when told to, and waits for another tap then", async () => {
    const models = phone();
    await models.choose();
    const fetching = models.start();
    models.stop();
    await fetching;
    expect(models.state).toBe("offered");
    const opened = phone();
    await opened.choose();
    expect(opened.state).toBe("offered");
  });

  it.each([["damaged", "spoilt"], ["gone", "gone"]] as const)("says what is wrong when it is %s, and can be tried again", async (mishap, problem) => {
    server.mishaps = ["fine", mishap];
    const models = phone();
    await models.choose();
    await models.start();
    expect([models.state, models.problem, models.inUse]).toEqual(["failed", problem, starter.model]);
    await models.start();
    expect([models.state, models.problem]).toEqual(["here", null]);
  });

  it("asks for room before it is fetched", async () => {
    const models = phone(server.model, { room: 2 * LARGE });
    await models.choose();
    await models.start();
    expect([models.state, models.problem]).toEqual(["failed", "no_room"]);
    expect(server.ranges).toEqual([]);
  });

  it("leaves the server to listen where there is no starter", async () => {
    const models = phone(server.model, { meanwhile: null });
    expect(await models.choose()).toBeNull();
    expect(models.state).toBe("offered");
  });

  it("is preceded by the one before it, which is better than the starter", async () => {
    const models = phone();
    await models.choose();
    await models.start();
    const newer = new ModelServer({ name: "newer", size: 2_000_000, bytes: LARGE + 2 });
    expect(await phone(newer.model).choose()).toEqual(server.model);
  });
});

describe("a small model", () => {
  it("is used without asking", async () => {
    const models = phone(starter.model);
    expect(await models.choose()).toEqual(starter.model);
    expect(models.state).toBe("here");
  });
});

describe("no model", () => {
  it("is none", async () => {
    const models = phone(null, { meanwhile: null });
    expect(await models.choose()).toBeNull();
    await models.start();
    expect(models.state).toBe("here");
  });

  it("on offer any more leaves the one that is on the phone in use", async () => {
    const models = phone();
    await models.choose();
    await models.start();
    expect(await phone(null, { meanwhile: null }).choose()).toEqual(server.model);
  });
});

describe("another language", () => {
  it("and back again needs no network once both models are on the phone", async () => {
    const german = new ModelServer({ name: "german", language: "de", size: 2_000_000, bytes: LARGE + 1 });
    for (const each of [server, german]) {
      server = each;
      const models = phone(each.model, { language: each.model.language });
      await models.choose();
      await models.start();
    }
    german.ranges.length = 0;
    expect(await phone(german.model, { language: "de" }).choose()).toEqual(german.model);
    expect(await phone(null, { language: "de", meanwhile: null }).choose()).toEqual(german.model);
    expect(german.ranges).toEqual([]);
  });
});

describe("a browser without Cache Storage", () => {
  it("is left to the ear, which cannot run there", async () => {
    vi.stubGlobal("caches", undefined);
    const models = phone();
    expect(await models.choose()).toEqual(server.model);
    expect(models.state).toBe("here");
  });
});

describe("keepUpWith", () => {
  class FakeEar extends EventTarget {
    state: EarState = "ready";
    readonly prepared: (string | undefined)[] = [];
    prepare = async (model: SpeechModel | null): Promise<void> => void this.prepared.push(model?.name);

    become(state: EarState): void {
      this.state = state;
      this.dispatchEvent(new Event("state"));
    }
  }

  it("has the ear listen with the larger model once it is here, but not amid a sentence", async () => {
    const models = phone();
    const ear = new FakeEar();
    await keepUpWith(models, ear as unknown as Ear, new AbortController().signal);
    expect(ear.prepared).toEqual(["starter"]);
    ear.become("listening");
    await models.start();
    expect(ear.prepared).toEqual(["starter"]);
    ear.become("ready");
    expect(ear.prepared).toEqual(["starter", "official"]);
  });

  it("does not ask an ear that fell asleep to prepare the same model again and again", async () => {
    const models = phone(starter.model);
    const ear = new FakeEar();
    await keepUpWith(models, ear as unknown as Ear, new AbortController().signal);
    ear.become("unfetched");
    ear.become("unfetched");
    expect(ear.prepared).toEqual(["starter"]);
  });

  it("ends when the ear is to keep up with others", async () => {
    const [before, ending] = [phone(), new AbortController()];
    const ear = new FakeEar();
    await keepUpWith(before, ear as unknown as Ear, ending.signal);
    ending.abort();
    await before.start();
    expect(before.state).toBe("here");
    expect(ear.prepared).toEqual(["starter"]);
  });
});

import { describe, expect, it } from "vitest";

import { UnreadableAnswer } from "../../../static/src/sync/errors";
import { openModels } from "../../../static/src/sync/models";
import { door } from "./door";

const MODEL = { name: "starter-en", language: "en", bytes: 5, starter: true, in_use: true };
const RUNNING = { name: "vosk-model", step: "fetching", done: 2, total: 9, running: true, problem: "" };
const ALL = { models: [MODEL], installation: RUNNING, may_change: true };

describe("the server's models", () => {
  it("are read with the installation that is under way", async () => {
    const way = door(ALL);
    expect(await openModels(way).all()).toEqual({
      models: [{ name: "starter-en", language: "en", bytes: 5, starter: true, inUse: true }], installation: RUNNING, mayChange: true,
    });
    expect(way.passed).toEqual([["/api/voice/models"]]);
  });

  it("may have nothing under way", async () => {
    expect((await openModels(door({ ...ALL, installation: null })).all()).installation).toBeNull();
  });

  it.each(["install", "use", "remove"] as const)("are told by name what to %s", async (deed) => {
    const way = door(ALL);
    await openModels(way)[deed]("vosk-model");
    expect(way.passed).toEqual([[`/api/voice/models/${deed}`, { name: "vosk-model" }]]);
  });

  it.each([[{ ...ALL, models: null }, "models.models"], [{ ...ALL, models: [{}] }, "model.name"],
    [{ ...ALL, installation: { ...RUNNING, step: "dancing" } }, "installation.step"]])("of another shape are not read", async (answer, place) => {
    const error = await openModels(door(answer)).all().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(UnreadableAnswer);
    expect(error).toMatchObject({ place });
  });
});

describe("the official models", () => {
  it("are read by name, language and size", async () => {
    const offered = { name: "vosk-model-small-de-0.15", language: "de", locale: "de", bytes: 45 };
    expect(await openModels(door([offered])).official()).toEqual([offered]);
  });
});

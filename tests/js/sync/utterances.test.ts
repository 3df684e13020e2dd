import { beforeEach, describe, expect, it } from "vitest";

import { openUtterances } from "../../../static/src/sync/utterances";
import { FakeServer } from "../fake_server";
import { Phone } from "./phone";

const server = new FakeServer();
let phone: Phone;

beforeEach(() => {
  phone = new Phone(server);
});

const open = () => phone.use(async () => openUtterances(server.session(), "en", phone.browser.rim(server.api())));

describe("utterances", () => {
  it("wait on the phone, oldest first, until they are deleted", async () => {
    const utterances = await open();
    const [first, second] = [await utterances.put("l1", new Blob(["RIFF1"])), await utterances.put("l1", new Blob(["RIFF2"]))];
    await utterances.put("l2", new Blob(["RIFF3"]));
    utterances.close();
    const again = await open();
    const kept = await again.list("l1");
    expect(kept.map(({ id, at }) => [id, at])).toEqual([[first, phone.browser.time.getTime()], [second, phone.browser.time.getTime()]]);
    expect(await kept[1]!.wav.text()).toBe("RIFF2");
    await again.delete(first);
    expect((await again.list("l1")).map(({ id }) => id)).toEqual([second]);
  });

  it("are heard by the server and kept until it was told to forget them", async () => {
    const utterances = await open();
    await utterances.put("l1", new Blob(["RIFF"]));
    const [kept] = await utterances.list("l1");
    expect(await utterances.transcribe(kept!)).toEqual({ transcript: "", words: [], alternatives: [] });
    expect(await utterances.list("l1")).toHaveLength(1);
  });
});

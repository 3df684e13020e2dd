import { describe, expect, it } from "vitest";

import { localVoice, wantAloud, wantsAloud } from "../../../../static/src/elements/speak/aloud";

const voice = (lang: string, localService: boolean, usual = false) => ({ lang, localService, default: usual });

describe("the voice that speaks answers", () => {
  it("is never one of the network", () => expect(localVoice("en-IE", [voice("en-IE", false), voice("de-DE", true)])).toBeNull());

  it("is of the region where there is one, else the device's usual one of the language", () => {
    const voices = [voice("en-US", true), voice("en-GB", true, true), voice("en_IE", true)];
    expect(localVoice("en-IE", voices)?.lang).toBe("en_IE");
    expect(localVoice("en-AU", voices)?.lang).toBe("en-GB");
  });

  it("is silent until it is wanted", () => {
    const kept = new Map<string, string>();
    const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
    expect(wantsAloud(storage)).toBe(false);
    wantAloud("on", storage);
    expect(wantsAloud(storage)).toBe(true);
  });
});

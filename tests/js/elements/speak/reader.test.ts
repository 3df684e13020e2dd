import type { ReactiveControllerHost } from "lit";
import { afterEach, describe, expect, it, vi } from "vitest";

import { Reader } from "../../../../static/src/elements/speak/reader";

class Utterance {
  onend: (() => void) | null = null;
  constructor(readonly text: string) {}
}

/** A device with one voice of its own, as far as reading aloud asks for it, and an element on its screen. */
function device(...languages: string[]) {
  const voices = languages.map((lang) => ({ lang, localService: true, default: true }));
  const said: Utterance[] = [];
  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    speak: (utterance: Utterance) => said.push(utterance),
    cancel: () => said.at(-1)?.onend?.(),
  });
  vi.stubGlobal("speechSynthesis", synthesis);
  vi.stubGlobal("SpeechSynthesisUtterance", Utterance);
  const host = { drawn: 0, addController: () => undefined, requestUpdate: () => (host.drawn += 1) };
  const reader = new Reader(host as unknown as ReactiveControllerHost);
  reader.hostConnected();
  return { reader, host, said, synthesis };
}

describe("an element that reads aloud", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("reads, and stops when it is tapped again", () => {
    const { reader, said, host } = device("en-IE");
    reader.toggle("Two euros.", "en-IE");
    expect(said.map(({ text }) => text)).toEqual(["Two euros."]);
    expect(reader.speaking).toBe(true);
    reader.toggle("Two euros.", "en-IE");
    expect(reader.speaking).toBe(false);
    expect(said).toHaveLength(1);
    expect(host.drawn).toBe(2);
  });

  it("is drawn anew when voices come, until it leaves the screen", () => {
    const { reader, host, synthesis } = device("en-IE");
    synthesis.dispatchEvent(new Event("voiceschanged"));
    expect(host.drawn).toBe(1);
    reader.hostDisconnected();
    synthesis.dispatchEvent(new Event("voiceschanged"));
    expect(host.drawn).toBe(1);
  });

  it("falls silent as it leaves the screen", () => {
    const { reader } = device("en-IE");
    reader.read("Two euros.", "en-IE");
    reader.hostDisconnected();
    expect(reader.speaking).toBe(false);
  });

  it("says nothing in a language without a voice", () => {
    const { reader, said } = device("de-DE");
    expect(reader.reads("en-IE")).toBe(false);
    reader.read("Two euros.", "en-IE");
    expect(said).toEqual([]);
    expect(reader.speaking).toBe(false);
  });
});

import { describe, expect, it } from "vitest";

import { spokenAnswer } from "../../../../static/src/elements/speak/answer";
import { say } from "../../../../static/src/lib/say";

const WORDS = { yes: say("answers.yes"), no: say("answers.no"), undo: say("answers.undo"), filler: say("answers.filler") };

const answer = (transcript: string, conf = 0.9) =>
  spokenAnswer({ transcript, words: transcript.split(" ").map((word) => ({ word, conf })), alternatives: [] }, WORDS);

describe("spokenAnswer", () => {
  it.each(["yes", "yes please", "save", "save it", "okay save it", "yes save that", "that is right", "Yes", "um yes"])("takes %s for a yes", (said) =>
    expect(answer(said)).toBe("yes"));

  it.each(["no", "cancel", "cancel that", "no thank you", "never mind", "don't save it", "do not save", "forget it please"])("takes %s for a no", (said) =>
    expect(answer(said)).toBe("no"));

  it.each(["undo", "undo that", "take it back please"])("takes %s for an undo", (said) => expect(answer(said)).toBe("undo"));

  it.each([
    "yes but make it twenty", "no make it twenty", "yes no", "save twenty euros", "four euros for coffee", "no idea what lidl cost",
    "please", "it", "", "yesterday", "how much did i save",
  ])("takes %j for none", (said) => expect(answer(said)).toBeNull());

  it("trusts a no that is in doubt, but no such yes", () => {
    expect(answer("yes", 0.4)).toBeNull();
    expect(answer("no", 0.4)).toBe("no");
  });

  it("takes a phrase of another language whole", () => {
    const german = { yes: "ja, ja bitte", no: "nein, nicht sichern", undo: "rückgängig", filler: "bitte" };
    expect(spokenAnswer({ transcript: "nicht sichern", words: [], alternatives: [] }, german)).toBe("no");
  });
});

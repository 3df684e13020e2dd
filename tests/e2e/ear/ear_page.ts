/** A page with nothing but the ear, for tests/e2e/test_voice.py: `prepare`, then `listen` for one sentence. */

import type { Hypothesis } from "../../../static/src/ledger/reading";
import type { EarTrouble, Listening, SpeechModel } from "../../../static/src/voice/ear";
import { openEar } from "../../../static/src/voice/open_ear";

interface Heard {
  readonly partials: readonly string[];
  readonly loudest: number;
  readonly states: readonly string[];
  readonly hypothesis: Hypothesis | null;
  readonly wav: readonly number[] | null;
  readonly trouble: EarTrouble | null;
  /** Milliseconds from the start of listening to the first sound, the first words, and the end. */
  readonly live: number | null;
  readonly firstWords: number | null;
  readonly took: number;
}

const ear = openEar({ fetchModel: (url) => fetch(url) });

async function prepare(model: SpeechModel | null): Promise<{ state: string; where: string; took: number; progress: number }> {
  const begun = performance.now();
  let progress = 0;
  ear.addEventListener("progress", () => (progress += 1));
  await ear.prepare(model);
  return { state: ear.state, where: ear.where, took: performance.now() - begun, progress };
}

function listen(act: (listening: Listening) => void = () => undefined): Promise<Heard> {
  const begun = performance.now();
  const partials: string[] = [];
  const states: string[] = [];
  let loudest = 0;
  let firstWords: number | null = null;
  let live: number | null = null;
  const note = (): number => states.push(ear.state);
  ear.addEventListener("state", note);
  return new Promise((resolve) => {
    const end = (hypothesis: Hypothesis | null, wav: readonly number[] | null, trouble: EarTrouble | null): void => {
      ear.removeEventListener("state", note);
      resolve({ partials, loudest, states, hypothesis, wav, trouble, live, firstWords, took: performance.now() - begun });
    };
    void ear.listen({
      live: () => (live = performance.now() - begun),
      partial: (words) => {
        firstWords ??= performance.now() - begun;
        partials.push(words);
      },
      level: (level) => (loudest = Math.max(loudest, level)),
      final: (hypothesis, wav) => void bytesOf(wav).then((bytes) => end(hypothesis, bytes, null)),
      trouble: (trouble) => end(null, null, trouble),
    }).then(act);
  });
}

async function bytesOf(wav: Blob | null): Promise<readonly number[] | null> {
  return wav && [...new Uint8Array(await wav.arrayBuffer())];
}

Object.assign(window, { ear, prepare, listen });

/** What tells a person who does not look that listening began or ended: a short sound and a short shake. */

import { chosen } from "./choices";

export type Cue = "begun" | "ended";

/** Hertz of the two notes: rising at the beginning, falling at the end. */
const NOTES: Readonly<Record<Cue, readonly [number, number]>> = { begun: [660, 990], ended: [990, 660] };
/** Seconds of a note; both together are shorter than what counts as a voice. */
const NOTE = 0.045;
const SOFT = 0.08;
/** Milliseconds: shaken, still, shaken … */
const SHAKES: Readonly<Record<Cue, readonly number[]>> = { begun: [15], ended: [10, 50, 10] };

export function give(cue: Cue, context: BaseAudioContext): void {
  if (chosen("sounds")) play(NOTES[cue], context);
  if (chosen("vibration")) navigator.vibrate?.([...SHAKES[cue]]);
}

function play(notes: readonly number[], context: BaseAudioContext): void {
  const loudness = new GainNode(context, { gain: 0 });
  const sound = new OscillatorNode(context);
  const now = context.currentTime;
  notes.forEach((hertz, place) => sound.frequency.setValueAtTime(hertz, now + place * NOTE));
  loudness.gain.setTargetAtTime(SOFT, now, NOTE / 8);
  loudness.gain.setTargetAtTime(0, now + (notes.length - 0.5) * NOTE, NOTE / 8);
  sound.connect(loudness).connect(context.destination);
  sound.start(now);
  sound.stop(now + notes.length * NOTE);
}

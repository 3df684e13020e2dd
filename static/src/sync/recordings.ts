/** Recordings that the server keeps because this person asked for it: the switch, the list, deleting. */

import { type Door, openDoor } from "./api";
import { documentAt, listAt, textAt } from "./wire";
import { UnreadableAnswer } from "./errors";

export interface KeptRecording {
  readonly id: string;
  /** When it was heard, ms since 1970. */
  readonly at: number;
  readonly seconds: number;
  /** What was heard in it. */
  readonly words: string;
  /** Where its sound is. */
  readonly address: string;
}

export interface Keeping {
  readonly keeping: boolean;
  /** Seconds of sound that are kept at most; older recordings make room. */
  readonly most: number;
  /** Newest first. */
  readonly recordings: readonly KeptRecording[];
}

/** Every method throws Unreachable, SignedOut, Refused or UnreadableAnswer. */
export interface RecordingDoor {
  all(): Promise<Keeping>;
  keep(): Promise<Keeping>;
  /** Keep nothing any more: what was kept is deleted. */
  stop(): Promise<Keeping>;
  drop(id: string): Promise<Keeping>;
}

const RECORDINGS = "/api/voice/recordings";

export function openRecordings(door: Door = openDoor()): RecordingDoor {
  const tell = async (deed: string, body: object) => keepingOf(await door.tell(`${RECORDINGS}/${deed}`, body));
  return {
    all: async () => keepingOf(await door.ask(RECORDINGS)),
    keep: () => tell("keep", {}),
    stop: () => tell("stop", {}),
    drop: (id) => tell("drop", { id }),
  };
}

function keepingOf(found: unknown): Keeping {
  const { keeping, most, recordings } = documentAt(found, "keeping");
  if (typeof keeping !== "boolean") throw new UnreadableAnswer("keeping.keeping");
  return { keeping, most: numberAt(most, "keeping.most"), recordings: listAt(recordings, "keeping.recordings").map(recordingOf) };
}

function recordingOf(found: unknown): KeptRecording {
  const { id, at, seconds, words } = documentAt(found, "recording");
  const known = textAt(id, "recording.id");
  return {
    id: known, at: numberAt(Date.parse(textAt(at, "recording.at")), "recording.at"), seconds: numberAt(seconds, "recording.seconds"),
    words: textAt(words, "recording.words"), address: `${RECORDINGS}/${known}`,
  };
}

function numberAt(found: unknown, path: string): number {
  if (typeof found !== "number" || !Number.isFinite(found)) throw new UnreadableAnswer(path);
  return found;
}

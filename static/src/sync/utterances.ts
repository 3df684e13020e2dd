/** Recordings that wait for the server to listen to them, and asking it to. */

import { newId } from "../lib/ids";
import type { Hypothesis } from "../ledger/reading";
import { Database, type Utterance } from "./database";
import { browserRim, type Rim } from "./rim";
import type { Session } from "./session";

export type { Utterance } from "./database";

/** A person's recordings on this phone. Methods throw StorageFull, StorageFailed; `transcribe` the api's errors. */
export interface Utterances {
  /** Keep a recording; resolves with its id when it is on the disk. */
  put(ledger: string, wav: Blob): Promise<string>;
  /** Those of a ledger, oldest first. */
  list(ledger: string): Promise<readonly Utterance[]>;
  /** What other apps shared, oldest first: it is this person's from now on. */
  shared(): Promise<readonly Utterance[]>;
  delete(id: string): Promise<void>;
  /** What the server hears in a recording; it stays kept until deleted. */
  transcribe(utterance: Pick<Utterance, "ledger" | "wav">): Promise<Hypothesis>;
  close(): void;
}

/** `language` is the one that is spoken on this phone. */
export function openUtterances(session: Session, language: string, rim: Rim = browserRim()): Utterances {
  const database = new Database(session.person.id);
  return {
    put: (ledger, wav) => put(database, { id: newId(), ledger, wav, at: rim.now().getTime() }),
    list: async (ledger) => (await all(database)).filter((utterance) => utterance.ledger === ledger),
    shared: async () => (await import("./shared_sounds")).sharedWith(database, rim.now()),
    delete: (id) => database.write(["utterances"], (writing) => writing.objectStore("utterances").delete(id)),
    transcribe: ({ ledger, wav }) => rim.api.postUtterance(ledger, wav, language),
    close: () => database.close(),
  };
}

async function put(database: Database, utterance: Utterance): Promise<string> {
  await database.write(["utterances"], (writing) => writing.objectStore("utterances").put(utterance));
  return utterance.id;
}

/** In the order of their ids, which is that of their making. */
function all(database: Database): Promise<readonly Utterance[]> {
  return database.read(["utterances"], (reading) => reading.objectStore("utterances").getAll());
}

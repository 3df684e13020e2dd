/** The server as the ear: a recording is kept on this phone first, so that nothing is lost on the way. */

import type { Hypothesis } from "../../ledger/reading";
import { say } from "../../lib/say";
import { Refused, StorageFull, SyncError, Unreachable } from "../../sync/errors";
import type { House } from "../parts/house";
import type { KeptSound } from "./kept_sound";

/** The recording stays on this phone; `why` is the sentence that says so. */
export interface Kept {
  readonly why: string;
}

/**
 * What the server heard, or why the recording is kept instead; a sound that is `kept` already is not kept twice.
 * Throws StorageFull, StorageFailed when it could not even be kept.
 */
export async function hearOnServer(house: House, wav: Blob, kept: KeptSound | null): Promise<Hypothesis | Kept> {
  const id = kept ? null : await house.utterances.put(house.store.ledger.id, wav).catch((error: unknown) => full(error));
  try {
    const heard = await patiently(() => house.utterances.transcribe({ ledger: house.store.ledger.id, wav }));
    if (typeof id === "string") await house.utterances.delete(id);
    return heard;
  } catch (error) {
    if (id instanceof StorageFull) throw id;
    if (error instanceof SyncError) return { why: whyKept(error) };
    throw error;
  }
}

/** Seconds that a person waits for a busy server; the recording is kept where it asks for more. */
const PATIENCE = 5;

/** Ask once more where the server is busy and names a time to come again. */
async function patiently(ask: () => Promise<Hypothesis>): Promise<Hypothesis> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof Refused) || error.retryAfter === null || error.retryAfter > PATIENCE) throw error;
    await new Promise((resolve) => setTimeout(resolve, 1000 * (error.retryAfter ?? 0)));
    return ask();
  }
}

/** Without room to keep it the recording is still sent. */
function full(error: unknown): StorageFull {
  if (error instanceof StorageFull) return error;
  throw error;
}

function whyKept(error: SyncError): string {
  if (error instanceof Unreachable) return say("trouble.kept");
  return `${error.message} ${say("trouble.kept_anyway")}`;
}

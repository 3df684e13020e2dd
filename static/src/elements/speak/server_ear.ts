/** The server as the ear: a recording is kept on this phone first, so that nothing is lost on the way. */

import type { Hypothesis } from "../../ledger/reading";
import { SyncError } from "../../sync/errors";
import type { House } from "../parts/house";

/** What the server heard; null when it could not be asked now and the recording stays kept. Throws StorageFull, StorageFailed. */
export async function hearOnServer(house: House, wav: Blob): Promise<Hypothesis | null> {
  const id = await house.utterances.put(house.store.ledger.id, wav);
  try {
    const heard = await house.utterances.transcribe({ wav });
    await house.utterances.delete(id);
    return heard;
  } catch (error) {
    if (error instanceof SyncError) return null;
    throw error;
  }
}

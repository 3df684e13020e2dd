/** What a person leaves on this phone who signs out of it. */

import { Database, LEDGER_STORES } from "./database";

const STORES = [...LEDGER_STORES, "utterances", "copies"] as const;

/**
 * Empty a person's storage on this phone; false, and nothing is removed, while entries or recordings are on it alone. Looked
 * for and removed in one transaction, so that what another tab saves is there before it, or is not taken.
 */
export async function wipeUnlessWaiting(person: number): Promise<boolean> {
  const database = new Database(person);
  try {
    return await database.write(STORES, async (writing) => {
      const alone = await Promise.all([writing.objectStore("outbox").count(), writing.objectStore("utterances").count()]);
      if (alone.some((count) => count > 0)) return false;
      await Promise.all(STORES.map((store) => writing.objectStore(store).clear()));
      return true;
    });
  } finally {
    database.close();
  }
}

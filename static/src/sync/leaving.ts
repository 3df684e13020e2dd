/** What a person leaves on this phone who signs out of it. */

import { Database, removeDatabase } from "./database";

/** Remove their ledgers from this phone; false, and nothing is removed, while entries or recordings are on it alone. */
export async function wipeUnlessWaiting(person: number): Promise<boolean> {
  if (await waits(person)) return false;
  await removeDatabase(person);
  return true;
}

async function waits(person: number): Promise<boolean> {
  const database = new Database(person);
  try {
    const stores = ["outbox", "utterances"] as const;
    const counts = await database.read(stores, (reading) => Promise.all(stores.map((store) => reading.objectStore(store).count())));
    return counts.some((count) => count > 0);
  } finally {
    database.close();
  }
}

/** Sound files that other apps shared: those of the person whose page reads them first, kept as recordings are. */

import { SHARED_CACHE } from "../lib/shared_cache";
import type { Database, Utterance } from "./database";

/** They belong to no ledger before they are drafts. */
const NO_LEDGER = "";

let claiming: Promise<void> | null = null;

/** All that a person has, oldest first, with those that were nobody's until now; throws StorageFull, StorageFailed where there are none but those. */
export async function sharedWith(database: Database, now: Date): Promise<readonly Utterance[]> {
  claiming ??= claim(database, now).finally(() => (claiming = null));
  const claimed = await claiming.then(() => null, (error: unknown) => error);
  const utterances = await database.read(["utterances"], (reading) => reading.objectStore("utterances").getAll());
  const shared = utterances.filter(({ ledger }) => ledger === NO_LEDGER);
  if (claimed !== null && shared.length === 0) throw claimed;
  return shared;
}

/** Kept on the disk first, forgotten then: one that is claimed twice is one, by its id. */
async function claim(database: Database, now: Date): Promise<void> {
  if (!("caches" in globalThis) || !(await caches.has(SHARED_CACHE))) return;
  const cache = await caches.open(SHARED_CACHE);
  for (const request of await cache.keys()) {
    const wav = await (await cache.match(request))?.blob();
    const id = new URL(request.url).pathname.split("/").at(-1) ?? "";
    if (wav) await database.write(["utterances"], (writing) => writing.objectStore("utterances").put({ id, ledger: NO_LEDGER, wav, at: now.getTime() }));
    await cache.delete(request);
  }
}

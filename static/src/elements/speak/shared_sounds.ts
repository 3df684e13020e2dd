/** Sound files that other apps shared, as the service worker kept them on this phone (static/src/sw.ts). */

import type { KeptSound } from "./kept_sound";

const CACHE = "my-funds-shared";

export interface SharedSound extends KeptSound {
  readonly file: Blob;
}

/** All that wait, oldest first. */
export async function sharedSounds(): Promise<readonly SharedSound[]> {
  if (!("caches" in globalThis) || !(await caches.has(CACHE))) return [];
  const cache = await caches.open(CACHE);
  const sounds = (await cache.keys()).map(async (request): Promise<SharedSound | null> => {
    const kept = await cache.match(request);
    const id = new URL(request.url).pathname.split("/").at(-1) ?? "";
    return kept ? { id, file: await kept.blob(), drop: async () => void (await cache.delete(request)) } : null;
  });
  return (await Promise.all(sounds)).filter((sound) => sound !== null);
}

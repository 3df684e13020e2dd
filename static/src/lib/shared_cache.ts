/** Where the service worker keeps the sound files that other apps share: it knows no person, so they are nobody's yet. */

export const SHARED_CACHE = "my-funds-shared";

/** Forget what nobody has read: whoever comes next must not hear it. */
export async function wipeShared(): Promise<void> {
  if ("caches" in globalThis) await caches.delete(SHARED_CACHE);
}

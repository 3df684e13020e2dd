/** The service worker: the whole app from the cache, the network for the rest; an update waits until the person agrees. */

import { newId } from "./lib/ids";
import { SHARED_CACHE } from "./lib/shared_cache";

/** Replaced by the build: the hash of what is precached, and its addresses. */
declare const __BUILD__: string;
declare const __PRECACHE__: readonly string[];

const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const SHELL = "/";
const CACHE = `my-funds-app-${__BUILD__}`;
/** Where other apps share sound files to (templates/manifest.json); the page that reads them makes them its person's (sync/shared_sounds.ts). */
const SHARED = "/shared";
const NOT_OURS = ["/accounts", "/api", "/admin", "/phone"];

worker.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll([SHELL, ...__PRECACHE__])));
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(dropOlderCaches().then(() => worker.clients.claim()));
});

worker.addEventListener("message", (event) => {
  if (event.data === "activate") void worker.skipWaiting();
});

worker.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method === "POST" && url.pathname === SHARED) return event.respondWith(keepShared(event.request));
  if (event.request.method !== "GET" || url.origin !== worker.location.origin) return;
  if (NOT_OURS.some((start) => url.pathname.startsWith(start))) return;
  event.respondWith(event.request.mode === "navigate" ? cached(SHELL, event.request) : cached(event.request, event.request));
});

async function cached(key: string | Request, request: Request): Promise<Response> {
  const ours = await caches.open(CACHE);
  return (await ours.match(key)) ?? (await caches.match(key)) ?? fetch(request);
}

/** The version before this one stays for tabs that still run it. */
async function dropOlderCaches(): Promise<void> {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith("my-funds-app-") && name !== CACHE);
  await Promise.all(older.slice(0, -1).map((name) => caches.delete(name)));
}

/** What another app shares stays on this phone; no server sees it. */
async function keepShared(request: Request): Promise<Response> {
  const fields = await request.formData().catch(() => new FormData());
  const files = fields.getAll("sound").filter((field) => field instanceof File);
  const shared = await caches.open(SHARED_CACHE);
  for (const file of files) await shared.put(`${SHARED}/${newId()}`, new Response(file)).catch(() => undefined);
  return Response.redirect("/?shared", 303);
}

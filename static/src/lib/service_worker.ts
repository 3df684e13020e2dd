/** Register the service worker and tell when a newer version of the app waits. */

import { trustedScriptURL } from "./trusted";

/**
 * `onUpdate` is given a function that switches to the waiting version and reloads the page once. Where the browser
 * refuses service workers (some private windows) the page works on without one.
 */
export async function registerServiceWorker(onUpdate: (apply: () => void) => void): Promise<void> {
  const registration = await registered();
  if (registration) watch(registration, onUpdate);
}

async function registered(): Promise<ServiceWorkerRegistration | null> {
  try {
    return (await navigator.serviceWorker.register(trustedScriptURL("/sw.js"))) ?? null;
  } catch (error) {
    console.info("works without a service worker:", error);
    return null;
  }
}

function watch(registration: ServiceWorkerRegistration, onUpdate: (apply: () => void) => void): void {
  const offer = (worker: ServiceWorker): void => onUpdate(() => activate(worker));
  if (registration.waiting && navigator.serviceWorker.controller) offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed" && navigator.serviceWorker.controller) offer(worker);
    });
  });
}

/** Other tabs keep running the version they have; only this one reloads. */
function activate(worker: ServiceWorker): void {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  worker.postMessage("activate");
}

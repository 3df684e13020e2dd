/** What the network kept from working is tried again by itself. */

import { onWake } from "../lib/waking";

/** Milliseconds after which it is tried although nothing changed here: the server may have been away. */
const NOW_AND_THEN = 30_000;

/** Call once when the network returns; the answer gives up. */
export function onceOnline(again: () => void): () => void {
  window.addEventListener("online", again, { once: true });
  return () => window.removeEventListener("online", again);
}

/** Call once when the page is seen again or the network returns, at the latest after a while; the answer gives up. */
export function onceBetter(again: () => void, after = NOW_AND_THEN): () => void {
  const stop = (): void => {
    sleep();
    clearTimeout(timer);
  };
  const go = (): void => {
    stop();
    again();
  };
  const sleep = onWake(go);
  const timer = setTimeout(go, after);
  return stop;
}

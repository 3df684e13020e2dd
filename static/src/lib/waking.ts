/** The page comes back: it is seen again, or the network returned. */

/** Call whenever the page becomes visible or the network returns; the answer stops it. */
export function onWake(wake: () => void): () => void {
  const seen = () => document.visibilityState === "visible" && wake();
  document.addEventListener("visibilitychange", seen);
  window.addEventListener("online", wake);
  return () => {
    document.removeEventListener("visibilitychange", seen);
    window.removeEventListener("online", wake);
  };
}

/** Keeps the screen on while somebody speaks. */

/** Ask for the screen to stay on; call the answer when it may go off again. A browser that cannot changes nothing. */
export function keepScreenOn(): () => void {
  const lock = navigator.wakeLock?.request("screen").catch(() => null) ?? Promise.resolve(null);
  return () => void lock.then((held) => held?.release()).catch(() => undefined);
}

/** Whether one may speak, and who will listen, in words. */

import { say } from "../../lib/say";
import type { Ear } from "../../voice/ear";

/**
 * What stands under the microphone while nobody speaks. `ear` is undefined until its code has come and null when it did
 * not come; `fetched` is how much of the voice model has arrived, 0…1, or null while none is fetched.
 */
export function earWords(ear: Pick<Ear, "state" | "where" | "gaveUp"> | null | undefined, fetched: number | null): string {
  if (ear?.gaveUp) return say("ear.gave_up");
  if (ear?.where === "server") return say("ear.server");
  if (ear === null || ear?.state === "unfetched") return say("ear.unfetched");
  if (ear === undefined || ear.state === "asleep") return say("ear.preparing");
  if (ear.state !== "preparing") return say("ear.ready");
  return fetched === null ? say("ear.preparing") : say("ear.fetching", { percent: Math.floor(100 * fetched) });
}

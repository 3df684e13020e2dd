/** What the address asks the speak screen for: to listen at once, or to open what another app shared. */

import type { Conversation } from "./conversation";
import { sharedSounds } from "./shared_sounds";

/** Only where the microphone was allowed before, so that nobody is surprised. */
export async function listenIfAllowed(talk: Conversation): Promise<void> {
  const state = await navigator.permissions?.query({ name: "microphone" }).catch(() => null);
  if (state?.state === "granted") await talk.listen();
}

export async function openShared(talk: Conversation): Promise<void> {
  const [first] = await sharedSounds();
  if (first) await talk.open(first.file, first);
  else talk.tell("not_shared");
}

/** What the address asks the speak screen for: to listen at once, or to open what another app shared. */

import { microphoneAllowed } from "../../lib/microphone_permission";
import type { Conversation } from "./conversation";
import { sharedSounds } from "./shared_sounds";

export async function listenIfAllowed(talk: Conversation): Promise<void> {
  if (await microphoneAllowed()) await talk.listen();
}

export async function openShared(talk: Conversation): Promise<void> {
  const [first] = await sharedSounds();
  if (first) await talk.open(first.file, first);
  else talk.tell("not_shared");
}

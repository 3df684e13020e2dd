/** What the address asks the speak screen for: to listen at once, or to open what another app shared. */

import { microphoneAllowed } from "../../lib/microphone_permission";
import type { House } from "../parts/house";
import { sentenceOf } from "../parts/problem";
import type { Conversation } from "./conversation";
import { sharedSounds } from "./shared_sounds";

export async function listenIfAllowed(talk: Conversation): Promise<void> {
  if (await microphoneAllowed()) await talk.listen();
}

export async function openShared(talk: Conversation, house: House): Promise<void> {
  try {
    const [first] = await sharedSounds(house);
    if (first) await talk.open(first.file, first);
    else talk.tell({ kind: "trouble", trouble: "not_shared" });
  } catch (error) {
    talk.tell({ kind: "failed", sentence: sentenceOf(error) });
  }
}

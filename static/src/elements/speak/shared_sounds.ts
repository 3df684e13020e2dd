/** Sound files that other apps shared with the person who is here. */

import type { House } from "../parts/house";
import type { KeptSound } from "./kept_sound";

export interface SharedSound extends KeptSound {
  readonly file: Blob;
}

/** All that wait, oldest first. */
export async function sharedSounds({ utterances }: Pick<House, "utterances">): Promise<readonly SharedSound[]> {
  return (await utterances.shared()).map(({ id, wav }) => ({ id, file: wav, drop: () => utterances.delete(id) }));
}

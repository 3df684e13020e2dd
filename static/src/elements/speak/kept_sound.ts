/** A sound that waits on this phone until its drafts are saved. */

import { followingId, newId } from "../../lib/ids";

export interface KeptSound {
  /** A UUID. */
  readonly id: string;
  /** Forget it: its drafts are saved, or nothing can come of it. */
  drop(): Promise<void>;
}

/** The ids of drafts: those of a kept sound are the same each time it is read, so that what was saved once is saved once. */
export function mintFor(kept: KeptSound | null): () => string {
  let count = 0;
  return kept === null ? newId : () => followingId(kept.id, `draft ${++count}`);
}

/** Any error as a sentence for the person. */

import { DraftIncomplete } from "../../ledger/drafts";
import { say } from "../../lib/say";
import { SyncError } from "../../sync/errors";

/** The sentence of one of our errors (they carry their remedy); a plain one for any other. */
export function sentenceOf(error: unknown): string {
  const ours = error instanceof SyncError || error instanceof DraftIncomplete;
  return ours ? error.message : say("problem.unknown");
}

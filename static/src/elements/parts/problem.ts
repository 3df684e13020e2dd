/** Any error as a sentence for the person. */

import { say } from "../../lib/say";
import { SyncError } from "../../sync/errors";

/** The sentence of one of our errors (they carry their remedy); a plain one for any other. */
export function sentenceOf(error: unknown): string {
  return error instanceof SyncError ? error.message : say("problem.unknown");
}

/** Where the ledger stands, in words: saved here, synced, or needing attention. */

import { say } from "../../lib/say";
import type { SyncState } from "../../sync/store";
import type { IconName } from "./icons";
import { sayCount } from "./wording";

export interface Standing {
  readonly words: string;
  readonly icon: IconName;
  readonly tone: "good" | "quiet" | "warn";
  /** Where a tap leads, or null. */
  readonly address: string | null;
}

export function standingOf(state: SyncState): Standing {
  if (state.attention > 0) return { words: sayCount("standing.attention", state.attention), icon: "attention", tone: "warn", address: "/attention" };
  if (state.phase === "signed_out") return { words: say("standing.signed_out"), icon: "attention", tone: "warn", address: "/accounts/login/?next=/" };
  if (state.progress) return { words: progressWords(state.unsynced, state.progress), icon: "phone", tone: "quiet", address: null };
  if (state.overdue) return { words: sayCount("standing.overdue", state.unsynced), icon: "attention", tone: "warn", address: "/settings" };
  if (state.unsynced > 0) return { words: waitingWords(state), icon: "phone", tone: "quiet", address: null };
  return { ...settledWords(state), address: null };
}

function waitingWords({ phase, unsynced }: SyncState): string {
  if (phase === "syncing") return sayCount("standing.sending", unsynced);
  return sayCount(phase === "failed" ? "standing.saved_server_down" : "standing.saved_here", unsynced);
}

function settledWords({ phase, problem }: SyncState): Omit<Standing, "address"> {
  if (phase === "synced") return { words: say("standing.synced"), icon: "synced", tone: "good" };
  if (phase === "syncing") return { words: say("standing.syncing"), icon: "phone", tone: "quiet" };
  if (phase === "failed") return { words: problem ?? say("standing.failed"), icon: "cloud_off", tone: "quiet" };
  return { words: say("standing.offline"), icon: "cloud_off", tone: "quiet" };
}

function progressWords(count: number, progress: NonNullable<SyncState["progress"]>): string {
  if (progress.sending) return say("standing.sending_part", { count, ...percentOf(progress) });
  return say("standing.first_sync", percentOf(progress));
}

function percentOf({ done, total }: { readonly done: number; readonly total: number }): { percent: number } {
  return { percent: total > 0 ? Math.floor((100 * done) / total) : 0 };
}

/** What is saved in a ledger names accounts and categories of that ledger: others would wait at the server for a week. */

import type { Reading } from "./database";
import { SyncError } from "./errors";
import { ledgerMeta } from "./outbox";

/** Whatever a draft or a path of a step says to be its account or category. */
const NAMED = /(?:account|category)":"([^"]+)/gi;

/** Throws SyncError "foreign_account"; a ledger that is being fetched, or fetched anew, is believed. */
export async function refuseForeign(reading: Reading, ledger: string, saved: unknown): Promise<void> {
  const view = reading.objectStore("view");
  const named = [...JSON.stringify(saved).matchAll(NAMED)].map(([, id = ""]) => id);
  const held = await Promise.all(named.map((id) => view.getKey([ledger, "account", id])));
  if (held.includes(undefined) && (await ledgerMeta(reading, ledger)).cursor > 0) throw new SyncError("foreign_account");
}

/** Opening a person's ledger on this phone. */

import { newId } from "../lib/ids";
import { Database } from "./database";
import { SyncError } from "./errors";
import { pruneJournal } from "./outbox";
import { OutboxCount } from "./outbox_count";
import { PhoneStore } from "./phone_store";
import { countsOf } from "./reads";
import { browserRim, type Rim } from "./rim";
import type { Session, SessionLedger } from "./session";
import type { LedgerStore } from "./store";
import { say } from "../lib/say";
import { Syncer } from "./syncer";

/**
 * The store of one of the session's ledgers; it syncs by itself from now on, `close` ends that.
 * Throws NewerDatabase, StorageFull, StorageFailed, and SyncError "no_such_ledger".
 */
export async function openStore(session: Session, ledgerId: string, rim: Rim = browserRim()): Promise<LedgerStore> {
  const ledger = session.ledgers.find((found) => found.id === ledgerId);
  if (ledger === undefined) throw new SyncError("no_such_ledger", say("sync.no_such_ledger"));
  const database = new Database(session.person.id);
  await prepare(database, ledger, rim.now());
  const store = new PhoneStore(ledger, database, rim);
  await store.refresh();
  void rim.persist().catch(() => undefined);
  void lookBeside(store, session).catch(() => undefined);
  void store.sync();
  return store;
}

/** What waits in the person's other ledgers counts and is sent too, as soon as the code for it is here. */
async function lookBeside(store: PhoneStore, { ledgers }: Session): Promise<void> {
  const others = ledgers.filter(({ id, role }) => id !== store.ledger.id && role !== "viewer");
  if (others.length === 0) return;
  const { Beside } = await import("./beside");
  store.beside = new Beside(others.map(({ id }) => new OutboxCount(id)), countsOf, (...given) => new Syncer(...given), store.database, store.rim);
  await store.refresh();
  if (store.state.phase === "synced") await store.beside.send();
}

/** The device's and the ledger's first entries, where they are not there yet. */
async function prepare(database: Database, ledger: SessionLedger, now: Date): Promise<void> {
  await database.write(["meta", "journal"], async (writing) => {
    const meta = writing.objectStore("meta");
    if ((await meta.get("device")) === undefined) await meta.put({ key: "device", device: newId(), n: 0 });
    if ((await meta.get(`ledger:${ledger.id}`)) === undefined) {
      await meta.put({ key: `ledger:${ledger.id}`, cursor: 0, epoch: ledger.epoch, lastSynced: null });
    }
    await pruneJournal(writing, now);
  });
}

/** A ledger on this phone: saves to the outbox, and keeps the syncer and the other tabs told. */

import type { Change } from "../ledger/drafts";
import type { Correction } from "../ledger/lessons";
import { dayIn } from "../lib/days";
import type { Step } from "../ledger/steps";
import type { Account, Day, Draft, Fields, Sighting } from "../ledger/types";
import type { Beside } from "./beside";
import { type Database, LEDGER_STORES, type Writing } from "./database";
import { SyncError, ViewerMayNotWrite } from "./errors";
import { revive, take } from "./deeds";
import { learn } from "./lessons";
import { discard, ledgerMeta, outboxText, retry, save } from "./outbox";
import { OutboxCount } from "./outbox_count";
import { refuseForeign } from "./own_accounts";
import { PhoneReads } from "./phone_reads";
import type { Progress } from "./push";
import { countsOf, headOf } from "./reads";
import type { Rim, Word } from "./rim";
import { addAccount, addPayee, changeRow, correct, recordDraft, removal, settleConflicts, update } from "./saves";
import type { Corrected, LedgerHead, LedgerStore, OpenConflict, Phase, SyncState } from "./store";
import { Syncer } from "./syncer";

export class PhoneStore extends PhoneReads implements LedgerStore {
  state: SyncState = { phase: "waiting", unsynced: 0, attention: 0, lastSynced: null, progress: null };
  /** The person's other ledgers on this phone, once they are known. */
  beside: Beside | null = null;
  readonly #syncer: Syncer;
  readonly #count = new OutboxCount(this.ledger.id);
  readonly #tabs: { say(word: Word): void; leave(): void };

  constructor(ledger: LedgerHead, database: Database, readonly rim: Rim) {
    super(ledger, database);
    this.#tabs = rim.join(`my-funds-${database.person}`, (word) => this.#hear(word));
    this.#syncer = new Syncer(rim, database, ledger.id, {
      stands: (phase, progress) => this.#stand(phase, progress),
      failed: (problem) => this.#fail(problem),
      changed: () => this.#tellChange(),
      completed: () => this.#complete(),
    });
  }

  take(steps: readonly Step[]): Promise<readonly Step[]> {
    return this.#write((writing) => refuseForeign(writing, this.ledger.id, steps).then(() => take(writing, this.ledger.id, steps, this.#today(), this.rim.now())));
  }

  record(draft: Draft): Promise<string> {
    return this.#write((writing) => refuseForeign(writing, this.ledger.id, draft).then(() => recordDraft(writing, this.ledger.id, draft, this.rim.now())));
  }

  change(entity: "account" | "transaction" | "ledger" | "payee", id: string, fields: Fields, sighting?: Sighting): Promise<void> {
    return this.#write((writing) => changeRow(writing, this.ledger.id, update(entity, id, fields, sighting), this.#today(), this.rim.now()));
  }

  learn(transaction: string, found: readonly Correction[]): Promise<void> {
    return this.#write((writing) => learn(writing, this.ledger.id, transaction, found, this.#today(), this.rim.now()));
  }

  forget(lesson: string): Promise<void> {
    return this.#save([removal("lesson", lesson)]);
  }

  addAccount(name: string, kind: Account["kind"]): Promise<string> {
    return this.#write((writing) => addAccount(writing, this.ledger, name, kind, this.rim.now()));
  }

  addPayee(name: string): Promise<string> {
    return this.#write((writing) => addPayee(writing, this.ledger.id, name, this.rim.now()));
  }

  remove(id: string, sighting?: Sighting): Promise<void> {
    return this.#save([removal("transaction", id, sighting)]);
  }

  revive(id: string): Promise<void> {
    return this.#write((writing) => revive(writing, this.ledger.id, id, this.#today(), this.rim.now()));
  }

  settle(conflicts: readonly OpenConflict[], fields: Fields): Promise<void> {
    return this.#write((writing) => settleConflicts(writing, this.ledger.id, conflicts, fields, this.rim.now()));
  }

  discard(mid: string): Promise<void> {
    return this.#write((writing) => discard(writing, this.ledger.id, mid));
  }

  correct(mid: string, corrected: Corrected): Promise<void> {
    return this.#write((writing) => correct(writing, this.ledger.id, mid, corrected, this.rim.now()));
  }

  retry(mid: string): Promise<void> {
    return this.#write((writing) => retry(writing, this.ledger.id, mid));
  }

  exportOutbox(): Promise<string> {
    const beside = (this.state.beside ?? []).map(({ ledger }) => ledger);
    return this.read((reading) => outboxText(reading, this.ledger, beside));
  }

  sync(): Promise<void> {
    return this.#syncer.sync();
  }

  readonly hold = (): void => [this.#syncer, this.beside].forEach((one) => one?.hold());

  readonly release = (): void => [this.#syncer, this.beside].forEach((one) => one?.release());

  close(): void {
    void Promise.all([this.#syncer.close(), this.beside?.close()]).then(() => this.#tabs.leave()).then(() => this.database.close());
  }

  /** Read where the data stands; told to listeners when it differs. What the server refused leaves the lists. */
  async refresh(): Promise<void> {
    const now = this.rim.now();
    const [counts, { lastSynced }, head] = await this.read((reading) => Promise.all([
      countsOf(reading, this.#count, this.ledger.role, now).then((own) => this.beside?.counted(reading, own, now) ?? own), ledgerMeta(reading, this.ledger.id), headOf(reading, this.ledger),
    ]));
    const refused = counts.attention !== this.state.attention;
    this.#rename(head);
    this.#become({ ...this.state, ...counts, lastSynced });
    if (refused) this.dispatchEvent(new Event("change"));
  }

  #today(): Day {
    return dayIn(this.ledger.time_zone, this.rim.now());
  }

  async #save(changes: readonly Change[]): Promise<void> {
    await this.#write((writing) => save(writing, this.ledger.id, changes, this.rim.now()));
  }

  /** Save, and only then tell: this page, the other tabs, the syncer. */
  async #write<T>(work: (writing: Writing) => Promise<T>): Promise<T> {
    if (this.ledger.role === "viewer") throw new ViewerMayNotWrite();
    const answer = await this.database.write(LEDGER_STORES, work);
    this.#tellChange();
    await this.#stand(this.state.phase === "synced" ? "waiting" : this.state.phase, null);
    void this.#syncer.sync();
    return answer;
  }

  async #complete(): Promise<void> {
    await this.database.write(["meta"], async (writing) => {
      const meta = await ledgerMeta(writing, this.ledger.id);
      await writing.objectStore("meta").put({ ...meta, lastSynced: this.rim.now().getTime() });
    });
    void this.beside?.send();
  }

  #fail(problem: string | null): Promise<void> {
    if (problem !== null) this.#become({ ...this.state, phase: "failed", problem });
    return this.#stand("failed", null);
  }

  async #stand(phase: Phase, progress: Progress | null): Promise<void> {
    const { problem, ...state } = this.state;
    this.#become({ ...state, ...(phase === "failed" && problem !== undefined && { problem }), phase, progress });
    await this.refresh().catch((error: unknown) => this.#unread(error));
    this.#tabs.say({ ledger: this.ledger.id, about: "state" });
  }

  #tellChange(): void {
    this.dispatchEvent(new Event("change"));
    this.#tabs.say({ ledger: this.ledger.id, about: "change" });
  }

  #hear({ ledger, about }: Word): void {
    if (ledger === this.ledger.id && about === "change") this.dispatchEvent(new Event("change"));
    void this.refresh().catch((error: unknown) => this.#unread(error));
  }

  #become(state: SyncState): void {
    if (JSON.stringify(state) === JSON.stringify(this.state)) return;
    this.state = state;
    this.dispatchEvent(new Event("state"));
  }

  #rename(head: LedgerHead): void {
    if (JSON.stringify(head) === JSON.stringify(this.ledger)) return;
    this.ledger = head;
    this.dispatchEvent(new Event("change"));
  }

  #unread(error: unknown): void {
    if (!(error instanceof SyncError)) throw error;
    this.#become({ ...this.state, phase: "failed", problem: error.message });
  }
}

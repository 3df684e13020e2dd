/** What a ledger on this phone answers: reads from the view, the outbox and the journal. */

import type { Query } from "../ledger/reading";
import type { Reply } from "../ledger/reply";
import type { Step } from "../ledger/steps";
import type { Account, Day, Lesson, Minor, Month, Payee, RollupCell, Sighting, Transaction } from "../ledger/types";
import type { Database, Reading } from "./database";
import { lastEntryOf, stepsBack } from "./deeds";
import { lessonsOf } from "./lessons";
import { sightingOf } from "./outbox";
import { accountsOf, attentionOf, balancesOf, monthsOf, payeesOf, rollupOf, transactionOf, transactionsOf } from "./reads";
import type { Attention, LedgerHead, TransactionFilter } from "./store";

export class PhoneReads extends EventTarget {
  constructor(public ledger: LedgerHead, readonly database: Database) {
    super();
  }

  accounts(): Promise<readonly Account[]> {
    return this.read((reading) => accountsOf(reading, this.ledger.id));
  }

  payees(): Promise<readonly Payee[]> {
    return this.read((reading) => payeesOf(reading, this.ledger.id));
  }

  async transactions(filter: TransactionFilter = {}): Promise<readonly Transaction[]> {
    const { counted, limit } = filter;
    if (counted === undefined) return this.read((reading) => transactionsOf(reading, this.ledger.id, filter));
    const { countedBy } = await import("./replies");
    return this.read((reading) => countedBy(reading, this.ledger.id, counted, limit ?? Infinity));
  }

  transaction(id: string): Promise<Transaction | null> {
    return this.read((reading) => transactionOf(reading, this.ledger.id, id));
  }

  months(): Promise<readonly Month[]> {
    return this.read((reading) => monthsOf(reading, this.ledger.id));
  }

  rollup(month: Month): Promise<readonly RollupCell[]> {
    return this.read((reading) => rollupOf(reading, this.ledger.id, month));
  }

  balances(): Promise<ReadonlyMap<string, ReadonlyMap<string, Minor>>> {
    return this.read((reading) => balancesOf(reading, this.ledger.id));
  }

  attention(): Promise<Attention> {
    return this.read((reading) => attentionOf(reading, this.ledger.id));
  }

  async answer(query: Query, today: Day): Promise<Reply> {
    const { replyTo } = await import("./replies");
    return this.read((reading) => replyTo(reading, this.ledger, query, today));
  }

  lastEntry(): Promise<Transaction | null> {
    return this.read((reading) => lastEntryOf(reading, this.ledger.id));
  }

  lessons(): Promise<readonly Lesson[]> {
    return this.read((reading) => lessonsOf(reading, this.ledger.id));
  }

  stepsBack(): Promise<readonly Step[]> {
    return this.read((reading) => stepsBack(reading, this.ledger.id));
  }

  sighting(id: string): Promise<Sighting> {
    return this.read((reading) => sightingOf(reading, this.ledger.id, { entity: "transaction", id }));
  }

  protected read<T>(work: (reading: Reading) => Promise<T>): Promise<T> {
    return this.database.read(["outbox", "journal", "view", "rollup", "balances", "daybooks", "meta"], work);
  }
}

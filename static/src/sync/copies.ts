/** The server's last answers, kept for when it cannot be asked. */

import type { Month } from "../ledger/types";
import { Database } from "./database";
import { browserRim, type Rim } from "./rim";
import type { Session } from "./session";

/** An answer and when it was given, ms since 1970; `fresh` when it is of this moment. */
export interface Answer {
  readonly answer: unknown;
  readonly at: number;
  readonly fresh: boolean;
}

/** The server's summary of a month, else the copy kept of its last one; throws the api's error where there is none. */
export async function monthSummary(session: Session, ledger: string, month: Month, rim: Rim = browserRim()): Promise<Answer> {
  const database = new Database(session.person.id);
  try {
    return await freshOrKept(database, `month ${ledger} ${month}`, () => rim.api.monthSummary(ledger, month), rim.now);
  } finally {
    database.close();
  }
}

/** The copy kept of a month's summary without asking the server, or null. */
export async function keptMonthSummary(session: Session, ledger: string, month: Month): Promise<Answer | null> {
  const database = new Database(session.person.id);
  try {
    return await kept(database, `month ${ledger} ${month}`);
  } finally {
    database.close();
  }
}

async function freshOrKept(database: Database, key: string, ask: () => Promise<unknown>, now: () => Date): Promise<Answer> {
  try {
    const answer = await ask();
    const at = now().getTime();
    await database.write(["copies"], (writing) => writing.objectStore("copies").put({ key, answer, at }));
    return { answer, at, fresh: true };
  } catch (error) {
    const copy = await kept(database, key);
    if (copy === null) throw error;
    return copy;
  }
}

async function kept(database: Database, key: string): Promise<Answer | null> {
  const copy = await database.read(["copies"], (reading) => reading.objectStore("copies").get(key));
  return copy === undefined ? null : { answer: copy.answer, at: copy.at, fresh: false };
}

/** Insight cards that a person put away: kept on this phone at once, told to the server when it can be reached. */

import { isDocument } from "../ledger/document";
import { type Door, openDoor } from "./api";
import { Database } from "./database";

export const VERDICTS = ["dismissed", "not_useful", "shown"] as const;
/** What a person thinks of a card; "shown" takes the others back. */
export type Verdict = (typeof VERDICTS)[number];

interface Kept {
  readonly verdict: Verdict;
  readonly sent: boolean;
}

export interface Dismissals {
  /** What this phone knows better than the server's last answer, by the card's id. */
  known(): Promise<ReadonlyMap<string, Verdict>>;
  judge(card: string, verdict: Verdict): Promise<void>;
  /** Tell the server what it has not heard; throws as the door does, and what is left goes the next time. */
  send(): Promise<void>;
  /** The server's answer of now has all that was sent. */
  forgetSent(): Promise<void>;
}

export function openDismissals(person: number, ledger: string, door: Door = openDoor()): Dismissals {
  const shelf = new Shelf(person, `dismissed ${ledger}`);
  const send = async (): Promise<void> => {
    for (const [card, { verdict, sent }] of await shelf.read()) {
      if (sent) continue;
      await door.tell(`/api/ledgers/${ledger}/cards`, { card, verdict });
      await shelf.change((kept) => (kept.get(card)?.verdict === verdict ? kept.set(card, { verdict, sent: true }) : kept));
    }
  };
  return {
    known: async () => new Map([...(await shelf.read())].map(([card, { verdict }]) => [card, verdict])),
    judge: (card, verdict) => shelf.change((kept) => kept.set(card, { verdict, sent: false })),
    send,
    forgetSent: () => shelf.change((kept) => new Map([...kept].filter(([, { sent }]) => !sent))),
  };
}

/** One entry of the phone's copies, read and changed whole. */
class Shelf {
  constructor(
    private readonly person: number,
    private readonly key: string,
  ) {}

  async read(): Promise<Map<string, Kept>> {
    return this.#open(async (database) => keptOf((await database.read(["copies"], (reading) => reading.objectStore("copies").get(this.key)))?.answer));
  }

  async change(how: (kept: Map<string, Kept>) => Map<string, Kept>): Promise<void> {
    await this.#open((database) => database.write(["copies"], async (writing) => {
      const copies = writing.objectStore("copies");
      const kept = how(keptOf((await copies.get(this.key))?.answer));
      await copies.put({ key: this.key, answer: Object.fromEntries(kept), at: 0 });
    }));
  }

  async #open<Found>(use: (database: Database) => Promise<Found>): Promise<Found> {
    const database = new Database(this.person);
    try {
      return await use(database);
    } finally {
      database.close();
    }
  }
}

function keptOf(answer: unknown): Map<string, Kept> {
  const found = isDocument(answer) ? Object.entries(answer) : [];
  return new Map(found.flatMap(([card, kept]) => {
    if (!isDocument(kept)) return [];
    const verdict = VERDICTS.find((one) => one === kept["verdict"]);
    return verdict === undefined ? [] : [[card, { verdict, sent: kept["sent"] === true }] as const];
  }));
}

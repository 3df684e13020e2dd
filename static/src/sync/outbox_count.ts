/** How much a ledger's outbox holds, without counting thousands of entries at each save. */

import type { Reading } from "./database";
import { deviceMeta, leftOf } from "./outbox";

/** Counts a ledger's entries; those it has counted again only once some have left. */
export class OutboxCount {
  #known = { left: 0, n: -Infinity, count: 0 };

  constructor(readonly ledger: string) {}

  async of(reading: Reading): Promise<number> {
    const [left, { n }] = await Promise.all([leftOf(reading, this.ledger), deviceMeta(reading)]);
    const stands = left === this.#known.left && this.#known.n <= n;
    const known = stands ? this.#known : { n: -Infinity, count: 0 };
    const since = () => IDBKeyRange.bound([this.ledger, known.n], [this.ledger, n], true);
    const count = known.n === n ? known.count : known.count + (await reading.objectStore("outbox").index("order").count(since()));
    this.#known = { left, n, count };
    return count;
  }
}

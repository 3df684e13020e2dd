/** Hears when the house shows another store: that of another ledger, or of the same one opened anew. */

import type { ReactiveControllerHost } from "lit";

import type { LedgerStore } from "../../sync/store";

/** `hear` is told the store before, ahead of the drawing. */
export function onOtherStore(host: ReactiveControllerHost, store: () => LedgerStore, hear: (before: LedgerStore) => void): void {
  let shown: LedgerStore | null = null;
  host.addController({
    hostUpdate() {
      const before = shown;
      shown = store();
      if (before !== null && before !== shown) hear(before);
    },
  });
}

/** The same where it is of another ledger. */
export function onOtherLedger(host: ReactiveControllerHost, store: () => LedgerStore, hear: () => void): void {
  onOtherStore(host, store, (before) => before.ledger.id !== store().ledger.id && hear());
}

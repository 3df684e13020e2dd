import type { ReactiveController } from "lit";
import { describe, expect, it, vi } from "vitest";

import { onOtherLedger, onOtherStore } from "../../../../static/src/elements/parts/moved";
import type { LedgerStore } from "../../../../static/src/sync/store";

const storeOf = (id: string) => ({ ledger: { id } }) as unknown as LedgerStore;

function watched(follow: typeof onOtherStore | typeof onOtherLedger) {
  const controllers: ReactiveController[] = [];
  const hear = vi.fn();
  let shown = storeOf("home");
  const draw = (store = shown): void => {
    shown = store;
    for (const controller of controllers) controller.hostUpdate?.();
  };
  follow({ addController: (controller: ReactiveController) => controllers.push(controller) } as never, () => shown, hear);
  draw();
  return { draw, hear, first: shown };
}

describe("a house's store", () => {
  it("that is another one is heard of once, with the one before", () => {
    const { draw, hear, first } = watched(onOtherStore);
    draw();
    expect(hear).not.toHaveBeenCalled();
    draw(storeOf("home"));
    draw();
    expect(hear.mock.calls).toEqual([[first]]);
  });

  it("of the same ledger is no other ledger", () => {
    const { draw, hear } = watched(onOtherLedger);
    draw(storeOf("home"));
    expect(hear).not.toHaveBeenCalled();
    draw(storeOf("flat"));
    expect(hear).toHaveBeenCalledOnce();
  });
});

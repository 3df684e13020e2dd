import type { ReactiveController } from "lit";
import { expect, describe, it } from "vitest";

import type { House } from "../../../../static/src/elements/parts/house";
import type { Conversation } from "../../../../static/src/elements/speak/conversation";
import { Saving } from "../../../../static/src/elements/speak/saving";
import { StorageFull } from "../../../../static/src/sync/errors";
import type { Step } from "../../../../static/src/ledger/steps";

const DELETION: Step = { op: "delete", id: "t1", fields: {} };

/** A ledger that writes down what is taken in it. */
function storeOf(id: string) {
  const taken: Step[] = [];
  return { ledger: { id }, taken, take: async (steps: readonly Step[]) => void taken.push(...steps) };
}

function opened() {
  const controllers: ReactiveController[] = [];
  const house = { store: storeOf("home") };
  const talk = { turn: { kind: "idle" } } as unknown as Conversation;
  const host = { addController: (controller: ReactiveController) => controllers.push(controller), requestUpdate() {} };
  const saving = new Saving(host as never, () => house as unknown as House, talk);
  const show = (store = house.store): void => {
    house.store = store;
    for (const controller of controllers) controller.hostUpdate?.();
  };
  show();
  talk.did({ message: "Deleted.", back: [DELETION] });
  return { saving, house, show };
}

describe("what was done last", () => {
  it("is taken back once", async () => {
    const { saving, house } = opened();
    await saving.undo();
    await saving.undo();
    expect([saving.message, house.store.taken]).toEqual(["", [DELETION]]);
  });

  it("that could not be taken back is told, and can be tried again", async () => {
    const { saving, house } = opened();
    const { take } = house.store;
    house.store.take = () => Promise.reject(new StorageFull());
    await saving.undo();
    expect([saving.message, saving.failed]).toEqual([new StorageFull().message, true]);
    house.store.take = take;
    await saving.undo();
    expect([saving.message, house.store.taken]).toEqual(["", [DELETION]]);
  });

  it("is taken back in no other ledger", async () => {
    const { saving, house, show } = opened();
    const [home, flat] = [house.store, storeOf("flat")];
    show(flat);
    expect(saving.message).toBe("");
    await saving.undo();
    expect([home.taken, flat.taken]).toEqual([[], []]);
  });

  it("stays where the same ledger is opened anew", async () => {
    const { saving, show } = opened();
    const anew = storeOf("home");
    show(anew);
    await saving.undo();
    expect(anew.taken).toEqual([DELETION]);
  });
});

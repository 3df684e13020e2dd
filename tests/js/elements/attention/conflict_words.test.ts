import { describe, expect, it } from "vitest";

import { disputeWords, keepWords, takeWords, titleOf } from "../../../../static/src/elements/attention/conflict_words";
import { disputesOf, type Dispute } from "../../../../static/src/elements/attention/dispute";
import { linesOf } from "../../../../static/src/ledger/decode";
import type { Sight } from "../../../../static/src/ledger/replay";
import type { Document } from "../../../../static/src/ledger/types";
import type { OpenConflict } from "../../../../static/src/sync/store";
import { conflict, NAMES, sight } from "../household";

const AROUND = { names: NAMES, currency: "EUR", today: "2026-03-17", locale: "en-IE" };
const asked = (...conflicts: readonly OpenConflict[]): Dispute => disputesOf(conflicts)[0]!;
const at = (amount: number, more: Partial<OpenConflict> = {}): OpenConflict => conflict({ now: sight({ lines: { l1: { category: "groceries", amount, currency: "EUR" } } }), ...more });

describe("disputeWords", () => {
  const words = (...conflicts: readonly OpenConflict[]): string => disputeWords(asked(...conflicts), AROUND);

  it("says who said what and what was kept", () => expect(words(at(540))).toBe("This phone said €5.40, Asha said €4.50. Kept: €5.40."));
  it("says what stands now where that is something else", () => expect(words(at(600))).toBe("This phone said €5.40, Asha said €4.50. It says €6.00 now."));
  it("says once what was said twice", () =>
    expect(words(at(600), at(600, { kept: 600, kept_by: "Ben", lost: 540, lost_by: "This phone" }))).toBe("This phone said €5.40, Asha said €4.50, Ben said €6.00. Kept: €6.00."));
  it("says that the row was deleted since", () => expect(words(conflict({ now: sight({}, { deleted: true }) }))).toContain("It has been deleted since."));
});

describe("the buttons", () => {
  const buttons = (one: OpenConflict): readonly string[] => [keepWords(asked(one), AROUND), ...asked(one).others.map((value) => takeWords(asked(one), value, AROUND))];

  it("keep what stands now or take what was said", () => {
    expect(buttons(at(540))).toEqual(["Keep €5.40", "Take €4.50"]);
    expect(buttons(at(600))).toEqual(["Keep €6.00", "Take €4.50", "Take €5.40"]);
  });
  it("bring a deleted row back with a value", () =>
    expect(buttons(at(600, { now: sight({ lines: { l1: { amount: 600 } } }, { deleted: true }) }))).toEqual(["Leave it deleted", "Bring it back with €6.00", "Bring it back with €4.50", "Bring it back with €5.40"]));
  it("leave out a part that was taken out", () => expect(buttons(conflict({ now: sight({ lines: {} }) }))).toEqual(["Leave it out"]));
});

describe("an exchange", () => {
  const lines = { l1: { account: "Cash", amount: -10000, currency: "EUR" }, l2: { account: "Card", amount: 15000, currency: "JPY" } };
  it("tells each line in its own currency", () => {
    const one = conflict({ path: "lines.l2.amount", kept: 15000, lost: 16000, now: sight({ lines }) });
    const around = { ...AROUND, lines: linesOf(lines) };
    expect(disputeWords(asked(one), around)).toBe("This phone said JP¥15,000, Asha said JP¥16,000. Kept: JP¥15,000.");
  });
});

describe("a refund against a purchase", () => {
  it("is told apart", () => {
    const now = { l1: { category: "groceries", amount: 450, currency: "EUR" } };
    const around = { ...AROUND, lines: linesOf(now) };
    expect(disputeWords(asked(conflict({ kept: 450, lost: -450, now: sight({ lines: now }) })), around)).toBe("This phone said €4.50, Asha said €4.50 (refund). Kept: €4.50.");
  });
});

describe("what was done, not said", () => {
  const card = (more: Partial<OpenConflict>): readonly string[] => {
    const dispute = asked(conflict(more));
    return [titleOf(dispute, AROUND).join(" · "), disputeWords(dispute, AROUND), keepWords(dispute, AROUND), ...dispute.others.map((value) => takeWords(dispute, value, AROUND))];
  };
  const groceries = (more: Partial<Sight> = {}, fields: Document = {}) => sight({ name: "Groceries", kind: "expense", ...fields }, { entity: "account", id: "groceries", ...more });
  const part = { category: "groceries", amount: 540, currency: "EUR" };

  it.each<[string, Partial<OpenConflict>, readonly string[]]>([
    ["a category that was closed while it was used", { entity: "account", path: "closed", kept: true, lost: false, now: groceries({}, { closed: true }) },
      ["Category · Groceries", "This phone closed it while Asha used it. It stays closed.", "Leave it closed", "Open it again"]],
    ["one that was opened again since", { entity: "account", path: "closed", kept: true, lost: false, now: groceries({}, { closed: false }) },
      ["Category · Groceries", "This phone closed it while Asha used it. It is open now.", "Leave it open", "Close it"]],
    ["an account that was deleted while it was used", { entity: "account", path: "deleted", kept: false, lost: true, now: groceries({}, { kind: "asset", name: "Old tin" }) },
      ["Account · Old tin", "Asha deleted it while This phone used or changed it. It was kept.", "Keep it", "Delete it"]],
    ["a payee that is still used", { entity: "payee", path: "deleted", kept: false, lost: true, kept_by: "Asha", now: sight({ name: "Kiosk" }, { entity: "payee" }) },
      ["Payee · Kiosk", "Asha deleted it, but it is still used. It was kept.", "Keep it", "Delete it"]],
    ["a payee that is gone since", { entity: "payee", path: "deleted", kept: false, lost: true, now: sight({ name: "Kiosk" }, { entity: "payee", deleted: true }) },
      ["Payee · Kiosk", "Asha deleted it while This phone used or changed it. It is deleted now.", "Leave it deleted", "Bring it back"]],
    ["a part that was taken out while it was changed", { path: "lines.l1", kept: part, lost: null },
      ["Part · Groceries", "Asha took this part out while This phone changed it. Kept: Groceries €5.40.", "Keep Groceries €5.40", "Take the part out"]],
    ["a part that was taken out again since", { path: "lines.l1", kept: part, lost: null, now: sight({ lines: {} }) },
      ["Part · No category", "Asha took this part out while This phone changed it. This part has been taken out since.", "Leave it out", "Take Groceries €5.40"]],
  ])("%s", (_what, more, words) => expect(card(more)).toEqual(words));
});

import { describe, expect, it } from "vitest";

import {
  changedFields, editOf, hasTotal, openIn, restOf, split, typeOf, withoutPart, withPart, withRest, type Edit,
} from "../../../../static/src/elements/transactions/transaction_form";
import type { DraftForm } from "../../../../static/src/elements/speak/draft_form";
import type { Line } from "../../../../static/src/ledger/types";
import { line, NAMES, transaction } from "../household";

const opened = (...lines: readonly Line[]): Edit => {
  const edit = editOf(transaction(lines.length > 0 ? lines : [line(1250)], { payee: "lidl" }), NAMES);
  if (edit === null) throw new Error("it has no lines");
  return edit;
};
const withForm = (edit: Edit, change: Partial<DraftForm>): Edit => ({ ...edit, form: { ...edit.form, ...change } });
const withAmount = (edit: Edit, place: number, amount: number | null): Edit => ({ ...edit, parts: edit.parts.map((part, at) => (at === place ? { ...part, amount } : part)) });
const withCategory = (edit: Edit, place: number, category: string): Edit => ({ ...edit, parts: edit.parts.map((part, at) => (at === place ? { ...part, category } : part)) });

describe("editOf", () => {
  it("shows the amount as people say it, whatever its sign", () => {
    expect(opened(line(-1250)).form).toMatchObject({ type: "refund", amount: 1250, payeeName: "Lidl" });
    expect(opened(line(-1250, { category: "salary" })).form).toMatchObject({ type: "income", amount: 1250 });
  });

  it("is of nothing without lines", () => expect(editOf(transaction([]), NAMES)).toBeNull());

  it("shows the total of a split", () =>
    expect(opened(line(930), line(320, { id: "l2", category: "dining" })).form).toMatchObject({ type: "expense", amount: 1250 }));
});

describe("typeOf", () => {
  it.each([
    [line(5), "expense"], [line(-5), "refund"], [line(-5, { category: "salary" }), "income"], [line(5, { category: null, account: "Cash" }), "transfer"],
  ])("%j is %s", (one, type) => expect(typeOf(one, NAMES.accounts)).toBe(type));
});

describe("changedFields", () => {
  it("writes only the paths that changed", () =>
    expect(changedFields(opened(), withForm(opened(), { amount: 1300, note: "milk" }))).toEqual({ "lines.l1.amount": 1300, note: "milk" }));

  it("writes nothing when nothing changed, whichever way the money went", () => {
    const opening = [opened(), opened(line(-9)), opened(line(-9, { category: "salary" })), opened(line(900), line(-200, { id: "l2" }))];
    for (const edit of opening) expect(changedFields(edit, { ...edit })).toEqual({});
  });

  it("turns the sign with the type", () =>
    expect(changedFields(opened(), withForm(opened(), { type: "refund" }))).toEqual({ "lines.l1.amount": -1250 }));

  it("turns spending into a transfer by its paths", () => {
    const moved = withForm(opened(), { type: "transfer", category: null, toAccount: "Cash" });
    expect(changedFields(opened(), moved)).toEqual({ "lines.l1.category": null, "lines.l1.account": "Cash" });
  });

  it("writes the part that changed", () => {
    const edit = opened(line(500), line(700, { id: "l2" }));
    expect(changedFields(edit, withAmount(edit, 1, 750))).toEqual({ "lines.l2.amount": 750 });
  });

  it("adds and takes off tags by their names, dots and all", () => {
    const tagged = withForm(opened(), { tags: ["trip", "e.on"] });
    expect(changedFields(tagged, withForm(tagged, { tags: ["e.on", "kids"] }))).toEqual({ "tags.trip": null, "tags.kids": true });
    expect(changedFields(tagged, withForm(tagged, { tags: ["trip"] }))).toEqual({ "tags.e.on": null });
  });
});

describe("splitting", () => {
  const cut = split(opened(), "l2");

  it("asks for both amounts and the second category", () => {
    expect(cut.parts.map(({ category, amount }) => [category, amount])).toEqual([["groceries", null], [null, null]]);
    expect(restOf(cut)).toBe(1250);
    expect(openIn(cut)).toBe("part");
  });

  it("tells the rest to the last cent, and gives it to the part that is open", () => {
    const begun = withAmount(cut, 0, 930);
    expect(restOf(begun)).toBe(320);
    const given = withRest(begun, "l3");
    expect(given.parts.map(({ amount }) => amount)).toEqual([930, 320]);
    expect(restOf(given)).toBe(0);
    expect(openIn(given)).toBe("part");
    expect(openIn(withCategory(given, 1, "dining"))).toBeNull();
  });

  it("gives the rest to a new part when none is open", () => {
    const given = withRest(withAmount(withRest(withAmount(cut, 0, 900), "x"), 1, 300), "l3");
    expect(given.parts.map(({ id, amount }) => [id, amount])).toEqual([["l1", 900], ["l2", 300], ["l3", 50]]);
  });

  it.each([[1200, "rest"], [1300, "rest"], [930 + 320, null]])("of 1250 into parts of %i is %s", (sum, open) => {
    const parts = withCategory(withAmount(withAmount(cut, 0, sum - 320), 1, 320), 1, "dining");
    expect(openIn(parts)).toBe(open);
  });

  it("writes the new line whole and the old one's amount", () => {
    const done = withCategory(withRest(withAmount(cut, 0, 930), "l3"), 1, "dining");
    expect(changedFields(opened(), done)).toEqual({
      "lines.l1.amount": 930, "lines.l2.category": "dining", "lines.l2.amount": 320, "lines.l2.currency": "EUR",
    });
  });

  it("of money that came back or came in keeps its sign", () => {
    const refund = split(opened(line(-1250)), "l2");
    const done = withCategory(withRest(withAmount(refund, 0, 1000), "x"), 1, "dining");
    expect(changedFields(opened(line(-1250)), done)).toMatchObject({ "lines.l1.amount": -1000, "lines.l2.amount": -250 });
  });

  it("counts a part of the other sign against the rest", () => {
    const discounted = opened(line(900), line(-200, { id: "l2" }));
    expect([discounted.form.amount, restOf(discounted)]).toEqual([700, 0]);
    expect(restOf(withAmount(discounted, 1, 250))).toBe(50);
  });
});

describe("joining", () => {
  it("leaves one part with the whole amount", () => {
    const edit = opened(line(930), line(320, { id: "l2", category: "dining" }));
    const joined = withoutPart(edit, "l1");
    expect(openIn(joined)).toBeNull();
    expect(changedFields(edit, joined)).toEqual({ "lines.l1": null, "lines.l2.amount": 1250 });
  });

  it("undoes a split that was only begun", () => {
    const edit = opened();
    expect(changedFields(edit, withoutPart(withPart(split(edit, "l2"), "l3"), "l3"))).not.toEqual({});
    expect(changedFields(edit, withoutPart(split(edit, "l2"), "l2"))).toEqual({});
  });
});

describe("lines of several currencies", () => {
  const exchange = opened(line(1000), line(-1100, { id: "l2", currency: "USD" }));

  it("have no total to share out", () => {
    expect(hasTotal(exchange)).toBe(false);
    expect(restOf(exchange)).toBeNull();
    expect(openIn(exchange)).toBeNull();
  });

  it("change one by one", () =>
    expect(changedFields(exchange, withAmount(exchange, 1, 1200))).toEqual({ "lines.l2.amount": -1200 }));
});

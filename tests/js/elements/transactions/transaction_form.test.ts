import { describe, expect, it } from "vitest";

import { changedFields, changedLines, formOf, typeOf } from "../../../../static/src/elements/transactions/transaction_form";
import { line, NAMES, transaction } from "../household";

const form = (one = line(1250)) => formOf(transaction([one], { payee: "lidl" }), one, NAMES);

describe("formOf", () => {
  it("shows the amount as people say it, whatever its sign", () => {
    expect(form(line(-1250))).toMatchObject({ type: "refund", amount: 1250, payeeName: "Lidl" });
    expect(form(line(-1250, { category: "salary" }))).toMatchObject({ type: "income", amount: 1250 });
  });
});

describe("typeOf", () => {
  it.each([
    [line(5), "expense"], [line(-5), "refund"], [line(-5, { category: "salary" }), "income"], [line(5, { category: null, account: "Cash" }), "transfer"],
  ])("%j is %s", (one, type) => expect(typeOf(one, NAMES.accounts)).toBe(type));
});

describe("changedFields", () => {
  it("writes only the paths that changed", () =>
    expect(changedFields(form(), { ...form(), amount: 1300, note: "milk" }, "l1")).toEqual({ "lines.l1.amount": 1300, note: "milk" }));

  it("writes nothing when nothing changed, also for money that came in", () => {
    expect(changedFields(form(), form(), "l1")).toEqual({});
    expect(changedFields(form(line(-9)), form(line(-9)), "l1")).toEqual({});
  });

  it("turns the sign with the type", () =>
    expect(changedFields(form(), { ...form(), type: "refund" }, "l1")).toEqual({ "lines.l1.amount": -1250 }));

  it("turns spending into a transfer by its paths", () => {
    const moved = { ...form(), type: "transfer" as const, category: null, toAccount: "Cash" };
    expect(changedFields(form(), moved, "l1")).toEqual({ "lines.l1.category": null, "lines.l1.account": "Cash" });
  });
});

describe("changedLines", () => {
  it("writes the line that changed", () => {
    const lines = [line(500), line(700, { id: "l2" })];
    expect(changedLines(lines, [line(500), line(750, { id: "l2" })])).toEqual({ "lines.l2.amount": 750 });
  });
});

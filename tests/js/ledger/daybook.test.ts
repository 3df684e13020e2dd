import { describe, expect, it } from "vitest";

import { BLANK, byMonth, type Daybook, entriesOf, type Entry, readEach, rewritten } from "../../../static/src/ledger/daybook";
import type { Sight } from "../../../static/src/ledger/replay";
import type { Document } from "../../../static/src/ledger/types";

function seen(fields: Document, deleted = false): Sight {
  const start = { date: "2026-03-17", account: "cash", status: "recorded" };
  return { entity: "transaction", id: "t", deleted, fields: { ...start, ...fields }, unsynced: false };
}

const LUNCH = seen({ payee: "pho", note: "with Tom", tags: { work: true }, lines: { a: { category: "dining", amount: 1350, currency: "EUR" } } });
const SPLIT = seen({ lines: { a: { category: "dining", amount: 1350, currency: "EUR" }, b: { category: "pets", amount: 200, currency: "EUR" } } });
const MOVED = seen({ lines: { a: { account: "bank", amount: 500, currency: "EUR" } } });

const text = (row: readonly Entry[]): string => JSON.stringify(row.map((entry) => Object.entries(entry).sort()));

/** What a daybook holds: the lines of each transaction together, in no order. */
function held(book: Daybook): string[] {
  const rows = new Map<number, Entry[]>();
  readEach("2026-03", book, (entry, row) => rows.set(row, [...(rows.get(row) ?? []), entry]));
  return [...rows.values()].map(text).sort();
}

describe("entriesOf", () => {
  it("has the line with all that may be asked for", () => expect(entriesOf(LUNCH)).toEqual([{
    day: "2026-03-17", payee: "pho", account: "cash", category: "dining", reached: "", currency: "EUR", amount: 1350, tags: "work", note: "with Tom",
  }]));

  it("names what a transfer reaches apart from categories", () => expect(entriesOf(MOVED)).toMatchObject([{ category: "", reached: "bank" }]));

  it.each([
    ["a tombstone", { ...LUNCH, deleted: true }], ["a planned one", seen({ ...LUNCH.fields, status: "planned" })],
    ["one without a date", seen({ ...LUNCH.fields, date: null })], ["nothing", null],
  ])("has nothing of %s", (_name, sight) => expect(entriesOf(sight)).toEqual([]));
});

describe("a daybook", () => {
  it("gives back what was written, to the last minor unit", () => {
    const large = seen({ lines: { a: { category: "dining", amount: 2 ** 53 - 1, currency: "INR" } } });
    const rows = [LUNCH, SPLIT, MOVED, large].map(entriesOf);
    expect(held(rewritten(BLANK, [], rows))).toEqual(rows.map(text).sort());
  });

  it("takes out the one transaction, not a part of another that begins alike", () => {
    const plain = seen({ lines: { a: { category: "dining", amount: 1350, currency: "EUR" } } });
    const both = rewritten(BLANK, [], [entriesOf(SPLIT), entriesOf(plain)]);
    expect(held(rewritten(both, [entriesOf(plain)], []))).toEqual([text(entriesOf(SPLIT))]);
  });

  it("is the same in whatever order transactions came and went", () => {
    const rows = Array.from({ length: 40 }, (_, place) => entriesOf(seen({
      payee: `p${place % 5}`, lines: { a: { category: `c${place % 3}`, amount: place % 7, currency: "EUR" }, ...(place % 4 === 0 && { b: { category: "x", amount: 1, currency: "EUR" } }) },
    })));
    let book = rewritten(BLANK, [], rows.slice(0, 30));
    for (let place = 0; place < 30; place += 3) book = rewritten(book, [rows[place]!], [rows[30 + place / 3]!]);
    const left = [...rows.slice(0, 30).filter((_, place) => place % 3 !== 0), ...rows.slice(30)];
    expect(held(book)).toEqual(left.map(text).sort());
  });
});

describe("byMonth", () => {
  it("sorts transactions by month and leaves out those without lines", () => {
    const april = entriesOf(seen({ ...LUNCH.fields, date: "2026-04-01" }));
    expect([...byMonth([entriesOf(LUNCH), [], april, entriesOf(SPLIT)])].map(([month, rows]) => [month, rows.length])).toEqual([["2026-03", 2], ["2026-04", 1]]);
  });
});

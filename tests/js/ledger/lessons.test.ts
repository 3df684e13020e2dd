import { describe, expect, it } from "vitest";

import { corrections, historyOf, isFresh, type Slots, teach, teachings, weightOn, wordsOf } from "../../../static/src/ledger/lessons";
import type { Lesson, LessonKind, Taught } from "../../../static/src/ledger/types";
import { line, NAMES, transaction } from "../elements/household";

const TODAY = "2026-03-17";
const SLOTS: Slots = { type: "expense", amount: 1250, category: "groceries", payeeName: "Little", note: "" };
const LEDGER = "018f0000-0000-7000-8000-000000000001";

const taught = (meant: string | number, day = TODAY, of = "t1"): Taught => ({ transaction: of, meant, day });
const lesson = (kind: LessonKind, about: string, entries: readonly Taught[], deleted = false): Lesson => ({ id: `${kind} ${about}`, kind, about, taught: entries, deleted });
const history = (lessons: readonly Lesson[], recent = [] as ReturnType<typeof transaction>[]) =>
  JSON.parse(JSON.stringify(historyOf({ recent, lessons, today: TODAY, ...NAMES })));

describe("corrections", () => {
  it.each<[string, Partial<Slots>, readonly string[]]>([
    ["nothing", {}, []], ["a payee", { payeeName: "Lidl" }, ["alias"]], ["the same payee in capitals", { payeeName: "LITTLE" }, []],
    ["a payee taken away", { payeeName: null }, []], ["a category", { category: "dining" }, ["category"]],
    ["an amount", { amount: 125000 }, ["amount"]], ["several", { amount: 1, category: "dining", payeeName: "Lidl" }, ["alias", "category", "amount"]],
  ])("of %s", (_name, change, kinds) => expect(corrections(SLOTS, { ...SLOTS, ...change }).map(({ kind }) => kind)).toEqual(kinds));

  it("keep the words that told what it was", () =>
    expect(corrections({ ...SLOTS, note: "boba tea" }, { ...SLOTS, category: "dining", note: "boba tea" })).toEqual([{ kind: "category", words: "boba tea" }]));
});

describe("teachings", () => {
  const saved = transaction([line(1250, { category: "dining" })], { payee: "lidl" });

  it("tell what the saved transaction made of it", () =>
    expect(teachings([{ kind: "alias", heard: "Little" }, { kind: "category", words: "boba tea" }, { kind: "amount" }], saved, new Set(), TODAY)
      .map(({ kind, about, meant }) => [kind, about, meant])).toEqual([
      ["alias", "little", "lidl"], ["category", "lidl", "dining"], ["word", "boba", "dining"], ["word", "tea", "dining"], ["amount", "dining", 1250],
    ]));

  it("never take another payee's name", () =>
    expect(teachings([{ kind: "alias", heard: "Aldi" }], saved, new Set(["aldi"]), TODAY)).toEqual([]));

  it("are none of a split or a transfer", () => {
    const split = transaction([line(1), line(2, { id: "l2" })], { payee: "lidl" });
    const moved = transaction([line(1, { category: null, account: "Cash" })]);
    expect([split, moved].flatMap((one) => teachings([{ kind: "category", words: "tea" }], one, new Set(), TODAY))).toEqual([]);
  });
});

describe("teach", () => {
  const teaching = { kind: "category", about: "lidl", transaction: "t9", meant: "dining", day: TODAY } as const;

  it("writes one row a lesson, an entry a transaction", () => {
    const change = teach(LEDGER, teaching, null);
    expect(change).toMatchObject({ op: "create", entity: "lesson", fields: { kind: "category", about: "lidl", "taught.t9": { meant: "dining", day: TODAY } } });
    expect(change?.id).toBe(teach(LEDGER, { ...teaching, about: "LIDL" }, null)?.id);
  });

  it("writes nothing that stands", () => expect(teach(LEDGER, teaching, lesson("category", "lidl", [taught("dining", TODAY, "t9")]))).toBeNull());

  it("keeps the twenty latest", () => {
    const old = Array.from({ length: 20 }, (_, place) => taught("dining", "2026-01-01", `t${place + 100}`));
    expect(teach(LEDGER, teaching, lesson("category", "lidl", old))?.fields).toMatchObject({ "taught.t100": null });
    expect(Object.keys(teach(LEDGER, teaching, lesson("category", "lidl", old))?.fields ?? {})).toHaveLength(4);
  });

  it("begins anew where it had been forgotten", () =>
    expect(teach(LEDGER, teaching, lesson("category", "lidl", [taught("groceries", TODAY, "t1")], true))?.fields).toMatchObject({ "taught.t1": null }));
});

describe("historyOf", () => {
  const habit = transaction([line(1250)], { payee: "lidl", note: "weekly shop", date: TODAY });

  it("weighs a correction three times an entry that stands", () =>
    expect(history([lesson("category", "lidl", [taught("dining")])], [habit]).payee_category).toEqual({ Lidl: { groceries: 1, dining: 3 } }));

  it("halves a weight in 180 days", () => {
    expect(weightOn("2026-03-17", "2026-09-13")).toBeCloseTo(0.5);
    expect(weightOn("2026-03-18", TODAY)).toBe(1);
    expect(history([lesson("word", "boba", [taught("dining", "2025-09-18")])]).word_category).toEqual({ boba: { dining: 1.5 } });
  });

  it("has whole transactions alone as habits", () => {
    const split = transaction([line(500), line(700, { id: "l2", category: "dining" })], { payee: "lidl", date: TODAY });
    expect(history([], [habit, split])).toEqual({
      aliases: {}, payee_category: { Lidl: { groceries: 1 } }, word_category: { weekly: { groceries: 1 }, shop: { groceries: 1 } }, amounts: { groceries: [1250] },
    });
  });

  it("tells what was last meant by what was heard", () =>
    expect(history([lesson("alias", "little", [taught("gone"), taught("lidl", TODAY, "t2")])]).aliases).toEqual({ little: "Lidl" }));

  it("puts amounts that were corrected first", () =>
    expect(history([lesson("amount", "groceries", [taught(350), taught(450, TODAY, "t2")])], [habit]).amounts).toEqual({ groceries: [450, 350, 1250] }));

  it("guesses nothing that was forgotten, from habits neither", () =>
    expect(history([lesson("category", "lidl", [taught("dining")], true), lesson("word", "weekly", [], true)], [habit]))
      .toMatchObject({ payee_category: {}, word_category: { shop: { groceries: 1 } } }));

  it("passes over rows that are gone", () =>
    expect(history([lesson("category", "gone", [taught("dining")]), lesson("word", "boba", [taught("gone")])])).toMatchObject({ payee_category: {}, word_category: {} }));

  it("survives a payee named like a property of every object", () => {
    const names = { ...NAMES, payees: new Map([["lidl", { id: "lidl", name: "__proto__", aliases: [] }]]) };
    const told = historyOf({ recent: [habit], lessons: [], today: TODAY, ...names });
    expect(Object.keys(told.payee_category ?? {})).toEqual(["__proto__"]);
    expect(({} as Record<string, unknown>)["groceries"]).toBeUndefined();
  });
});

describe("wordsOf", () => {
  it("are the words that may tell something, once each", () => expect(wordsOf("Oil change, the OIL; 2x kaffee-bar né")).toEqual(["oil", "change", "the", "kaffee", "bar"]));
});

describe("isFresh", () => {
  it("is so for a week from the id's own time", () => {
    const made = new Date("2026-03-17T12:00:00Z").getTime();
    const id = `${made.toString(16).padStart(12, "0").replace(/^(.{8})/, "$1-")}-7000-8000-000000000001`;
    expect([6, 8].map((days) => isFresh(id, new Date(made + days * 86_400_000)))).toEqual([true, false]);
  });
});

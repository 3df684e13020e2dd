import { describe, expect, it } from "vitest";

import { lessonsInWords } from "../../../../static/src/elements/settings/lesson_words";
import type { Lesson, LessonKind, Taught } from "../../../../static/src/ledger/types";
import { NAMES } from "../household";

const lesson = (kind: LessonKind, about: string, meant: readonly (string | number)[], deleted = false): Lesson => ({
  id: `${kind} ${about}`, kind, about, deleted, taught: meant.map((one, place): Taught => ({ transaction: `t${place}`, meant: one, day: `2026-03-0${place + 1}` })),
});
const words = (...lessons: Lesson[]): unknown => lessonsInWords(lessons, NAMES, { locale: "en-IE", currency: "EUR" }).map((one) => [one.words, one.times]);

describe("lessons in words", () => {
  it.each<[Lesson, string, number]>([
    [lesson("alias", "little", ["lidl"]), "“little” means Lidl", 1],
    [lesson("category", "lidl", ["groceries", "dining", "dining"]), "At Lidl: Eating out, Groceries", 3],
    [lesson("word", "boba", ["dining"]), "“boba” goes to Eating out", 1],
    [lesson("amount", "groceries", [350, 450]), "Groceries usually costs €4.50, €3.50", 2],
  ])("of %j", (one, told, times) => expect(words(one)).toEqual([[told, times]]));

  it("leave out what was forgotten and what means nothing here any more", () =>
    expect(words(lesson("alias", "little", ["lidl"], true), lesson("category", "gone", ["dining"]), lesson("word", "boba", ["gone"]), lesson("word", "tea", []))).toEqual([]));

  it("come with the last taught first", () =>
    expect(words(lesson("word", "tea", ["dining"]), lesson("word", "boba", ["dining", "dining"]))).toEqual([["“boba” goes to Eating out", 2], ["“tea” goes to Eating out", 1]]));
});

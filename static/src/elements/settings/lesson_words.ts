/** Lessons in words: "“little” means Lidl", "At Amazon: Pets". */

import type { Lesson, Minor } from "../../ledger/types";
import { formatMoney } from "../../lib/money";
import { say } from "../../lib/say";
import type { Names } from "../parts/accounts";

export interface LessonWords {
  readonly id: string;
  readonly words: string;
  /** How many entries taught it. */
  readonly times: number;
}

export interface Told {
  readonly locale: string;
  readonly currency: string;
}

/** Those that stand and mean something here, the last taught first. */
export function lessonsInWords(lessons: readonly Lesson[], names: Names, told: Told): readonly LessonWords[] {
  const live = lessons.filter(({ deleted, taught }) => !deleted && taught.length > 0);
  const lastDay = ({ taught }: Lesson): string => taught.at(-1)?.day ?? "";
  return [...live].sort((one, other) => (lastDay(one) < lastDay(other) ? 1 : -1)).flatMap((lesson) => {
    const words = lessonInWords(lesson, names, told);
    return words === null ? [] : [{ id: lesson.id, words, times: lesson.taught.length }];
  });
}

function lessonInWords({ kind, about, taught }: Lesson, { accounts, payees }: Names, { locale, currency }: Told): string | null {
  if (kind === "amount") {
    const category = accounts.get(about);
    const latest = distinct(taught.map(({ meant }) => formatMoney(Number(meant) as Minor, currency, locale)));
    return category ? say("lessons.amount", { heard: category.name, meant: latest }) : null;
  }
  const rows: ReadonlyMap<string, { readonly name: string }> = kind === "alias" ? payees : accounts;
  const meant = distinct(taught.flatMap((entry) => rows.get(String(entry.meant))?.name ?? []));
  const heard = kind === "category" ? payees.get(about)?.name : about;
  return meant === "" || heard === undefined ? null : say(`lessons.${kind}`, { heard, meant });
}

/** Each once, the last taught first. */
function distinct(taught: readonly string[]): string {
  return [...new Set([...taught].reverse())].join(", ");
}

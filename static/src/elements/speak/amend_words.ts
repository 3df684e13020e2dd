/** What an amendment changes, slot by slot, and an entry in a few words. */

import type { Transaction } from "../../ledger/types";
import { formatMoney } from "../../lib/money";
import { say } from "../../lib/say";
import type { Names } from "../parts/accounts";
import { entryOf } from "../parts/entry";
import { dayInWords } from "../parts/wording";
import type { Reader } from "./reply_words";
import type { DraftForm } from "./draft_form";

export interface ChangedSlot {
  readonly slot: string;
  readonly old: string;
  /** Empty while it is to be chosen. */
  readonly now: string;
}

/** The slots in which two forms differ, as people read them. */
export function changedSlots(before: DraftForm, after: DraftForm, names: Names, reader: Reader): readonly ChangedSlot[] {
  const [old, now] = [slotWords(before, names, reader), slotWords(after, names, reader)];
  return Object.keys(old).filter((slot) => old[slot] !== now[slot])
    .map((slot) => ({ slot, old: old[slot] || say("amend.nothing"), now: now[slot] || (slot === say("slot.amount") ? "" : say("amend.nothing")) }));
}

/** "€12.50 · Lidl". */
export function entryInWords(transaction: Transaction, names: Names, locale: string): string {
  const { amount, title } = entryOf(transaction, names, locale);
  return `${amount} · ${title}`;
}

function slotWords(form: DraftForm, { accounts }: Names, { today, locale }: Reader): Record<string, string> {
  const name = (id: string | null): string => accounts.get(id ?? "")?.name ?? "";
  return {
    [say("slot.amount")]: form.amount === null ? "" : formatMoney(form.amount, form.currency, locale),
    [say("slot.type")]: say(`type.${form.type}`), [say("slot.category")]: name(form.category), [say("slot.to_account")]: name(form.toAccount),
    [say("slot.payee")]: form.payeeName ?? "", [say("slot.date")]: dayInWords(form.date, today, locale), [say("slot.account")]: name(form.account),
    [say("slot.note")]: form.note, [say("slot.tags")]: form.tags.join(", "),
  };
}

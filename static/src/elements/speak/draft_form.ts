/** The draft while it is looked at: what the parser heard, resolved to this ledger's rows, some slots still open. */

import type { Item, ParserContext, Reading } from "../../ledger/reading";
import type { Account, Draft, Minor, Origin } from "../../ledger/types";
import { fold } from "../../lib/fold";
import { categoriesFor, moneyAccounts } from "../parts/accounts";

/** Below this confidence the person chooses the amount; nothing is saved silently. */
export const SURE = 0.8;

export type Slot = "amount" | "category" | "account" | "toAccount";

export interface DraftForm extends Omit<Draft, "amount" | "account"> {
  readonly amount: Minor | null;
  readonly account: string | null;
  /** The readings of the amount to choose from, when the parser was unsure. */
  readonly offered: readonly Minor[];
}

export interface FormSource {
  readonly accounts: readonly Account[];
  readonly context: Pick<ParserContext, "currency" | "today">;
  readonly usualAccount: string | null;
  readonly origin: Origin;
  /** Mints the mid of each form, once, when it opens. */
  readonly mint: () => string;
}

/** One form per item of a reading; a reading that asks for the amount gives one form without it. */
export function formsOf(reading: Reading, source: FormSource): readonly DraftForm[] {
  if (reading.items.length > 0) return reading.items.map((item) => formOf(item, source));
  return reading.action === "ask" ? [blankForm(source)] : [];
}

export function formOf(item: Item, source: FormSource): DraftForm {
  const sure = item.confidence.amount >= SURE || item.amount === 0;
  return {
    ...blankForm(source),
    type: item.type,
    amount: sure && item.amount > 0 ? item.amount : null,
    offered: sure ? [] : [item.amount, ...item.other_amounts],
    currency: item.currency,
    date: item.date ?? source.context.today,
    account: accountNamed(item.account, source.accounts) ?? source.usualAccount,
    category: item.type === "transfer" ? null : categoryNamed(item, source.accounts),
    toAccount: accountNamed(item.to_account, source.accounts),
    payeeName: item.payee,
    note: item.note ?? "",
    tags: item.tags,
  };
}

export function blankForm(source: FormSource): DraftForm {
  return {
    mid: source.mint(), type: "expense", amount: null, offered: [], currency: source.context.currency,
    date: source.context.today, account: source.usualAccount, category: null, toAccount: null, payeeName: null,
    note: "", tags: [], origin: source.origin,
  };
}

/** The slots still to fill before the form can be saved, in the order they are shown. */
export function openSlots(form: DraftForm): readonly Slot[] {
  const wanted: readonly Slot[] = form.type === "transfer" ? ["amount", "account", "toAccount"] : ["amount", "category", "account"];
  return wanted.filter((slot) => form[slot] === null);
}

/** The draft, or null while a slot is open. */
export function draftOf({ offered: _, ...form }: DraftForm): Draft | null {
  const { amount, account } = form;
  if (amount === null || account === null || openSlots({ ...form, offered: [] }).length > 0) return null;
  return { ...form, amount, account };
}

/** The form with another type; slots that the new type has no use for are emptied. */
export function withType(form: DraftForm, type: Draft["type"], accounts: readonly Account[]): DraftForm {
  if (type === "transfer") return { ...form, type, category: null };
  const fits = categoriesFor(type, accounts).some((category) => category.id === form.category);
  return { ...form, type, toAccount: null, category: fits ? form.category : null };
}

function categoryNamed(item: Item, accounts: readonly Account[]): string | null {
  const choices = categoriesFor(item.type, accounts);
  const wanted = fold(item.category ?? "");
  const named = choices.find(({ key, name }) => item.category !== null && (key === item.category || fold(name) === wanted));
  const rest = choices.find(({ key }) => key === (item.type === "income" ? "other income" : "uncategorised"));
  return named?.id ?? rest?.id ?? null;
}

function accountNamed(name: string | null, accounts: readonly Account[]): string | null {
  const wanted = fold(name ?? "");
  return moneyAccounts(accounts).find((account) => fold(account.name) === wanted)?.id ?? null;
}

/** "make it sixty", "no, groceries": what was said of a draft or an entry, put into its form. */

import type { Amend, AmendChanges } from "../../ledger/reading";
import type { Account, DraftType, Minor } from "../../ledger/types";
import { fold } from "../../lib/fold";
import { decimalsOf } from "../../lib/money";
import { categoriesFor, moneyAccounts } from "../parts/accounts";
import { openSlots, SURE, type DraftForm } from "./draft_form";

export interface AmendSource {
  readonly accounts: readonly Account[];
  /** The currency the parser took for granted where none was said. */
  readonly currency: string;
}

/** The form with what was said; null where a name means nothing here or the slots do not go together. */
export function amended(form: DraftForm, amend: Amend, source: AmendSource): DraftForm | null {
  const { changes } = amend;
  const type = typeSaid(form, changes, source.accounts);
  const slots = [slotsReached(form, type, changes, source.accounts), accountSlot(changes, source.accounts), amountSlots(form, amend, source.currency)];
  if (slots.includes(null)) return null;
  const next = { ...form, type, ...Object.assign({}, ...slots) as Partial<DraftForm>, ...plainSlots(form, changes) };
  return openSlots(next).every((slot) => slot === "amount") && next.account !== next.toAccount ? next : null;
}

/** Open drafts with what was said of the last of them, "undo" and "delete that" drop it; null where it means nothing here. */
export function amendedLast(open: readonly DraftForm[], amend: Amend, source: AmendSource | null): readonly DraftForm[] | null {
  const last = open.at(-1);
  if (!last || !source) return null;
  if (amend.op !== "change") return open.slice(0, -1);
  const form = amended(last, amend, source);
  return form && [...open.slice(0, -1), form];
}

/** The kind that was said, or that follows: from the category, or from the account that receives. */
function typeSaid({ type }: DraftForm, { type: said, category, to_account }: AmendChanges, accounts: readonly Account[]): DraftType {
  if (said !== undefined) return said;
  if (to_account !== undefined) return "transfer";
  if (category === undefined || categoryCalled(category, type, accounts) !== null) return type;
  return categoryCalled(category, "income", accounts) !== null ? "income" : "expense";
}

type Slots = Partial<DraftForm> | null;

/** What the money reached: a transfer's account, else a category; a category of the other kind gives way to the rest. */
function slotsReached(form: DraftForm, type: DraftType, { category, to_account, payee }: AmendChanges, accounts: readonly Account[]): Slots {
  if (type === "transfer") {
    const toAccount = to_account === undefined ? form.toAccount : accountCalled(to_account, accounts);
    return category !== undefined || payee !== undefined || toAccount === null ? null : { toAccount, category: null, payeeName: null };
  }
  if (to_account !== undefined) return null;
  const named = category === undefined ? form.category : categoryCalled(category, type, accounts);
  if (category !== undefined && named === null) return null;
  const fits = categoriesFor(type, accounts).some(({ id }) => id === named) || (named === form.category && type === form.type);
  return { toAccount: null, category: fits ? named : restOf(type, accounts) };
}

function accountSlot({ account }: AmendChanges, accounts: readonly Account[]): Slots {
  if (account === undefined) return {};
  const found = accountCalled(account, accounts);
  return found === null ? null : { account: found };
}

/** An unsure amount stays open and is offered, as in a draft. */
function amountSlots(form: DraftForm, { changes, confidence, other_amounts }: Amend, assumed: string): Slots {
  const currency = changes.currency ?? form.currency;
  const inCurrency = (amount: Minor): Minor | null => scaled(amount, changes.currency ?? assumed, currency);
  if (changes.amount === undefined) return sameFigure(form, currency);
  const amounts = [changes.amount, ...other_amounts].map(inCurrency).filter((amount) => amount !== null && amount > 0) as Minor[];
  const [first] = amounts;
  if (first === undefined) return null;
  return confidence.amount >= SURE ? { amount: first, offered: [], currency } : { amount: null, offered: amounts, currency };
}

/** "it was dollars": the figure stays, in another currency's minor units. */
function sameFigure({ amount, offered, currency: before }: DraftForm, currency: string): Slots {
  if (before === currency) return {};
  const scaledAmount = amount === null ? null : scaled(amount, before, currency);
  return amount !== null && scaledAmount === null ? null : { amount: scaledAmount, offered: offered.flatMap((one) => scaled(one, before, currency) ?? []), currency };
}

/** The same figure in another currency's minor units; null where it is not whole there: scaled(1250, "EUR", "JPY"). */
function scaled(amount: Minor, from: string, to: string): Minor | null {
  const places = decimalsOf(to) - decimalsOf(from);
  const minor = places >= 0 ? amount * 10 ** places : amount / 10 ** -places;
  return Number.isSafeInteger(minor) ? minor : null;
}

function plainSlots(form: DraftForm, { payee, date, note, tags }: AmendChanges): Partial<DraftForm> {
  return {
    ...(payee !== undefined && { payeeName: payee }), ...(date !== undefined && { date }), ...(note !== undefined && { note }),
    ...(tags !== undefined && { tags: [...new Set([...form.tags, ...tags])] }),
  };
}

function categoryCalled(name: string, type: DraftType, accounts: readonly Account[]): string | null {
  const choices = categoriesFor(type, accounts);
  const wanted = fold(name);
  return (choices.find((one) => fold(one.name) === wanted) ?? choices.find(({ key }) => key === name))?.id ?? null;
}

function restOf(type: DraftType, accounts: readonly Account[]): string | null {
  return categoriesFor(type, accounts).find(({ key }) => key === (type === "income" ? "other income" : "uncategorised"))?.id ?? null;
}

function accountCalled(name: string, accounts: readonly Account[]): string | null {
  return moneyAccounts(accounts).find((account) => fold(account.name) === fold(name))?.id ?? null;
}

/** What people do on their phones, at random: each deed is one save. */

import type { Draft, Fields, Transaction } from "../../static/src/ledger/types";
import { newId } from "../../static/src/lib/ids";
import { MovedOn } from "../../static/src/sync/errors";
import type { LedgerStore } from "../../static/src/sync/store";
import type { Dice } from "./dice";
import type { Phone } from "./phone";

const SHOPS = ["Lidl", "Rewe", "Corner Shop", null] as const;

interface Scene {
  readonly phone: Phone;
  readonly store: LedgerStore;
  readonly dice: Dice;
  readonly own: readonly string[];
  readonly categories: readonly string[];
}

/** Do one thing in one tab of a phone. */
export async function act(phone: Phone, dice: Dice): Promise<void> {
  const store = dice.of(phone.tabs);
  if (store === undefined) return;
  const accounts = (await store.accounts()).filter((account) => !account.closed);
  const idsOf = (kinds: readonly string[]) => accounts.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
  const scene = { phone, store, dice, own: idsOf(["asset", "liability"]), categories: idsOf(["expense"]) };
  if (scene.own.length > 0 && scene.categories.length > 0) await (dice.of(DEEDS) ?? spend)(scene);
}

async function spend({ store, dice, own, categories }: Scene, date = day(dice)): Promise<void> {
  const draft: Draft = {
    mid: newId(), type: "expense", amount: 1 + dice.below(9999), currency: "EUR", date, account: dice.of(own)!,
    category: dice.of(categories)!, toAccount: null, payeeName: dice.of(SHOPS) ?? null, note: "", tags: [],
    origin: { how: "spoken", words: "simulated" },
  };
  await store.record(draft);
  if (dice.once(5)) await store.record(draft);
}

async function move({ store, dice, own }: Scene): Promise<void> {
  const [account, toAccount] = [dice.of(own)!, dice.of(own)!];
  if (account === toAccount) return;
  await store.record({
    mid: newId(), type: "transfer", amount: 1 + dice.below(9999), currency: "EUR", date: day(dice), account, category: null,
    toAccount, payeeName: null, note: "", tags: [], origin: { how: "typed", words: null },
  });
}

async function edit(scene: Scene): Promise<void> {
  const shown = await transactionOf(scene);
  const line = scene.dice.of(shown?.lines ?? [])?.id;
  if (shown && line !== undefined) await scene.store.change("transaction", shown.id, fieldsOf(scene, line));
}

/** A form is opened, and stays open while other things happen. */
async function openForm(scene: Scene): Promise<void> {
  const shown = await transactionOf(scene);
  const line = scene.dice.of(shown?.lines ?? [])?.id;
  if (shown === undefined || line === undefined) return;
  const cursor = await scene.phone.cursor();
  scene.phone.forms.push({ row: shown.id, line, cursor, sighting: await scene.store.sighting(shown.id) });
}

async function saveForm({ phone, store, dice }: Scene): Promise<void> {
  const form = dice.of(phone.forms);
  if (form === undefined) return;
  phone.forms.splice(phone.forms.indexOf(form), 1);
  await store.change("transaction", form.row, { [`lines.${form.line}.amount`]: 1 + dice.below(9999) }, form.sighting);
  for (const { mid, mutation } of await phone.entries("outbox")) {
    if (mutation.id === form.row && !phone.saved.has(mid)) phone.begunAt.set(mid, form.cursor);
  }
}

function fieldsOf({ dice, own, categories }: Scene, line: string): Fields {
  const changes: readonly Fields[] = [
    { [`lines.${line}.amount`]: 1 + dice.below(9999) }, { [`lines.${line}.amount`]: 1 + dice.below(9999) },
    { [`lines.${line}.category`]: dice.of(categories)! }, { note: `note ${dice.below(50)}` }, { date: day(dice) },
    { account: dice.of(own)! }, { [`tags.t${dice.below(3)}`]: dice.once(2) ? true : null },
    { [`lines.${newId()}`]: { category: dice.of(categories)!, amount: 1 + dice.below(99), currency: "EUR" } },
  ];
  return dice.of(changes)!;
}

async function drop(scene: Scene): Promise<void> {
  const shown = await transactionOf(scene);
  if (shown) await scene.store.remove(shown.id);
}

async function dropAndRevive(scene: Scene): Promise<void> {
  const shown = await transactionOf(scene);
  if (shown === undefined) return;
  await scene.store.remove(shown.id);
  await scene.store.revive(shown.id);
}

async function addAccount({ store, dice }: Scene): Promise<void> {
  await store.addAccount(`Account ${dice.below(1000)}`, dice.once(2) ? "expense" : "asset");
}

async function closeAccount({ store, dice, own, categories }: Scene): Promise<void> {
  const account = dice.of([...own.slice(2), ...categories.slice(3)]);
  if (account !== undefined) await store.change("account", account, { closed: true });
}

async function meet({ store, dice }: Scene): Promise<void> {
  await store.addPayee(dice.of(SHOPS) ?? `Shop ${dice.below(5)}`);
}

async function rename({ store, dice }: Scene): Promise<void> {
  const payee = dice.of(await store.payees());
  if (payee !== undefined) await store.change("payee", payee.id, { [`aliases.as heard ${dice.below(3)}`]: true });
}

async function poison(scene: Scene): Promise<void> {
  if (scene.dice.once(3)) return spend(scene, "poison");
  const shown = await transactionOf(scene);
  if (shown) await scene.store.change("transaction", shown.id, { date: "poison" });
}

async function settleConflict({ store, dice }: Scene): Promise<void> {
  const conflict = dice.of((await store.attention()).conflicts);
  if (conflict !== undefined) await store.settle([conflict], dice.once(2) ? {} : { [conflict.path]: conflict.lost }).catch(unlessMovedOn);
}

async function discard({ phone, store, dice }: Scene): Promise<void> {
  const refused = dice.of((await store.attention()).rejected);
  if (refused === undefined) return;
  for (const mutation of [refused.mutation, ...refused.later]) phone.discarded.set(mutation.mid, mutation);
  await store.discard(refused.mutation.mid);
}

const DEEDS: readonly ((scene: Scene) => Promise<void>)[] = [
  spend, spend, spend, spend, edit, edit, edit, edit, edit, openForm, saveForm, saveForm, drop, dropAndRevive, move, addAccount, closeAccount, meet,
  rename, poison, settleConflict, settleConflict, discard,
];

/** Another tab was quicker: the person looks again. */
function unlessMovedOn(error: unknown): void {
  if (!(error instanceof MovedOn)) throw error;
}

async function transactionOf({ store, dice }: Scene): Promise<Transaction | undefined> {
  return dice.of((await store.transactions()).slice(0, 8));
}

function day(dice: Dice): string {
  return `2026-0${1 + dice.below(3)}-1${dice.below(10)}`;
}

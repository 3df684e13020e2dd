/**
 * Fourteen days of a simulated person: they speak, the parser reads, they correct what is wrong and save, and the phone
 * learns. The store, the lessons, the parser and the forms are the shipped ones.
 */

import type { House } from "../../../static/src/elements/parts/house";
import { corrected } from "../../../static/src/elements/speak/corrected";
import { draftOf, type DraftForm } from "../../../static/src/elements/speak/draft_form";
import { interpret, readSurroundings } from "../../../static/src/elements/speak/interpret";
import type { Account } from "../../../static/src/ledger/types";
import { addDays } from "../../../static/src/lib/days";
import type { LedgerStore } from "../../../static/src/sync/store";
import { Dice } from "../../simulation/dice";
import { FakeServer } from "../fake_server";
import { Phone } from "../sync/phone";
import type { Read } from "./parser";
import { type Habit, ONCE, type Person } from "./people";
import { sentenceOf } from "./sentences";

export const DAYS = 14;
const FIRST_DAY = "2026-03-02";
const A_DAY = 8;
/** One purchase in so many is of something never bought before. */
const RARE = 14;
const KEYS = [
  "groceries", "dining", "coffee", "transport", "fuel", "housing", "utilities", "shopping", "health", "personal care", "entertainment",
  "subscriptions", "travel", "education", "kids", "pets", "gifts", "charity", "insurance", "taxes", "fees", "debt", "uncategorised",
];

/** How many of a day's categories were right at first sight, and how many there were. */
export interface DayScore {
  readonly right: number;
  readonly said: number;
}

/** "learning" is the shipped phone; "forgetful" learns nothing, to compare. */
export type Memory = "learning" | "forgetful";

export async function replay(person: Person, seed: number, read: Read, memory: Memory): Promise<readonly DayScore[]> {
  const phone = new Phone(furnished(person));
  const store = await phone.open();
  const categories = new Map((await store.accounts()).map((account) => [account.key ?? account.name, account]));
  const dice = new Dice(seed);
  const days: DayScore[] = [];
  for (let day = 0; day < DAYS; day += 1) {
    phone.browser.time = new Date(`${addDays(FIRST_DAY, day)}T12:00:00Z`);
    days.push(await live({ person, dice, store, read, memory, categories, today: addDays(FIRST_DAY, day) }));
  }
  store.close();
  return days;
}

interface Life {
  readonly person: Person;
  readonly dice: Dice;
  readonly store: LedgerStore;
  readonly read: Read;
  readonly memory: Memory;
  readonly categories: ReadonlyMap<string, Account>;
  readonly today: string;
}

async function live(life: Life): Promise<DayScore> {
  let right = 0;
  for (let count = 0; count < A_DAY; count += 1) right += (await buy(life, chosen(life))) ? 1 : 0;
  return { right, said: A_DAY };
}

/** Say it, look at the draft, correct it, save it; true when the category needed no correction. */
async function buy({ dice, store, read, memory, categories, today }: Life, habit: Habit): Promise<boolean> {
  const house = { store, ear: async () => ({ read }), clock: { now: () => 0, today: () => today }, locale: "en-IE", otherLedgers: [] } as unknown as House;
  const around = await readSurroundings(house);
  const { history: _, ...untaught } = around.context;
  const known = memory === "learning" ? around : { ...around, context: untaught };
  const cents = habit.cents[0] + dice.below(habit.cents[1] - habit.cents[0]);
  const heard = { transcript: sentenceOf(habit, cents, dice), words: [], alternatives: [] };
  const { forms: [form] } = await interpret(house, known, heard, "spoken");
  const category = categories.get(habit.category)?.id ?? "";
  if (!form) return false;
  const saved = draftOf(rightForm(form, habit, category, cents));
  if (!saved) throw new Error(`not whole: ${heard.transcript}`);
  await store.learn(await store.record(saved), corrected(form, saved));
  return form.category === category;
}

/** The form as the person leaves it. */
function rightForm(form: DraftForm, habit: Habit, category: string, cents: number): DraftForm {
  return { ...form, type: "expense", toAccount: null, amount: cents, offered: [], currency: "EUR", category, payeeName: habit.payee ?? form.payeeName };
}

function chosen({ person: { habits }, dice }: Life): Habit {
  const once = dice.once(RARE) ? dice.of(ONCE) : undefined;
  if (once) return once;
  let left = dice.below(habits.reduce((sum, { weight }) => sum + weight, 0));
  for (const habit of habits) if ((left -= habit.weight) < 0) return habit;
  throw new Error("no habits");
}

function furnished({ own }: Person): FakeServer {
  const server = new FakeServer(undefined, new Date(`${FIRST_DAY}T12:00:00Z`));
  const id = (place: number): string => `018f0000-0000-7000-8000-${place.toString(16).padStart(12, "0")}`;
  server.plant("account", id(1), { name: "Cash", kind: "asset", key: "cash", currency: "EUR", order: 1, closed: false });
  [...KEYS.map((key) => [key, key] as const), ...own.map((name) => [name, null] as const)].forEach(([name, key], place) =>
    server.plant("account", id(100 + place), { name: name[0]!.toUpperCase() + name.slice(1), kind: "expense", key, currency: "EUR", order: 10 + place, closed: false }));
  return server;
}

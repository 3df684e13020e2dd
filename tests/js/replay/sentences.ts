/** Purchases as they are said, and as the recogniser hears them: lower case, numbers in words. */

import type { Dice } from "../../simulation/dice";
import type { Habit } from "./people";

const ONES = [
  "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
  "sixteen", "seventeen", "eighteen", "nineteen",
];
const TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const OF_PAYEE = ["{amount} at {payee}", "spent {amount} at {payee}", "{payee} {amount}", "paid {amount} at {payee}"];
const OF_THING = ["{amount} for {thing}", "{thing} {amount}", "spent {amount} on {thing}", "{amount} on {thing}", "paid {amount} for {thing}"];
const OF_BOTH = ["{amount} for {thing} at {payee}", "{thing} at {payee} {amount}", "spent {amount} on {thing} at {payee}"];

export function sentenceOf({ payee, thing, misheard }: Habit, cents: number, dice: Dice): string {
  const forms = payee && thing ? OF_BOTH : payee ? OF_PAYEE : OF_THING;
  const heard = misheard !== undefined && dice.once(2) ? misheard : payee ?? "";
  const places = { amount: amountOf(cents), payee: heard.toLowerCase(), thing: (thing ?? "").toLowerCase() };
  return (dice.of(forms) ?? "").replace(/\{(\w+)\}/g, (_, name: keyof typeof places) => places[name]);
}

/** "twelve euros fifty", "four euros", "sixty cents". */
function amountOf(cents: number): string {
  const [whole, rest] = [Math.floor(cents / 100), cents % 100];
  const euros = whole === 0 ? "" : `${numberOf(whole)} ${whole === 1 ? "euro" : "euros"}`;
  if (whole === 0) return `${numberOf(rest)} cents`;
  return rest === 0 ? euros : `${euros} and ${numberOf(rest)} ${rest === 1 ? "cent" : "cents"}`;
}

function numberOf(value: number): string {
  if (value < 20) return ONES[value] ?? "";
  if (value < 100) return [TENS[Math.floor(value / 10)], value % 10 ? ONES[value % 10] : ""].filter(Boolean).join(" ");
  return [ONES[Math.floor(value / 100)], "hundred", value % 100 ? `and ${numberOf(value % 100)}` : ""].filter(Boolean).join(" ");
}

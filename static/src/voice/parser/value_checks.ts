/** Checks of one value each of the parser's answer: the value, or a TypeError that names the slot. */

import type { DraftType } from "../../ledger/types";

export const TYPES: readonly DraftType[] = ["expense", "income", "transfer", "refund"];

export type Fields = Readonly<Record<string, unknown>>;

export function object(value: unknown, slot: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return refuse(slot, value);
  return value as Fields;
}

export function list(value: unknown, slot: string): readonly unknown[] {
  return Array.isArray(value) ? value : refuse(slot, value);
}

export function oneOf<T extends string>(value: unknown, allowed: readonly T[], slot: string): T {
  return allowed.find((one) => one === value) ?? refuse(slot, value);
}

export function words(value: unknown, slot: string): string {
  return typeof value === "string" ? value : refuse(slot, value);
}

export function text(value: unknown, slot: string): string | null {
  return value == null ? null : words(value, slot);
}

export function minor(value: unknown, slot: string): number {
  return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : refuse(slot, value);
}

export function share(value: unknown): number {
  return typeof value === "number" && value >= 0 && value <= 1 ? value : refuse("confidence", value);
}

export function currency(value: unknown): string {
  return typeof value === "string" && /^[A-Z]{3}$/.test(value) ? value : refuse("currency", value);
}

export function day(value: unknown, slot = "date"): string | null {
  if (value == null) return null;
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : refuse(slot, value);
}

export function refuse(slot: string, value: unknown): never {
  throw new TypeError(`The parser's ${slot} cannot be ${JSON.stringify(value)}.`);
}

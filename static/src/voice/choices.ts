/** How a person likes to be listened to on this phone: kept here, all of it on until they choose otherwise. */

import type { After } from "./ear";

export const CHOICES = ["answers", "sounds", "vibration"] as const;
export type Choice = (typeof CHOICES)[number];

export function chosen(choice: Choice, storage: Pick<Storage, "getItem"> | undefined = globalThis.localStorage): boolean {
  return storage?.getItem(keyOf(choice)) !== "off";
}

export function choose(choice: Choice, now: "on" | "off", storage: Pick<Storage, "setItem"> = localStorage): void {
  storage.setItem(keyOf(choice), now);
}

/** What the microphone does after a sentence: it rests open where an answer may follow. */
export function afterwards(): After {
  return chosen("answers") ? "rest" : "close";
}

function keyOf(choice: Choice): string {
  return `my-funds-listening-${choice}`;
}

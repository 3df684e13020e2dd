/** Where the person's weekly digest goes, asked of the server when it is looked at. */

import { type Door, openDoor } from "./api";
import { documentAt, textAt } from "./wire";

export interface DigestMail {
  /** Empty where none is wanted. */
  readonly address: string;
  /** Whether this server can send e-mail. */
  readonly possible: boolean;
}

/** Both throw Unreachable, SignedOut, Refused or UnreadableAnswer. */
export async function readDigestMail(door: Door = openDoor()): Promise<DigestMail> {
  return digestMailOf(await door.ask("/api/digest"));
}

export async function changeDigestMail(address: string, door: Door = openDoor()): Promise<DigestMail> {
  return digestMailOf(await door.tell("/api/digest", { address }));
}

function digestMailOf(found: unknown): DigestMail {
  const { address, possible } = documentAt(found, "digest");
  return { address: textAt(address, "digest.address"), possible: possible === true };
}

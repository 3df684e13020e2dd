/** Ids made on the device: UUIDv7 for what people add, UUIDv5 for what has a natural key. */

import { v5, v7 } from "uuid";

import { fold } from "./fold";

/** A new UUIDv7, lower case; ids of one device sort by when they were made. */
export function newId(): string {
  return v7();
}

/** The id of what has a natural key: naturalId(ledger, "payee", "Lidl") is UUIDv5(ledger, "payee:lidl"). */
export function naturalId(ledger: string, kind: string, key: string): string {
  return v5(`${kind}:${fold(key)}`, ledger);
}

/** The id of something that follows from another id: followingId(mid, "payee"). */
export function followingId(id: string, name: string): string {
  return v5(name, id);
}

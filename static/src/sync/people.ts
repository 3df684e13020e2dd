/** Who shares a ledger, inviting somebody to it, and who changed what: asked of the server when they are looked at. */

import { isDocument } from "../ledger/document";
import type { Value } from "../ledger/types";
import { type Door, openDoor } from "./api";
import type { LedgerHead } from "./store";
import { documentAt, listAt, oneAt, ROLES, textAt, timeAt, wholeAt } from "./wire";

export type Role = LedgerHead["role"];

export interface Member {
  readonly id: number;
  readonly name: string;
  readonly role: Role;
}

/** A link that lets one person join; the server shows it this once. */
export interface Invitation {
  readonly link: string;
  readonly role: Role;
  /** ms since 1970. */
  readonly expires: number;
}

/** One change of a row: what each path held before and after. */
export interface Changed {
  readonly seq: number;
  readonly by: string;
  /** ms since 1970. */
  readonly at: number;
  readonly paths: readonly { readonly path: string; readonly old: Value; readonly now: Value }[];
}

/** Every method throws Unreachable, SignedOut, Refused or UnreadableAnswer. */
export interface People {
  members(): Promise<readonly Member[]>;
  invite(role: Role): Promise<Invitation>;
  /** Both as an owner; they answer who is in the ledger then. */
  changeRole(person: number, role: Role): Promise<readonly Member[]>;
  remove(person: number): Promise<readonly Member[]>;
  /** Leave the ledger; its last owner cannot. */
  leave(): Promise<void>;
  /** Delete the ledger for good, as its owner, once nobody else belongs to it. */
  delete(): Promise<void>;
  /** Newest first. */
  historyOf(transaction: string): Promise<readonly Changed[]>;
}

export function openPeople(ledger: string, door: Door = openDoor()): People {
  const base = `/api/ledgers/${ledger}`;
  const people = async (answer: Promise<unknown>) => listAt(await answer, "people").map(memberOf);
  return {
    members: () => people(door.ask(`${base}/people`)),
    changeRole: (person, role) => people(door.tell(`${base}/people/${person}`, { role }, "PATCH")),
    remove: (person) => people(door.tell(`${base}/people/${person}`, {}, "DELETE")),
    leave: async () => void (await door.tell(`${base}/leave`, {})),
    delete: async () => void (await door.tell(base, {}, "DELETE")),
    invite: async (role) => invitationOf(await door.tell(`${base}/invitations`, { role })),
    historyOf: async (transaction) => listAt(await door.ask(`${base}/transactions/${transaction}/history`), "history").map(changedOf),
  };
}

/** What a new ledger is called, its ISO 4217 code and IANA time zone; asking again with the same `id` makes one ledger. */
export interface NewLedger {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly time_zone: string;
}

/** Make a ledger of the person's own. Throws as the methods of People do. */
export async function createLedger(made: NewLedger, door: Door = openDoor()): Promise<void> {
  await door.tell("/api/ledgers", made);
}

function memberOf(found: unknown): Member {
  const { person_id, name, role } = documentAt(found, "member");
  return { id: wholeAt(person_id, "member.person_id"), name: textAt(name, "member.name"), role: roleAt(role, "member.role") };
}

function invitationOf(found: unknown): Invitation {
  const { link, role, expires_at } = documentAt(found, "invitation");
  return { link: textAt(link, "invitation.link"), role: roleAt(role, "invitation.role"), expires: timeAt(expires_at, "invitation.expires_at") };
}

function changedOf(found: unknown): Changed {
  const { seq, by, at, paths } = documentAt(found, "change");
  const pairs = Object.entries(isDocument(paths) ? paths : {});
  return {
    seq: wholeAt(seq, "change.seq"), by: textAt(by, "change.by"), at: timeAt(at, "change.at"),
    paths: pairs.map(([path, pair]) => {
      const [old, now] = listAt(pair, "change.paths") as readonly Value[];
      return { path, old: old ?? null, now: now ?? null };
    }),
  };
}

function roleAt(value: unknown, place: string): Role {
  return oneAt(ROLES, value, place) as Role;
}

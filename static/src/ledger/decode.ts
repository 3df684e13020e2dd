/** From documents and unknown answers to the ledger's types, in one place; what is missing gets its plain default. */

import { isDocument } from "./document";
import type { Sight } from "./replay";
import type {
  Account, AccountKind, Conflict, Document, Entity, Lesson, LessonKind, Line, Origin, Payee, Row, Transaction, Value,
} from "./types";

const ENTITIES: readonly string[] = ["ledger", "account", "payee", "transaction", "lesson", "conflict"];
const KINDS: readonly string[] = ["asset", "liability", "income", "expense", "equity"];
const STATUSES: readonly string[] = ["recorded", "planned", "cleared"];
const LESSONS: readonly string[] = ["alias", "category", "word", "amount"];
const HOWS: readonly string[] = ["spoken", "typed", "import", "schedule"];

/** An answer that is not of the protocol's shape; the message names the place. */
export class Unreadable extends Error {
  override readonly name = "Unreadable";
}

/** Whether this version knows rows of that kind. */
export function isEntity(name: string): name is Entity {
  return ENTITIES.includes(name);
}

/** A pulled row; throws Unreadable. An entity this version does not know is null. */
export function decodeRow(found: unknown): Row | null {
  if (!isDocument(found)) throw new Unreadable("row");
  const { entity, id, seq, deleted, fields } = found;
  if (typeof entity !== "string" || typeof id !== "string") throw new Unreadable("row.id");
  if (typeof seq !== "number" || !Number.isSafeInteger(seq)) throw new Unreadable("row.seq");
  if (!isDocument(fields)) throw new Unreadable("row.fields");
  return isEntity(entity) ? { entity, id, seq, deleted: deleted === true, fields } : null;
}

export function decodeAccount(sight: Sight): Account {
  const { name, kind, key, currency, order, closed } = sight.fields;
  return {
    id: sight.id,
    name: textOf(name),
    kind: oneOf(KINDS, kind, "expense") as AccountKind,
    key: idOf(key),
    currency: textOf(currency),
    order: wholeOf(order),
    closed: closed === true,
  };
}

export function decodePayee(sight: Sight): Payee {
  return { id: sight.id, name: textOf(sight.fields["name"]), aliases: namesOf(sight.fields["aliases"]) };
}

export function decodeTransaction(sight: Sight): Transaction {
  const { date, payee, note, tags, status, account, lines, origin } = sight.fields;
  return {
    id: sight.id,
    date: textOf(date),
    payee: idOf(payee),
    note: textOf(note),
    tags: namesOf(tags),
    status: oneOf(STATUSES, status, "recorded") as Transaction["status"],
    account: textOf(account),
    lines: linesOf(lines),
    origin: originOf(origin),
    deleted: sight.deleted,
    unsynced: sight.unsynced,
  };
}

export function decodeLesson(sight: Sight): Lesson {
  const { kind, about, taught } = sight.fields;
  const entries = Object.entries(documentOf(taught)).flatMap(([transaction, entry]) => {
    const { meant, day } = documentOf(entry);
    const usable = (typeof meant === "string" || typeof meant === "number") && typeof day === "string";
    return usable ? [{ transaction, meant, day }] : [];
  });
  return {
    id: sight.id, kind: oneOf(LESSONS, kind, "word") as LessonKind, about: textOf(about), deleted: sight.deleted,
    taught: entries.sort((one, other) => (one.day + one.transaction < other.day + other.transaction ? -1 : 1)),
  };
}

export function decodeConflict(sight: Sight): Conflict {
  const { entity, row, path, kept, lost, kept_by, lost_by, settled } = sight.fields;
  return {
    id: sight.id,
    entity: oneOf(ENTITIES, entity, "transaction") as Entity,
    row: textOf(row),
    path: textOf(path),
    kept: kept ?? null,
    lost: lost ?? null,
    kept_by: textOf(kept_by),
    lost_by: textOf(lost_by),
    settled: settled === true,
  };
}

/** The lines of a transaction's document, in the order of their ids. */
export function linesOf(lines: Value | undefined): readonly Line[] {
  const found = documentOf(lines);
  return Object.keys(found).sort().map((id) => lineOf(id, documentOf(found[id])));
}

function lineOf(id: string, { category, account, amount, currency }: Document): Line {
  return { id, category: idOf(category), account: idOf(account), amount: wholeOf(amount), currency: textOf(currency) };
}

function originOf(origin: Value | undefined): Origin {
  const { how, words } = documentOf(origin);
  return { how: oneOf(HOWS, how, "typed") as Origin["how"], words: idOf(words) };
}

function namesOf(names: Value | undefined): readonly string[] {
  const found = documentOf(names);
  return Object.keys(found).filter((name) => found[name] === true).sort();
}

function documentOf(value: Value | undefined): Document {
  return isDocument(value) ? value : {};
}

function textOf(value: Value | undefined): string {
  return typeof value === "string" ? value : "";
}

function idOf(value: Value | undefined): string | null {
  return typeof value === "string" ? value : null;
}

function wholeOf(value: Value | undefined): number {
  return typeof value === "number" && Number.isSafeInteger(value) ? value : 0;
}

function oneOf(known: readonly string[], value: Value | undefined, otherwise: string): string {
  return typeof value === "string" && known.includes(value) ? value : otherwise;
}

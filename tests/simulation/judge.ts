/** Whether the promises held (I1–I8 of the protocol), once the network is well again. */

import type { Fields, Mutation, Row, Value } from "../../static/src/ledger/types";
import { isDocument, valueAt } from "../../static/src/ledger/document";
import type { Network } from "./network";
import type { Phone } from "./phone";
import type { Server } from "./server";

/** What the server holds, as server.py's `do_truth` tells it. */
interface Truth {
  readonly rows: readonly Row[];
  readonly seq: number;
  readonly records: readonly { readonly mid: string; readonly status: string; readonly seq: number | null }[];
  readonly changes: readonly (readonly [mid: string, entity: string, row: string])[];
  readonly audit: readonly string[];
}

/** The promises that are broken, each as a sentence; none for a sound world. */
export async function judge(server: Server, network: Network, phones: readonly Phone[], restored: boolean): Promise<readonly string[]> {
  const truth = server.do("truth") as Truth;
  const saved = new Map(phones.flatMap((phone) => [...phone.saved]));
  const unmade = new Set([...saved.values()].filter((mutation) => mutation.op === "create" && isPoison(mutation)).map(({ id }) => id));
  const broken = [...network.broken, ...truth.audit.map((sentence) => `audit: ${sentence}`)];
  for (const phone of phones) broken.push(...await apart(phone, truth), ...await unsettled(phone, truth, unmade), ...await miscounted(phone));
  broken.push(...[...effectsTwice(truth)], ...[...forgotten(truth, network, saved)]);
  broken.push(...[...unseen(truth, saved, new Map(phones.flatMap((phone) => [...phone.begunAt])))]);
  if (!restored) broken.push(...[...disordered(truth, saved)]);
  return broken;
}

/** I3: what a phone pulled is what the server has. */
async function apart(phone: Phone, truth: Truth): Promise<readonly string[]> {
  const [held, stands] = [await phone.rows(), truth.rows].map((rows) => new Map(rows.map((row) => [(row as Row).id, plain(row as Row)])));
  const ids = new Set([...held!.keys(), ...stands!.keys()]);
  return [...ids].filter((id) => held!.get(id) !== stands!.get(id)).map((id) => `I3: ${phone.name} and the server differ in ${id}`);
}

/** What a phone shows adds up. */
async function miscounted(phone: Phone): Promise<readonly string[]> {
  const { kept, counted } = await phone.balances();
  return kept === counted ? [] : [`the balances of ${phone.name} are ${kept} and count to ${counted}`];
}

/** What one phone did to one row took effect in the order in which it was done. */
function* disordered({ records }: Truth, saved: Saved): Generator<string> {
  const last = new Map<string, number>();
  const applied = records.filter(({ seq, mid }) => seq !== null && saved.has(mid)).sort((one, other) => one.seq! - other.seq!);
  for (const { mid } of applied) {
    const { device, id, n } = saved.get(mid)!;
    if (n < (last.get(device + id) ?? 0)) yield `${mid} took effect after what was done later`;
    last.set(device + id, n);
  }
}

function plain({ entity, id, seq, deleted, fields }: Row): string {
  return JSON.stringify(sorted({ entity, id, seq, deleted, fields }));
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}

/** I1 and I6: every saved mutation is in the ledger, or it is a bad one and shown, or a person dropped it; nothing waits for ever but for a row that was refused. */
async function unsettled(phone: Phone, { records }: Truth, unmade: ReadonlySet<string>): Promise<readonly string[]> {
  const standing = new Map(records.map(({ mid, status }) => [mid, status]));
  const outbox = new Map((await phone.entries("outbox")).map((entry) => [entry.mid, entry]));
  const broken: string[] = [];
  for (const [mid, mutation] of phone.saved) {
    const entry = outbox.get(mid);
    if (phone.discarded.has(mid) && entry === undefined) continue;
    else if (isPoison(mutation)) {
      if (entry === undefined) broken.push(`I1: ${phone.name} hides the rejected ${mid}`);
      else if (entry !== undefined && entry.result?.status !== "rejected") broken.push(`I1: ${phone.name} does not show ${mid}`);
    } else if (entry?.result?.status === "parked" && (mutation.entity === "conflict" || unmade.has(mutation.id))) continue;
    else if (entry?.result?.status === "rejected") broken.push(`I6: a good mutation of ${phone.name} was rejected: ${JSON.stringify(entry)}`);
    else if (entry !== undefined) broken.push(`I1: ${phone.name} still waits with ${JSON.stringify(entry)}`);
    else if (!["applied", "conflict"].includes(standing.get(mid) ?? "")) broken.push(`I1: ${mid} of ${phone.name} is ${standing.get(mid) ?? "lost"}`);
  }
  return broken;
}

/** What a person's phone should never have made: the server must reject it. */
export function isPoison({ fields }: Mutation): boolean {
  return fields["date"] === "poison";
}

/** I2: one mutation changes one row once. */
function* effectsTwice({ changes, records }: Truth): Generator<string> {
  const seen = new Set<string>();
  for (const change of changes) {
    const key = change.join(" ");
    if (seen.has(key)) yield `I2: ${key} changed twice`;
    seen.add(key);
  }
  const mids = records.map(({ mid }) => mid);
  if (new Set(mids).size < mids.length) yield "I2: a mid is recorded twice";
}

/** I7 and I8: what a phone was told is in the ledger is there, also after a restore (but a settled conflict may be no more). */
function* forgotten({ records }: Truth, { acknowledged }: Network, saved: Saved): Generator<string> {
  const standing = new Map(records.map(({ mid, status }) => [mid, status]));
  for (const [mid, mutation] of saved) {
    const status = standing.get(mid) ?? "lost";
    if (mutation.entity === "conflict") continue;
    if (acknowledged.has(mid) && status !== "applied" && status !== "conflict") yield `I7: ${mid} was acknowledged and is ${status}`;
  }
}

/** I5: who set a money path without having seen the last write to it, when they began (`begunAt`: mid → cursor), has left a conflict; what comes after a write that had seen it changes nothing. */
function* unseen(truth: Truth, saved: Saved, begunAt: ReadonlyMap<string, number>): Generator<string> {
  const conflicts = new Set(truth.rows.filter(({ entity }) => entity === "conflict").map(({ fields }) => `${String(fields["row"])} ${String(fields["path"])}`));
  const last: Writes = new Map();
  const applied = truth.records.filter(({ seq, mid }) => seq !== null && saved.has(mid)).sort((one, other) => one.seq! - other.seq!);
  for (const { mid, seq } of applied) {
    const mutation = saved.get(mid)!;
    for (const [path, value] of mutation.entity === "transaction" ? leaves(mutation.fields) : []) {
      if (!/^(date|account|lines\.[^.]+\.amount)$/.test(path)) continue;
      const key = `${mutation.id} ${path}`;
      const before = last.get(key);
      if (before?.value === value || (before !== undefined && saved.get(before.mid)!.seen.includes(mid))) continue;
      const known = before === undefined || before.seq <= Math.min(mutation.base, begunAt.get(mid) ?? Infinity) || mutation.seen.includes(before.mid);
      if (!known && !conflicts.has(key)) yield `I5: ${mid} hid ${before.mid} on ${key}`;
      last.set(key, { mid, seq: seq!, value });
    }
  }
  yield* ineffective(truth, last);
}

/** Mutations by mid. */
type Saved = ReadonlyMap<string, Mutation>;
type Writes = Map<string, { readonly mid: string; readonly seq: number; readonly value: unknown }>;

/** Every path of a mutation's fields with its plain value; a map given whole is taken key by key. */
function leaves(fields: Fields, prefix = ""): readonly (readonly [path: string, value: Value])[] {
  return Object.entries(fields).flatMap(([name, value]) => (isDocument(value) ? leaves(value, `${prefix}${name}.`) : [[prefix + name, value] as const]));
}

/** I2: the last value written to a path is the one that stands, where the row still has the path. */
function* ineffective({ rows }: Truth, last: Writes): Generator<string> {
  const documents = new Map(rows.map(({ id, fields }) => [id, fields]));
  for (const [key, { mid, value }] of last) {
    const [id, path] = key.split(" ") as [string, string];
    const stands = valueAt(documents.get(id) ?? {}, path);
    if (stands !== undefined && stands !== null && stands !== value) yield `I2: ${mid} wrote ${String(value)} to ${key}, where ${JSON.stringify(stands)} stands`;
  }
}

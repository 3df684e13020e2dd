/** An in-memory server that speaks docs/protocol.md, for one ledger; it can lose replies, be restored and sign people out. */

import { merge, valueAt } from "../../static/src/ledger/document";
import { counted, EMPTY, linesOf } from "../../static/src/ledger/digest";
import type { Document, Entity, Fields, Mutation, Result, Row } from "../../static/src/ledger/types";
import { naturalId, newId } from "../../static/src/lib/ids";
import type { Api } from "../../static/src/sync/api";
import { EpochChanged, Refused, SignedOut, Unreachable } from "../../static/src/sync/errors";
import type { Session } from "../../static/src/sync/session";
import type { PullAsked, PullReply, Push, PushReply } from "../../static/src/sync/exchange_wire";

interface Written {
  readonly mid: string;
  readonly seq: number;
  readonly row: string;
  readonly paths: readonly string[];
  readonly by: string;
}

interface Record {
  readonly payload: string;
  readonly result: Result;
}

/** What befalls the next requests, one each: "lose" answers nothing after doing it, "drop" never arrives. */
export type Fate = "fine" | "lose" | "drop" | "twice" | "sign out" | "fail" | "busy";

export class FakeServer {
  rows = new Map<string, Row>();
  seq = 0;
  epoch = newId();
  page = 500;
  requests: string[] = [];
  fates: Fate[] = [];
  written: Written[] = [];
  records = new Map<string, Record>();
  /** The cursors at which phones said that their rows differ. */
  apart: number[] = [];
  largestBatch = 0;
  mostAtOnce = 0;
  #inside = 0;

  constructor(readonly ledger = newId(), readonly now = new Date("2026-03-17T12:00:00Z")) {}

  session(name = "asha"): Session {
    const head = { id: this.ledger, name: "Home", role: "owner" as const, currency: "EUR", time_zone: "Europe/Berlin" };
    return { person: { id: 7, name, language: "en" }, ledgers: [{ ...head, epoch: this.epoch }], schema: 1, speechModel: null, starterModel: null, languages: ["en"], otherModels: [] };
  }

  /** The api of one device's person. */
  api(name = "asha"): Api {
    return {
      session: () => this.#arrive("session", () => this.session(name)),
      push: (_ledger, push) => this.#arrive("push", () => this.push(structuredClone(push), name)),
      pull: (_ledger, asked) => this.#arrive("pull", () => this.pull(structuredClone(asked))),
      postUtterance: () => this.#arrive("utterance", () => ({ transcript: "", words: [], alternatives: [] })),
      monthSummary: () => this.#arrive("month", () => ({})),
    };
  }

  /** Put a row there as the server's own doing; returns it. */
  plant(entity: Entity, id: string, fields: Document, deleted = false): Row {
    const row: Row = { entity, id, seq: ++this.seq, deleted, fields };
    this.rows.set(id, row);
    return row;
  }

  /** Go back to an earlier copy under a new epoch, as a restore does. */
  restore(copy: ReturnType<FakeServer["copy"]>): void {
    Object.assign(this, structuredClone(copy), { epoch: newId() });
  }

  /** Go back to an earlier copy as somebody does who copies the database's file: nobody tells the phones. */
  restoreByHand(copy: ReturnType<FakeServer["copy"]>): void {
    Object.assign(this, structuredClone(copy));
  }

  copy(): { rows: Map<string, Row>; seq: number; written: Written[]; records: Map<string, Record> } {
    const { rows, seq, written, records } = this;
    return structuredClone({ rows, seq, written, records });
  }

  push({ epoch, cursor, known, mutations }: Push, by: string): PushReply {
    this.#refuseLostFuture(epoch, cursor, known);
    if (mutations.length > 100) throw new Refused(422, "too_many", "Too many.", null);
    this.largestBatch = Math.max(this.largestBatch, mutations.length);
    for (const mutation of mutations) {
      const known = this.records.get(mutation.mid);
      if (known && known.payload !== JSON.stringify(mutation)) throw new Refused(409, "mid_reused", "Spent.", null);
    }
    return { epoch, results: mutations.map((mutation) => this.#once(mutation, by)) };
  }

  pull({ cursor, epoch, known, apart }: PullAsked): PullReply {
    this.#refuseLostFuture(epoch, cursor, known);
    if (apart !== undefined) this.apart.push(apart);
    const after = [...this.rows.values()].filter((row) => row.seq > cursor).sort((one, other) => one.seq - other.seq);
    const rows = structuredClone(after.slice(0, this.page));
    const hasMore = after.length > this.page;
    return { epoch, from: cursor, cursor: hasMore ? rows.at(-1)!.seq : this.seq, rows, hasMore, latest: this.seq, digest: hasMore ? null : this.digest() };
  }

  digest(): ReadonlySet<string> {
    return linesOf(counted(EMPTY, [], [...this.rows.values()]));
  }

  #refuseLostFuture(epoch: string, cursor: number, known: string | null | undefined): void {
    if (epoch === this.epoch && (cursor > this.seq || (known && !this.records.has(known)))) {
      this.epoch = newId();
      this.seq += 1_000_000;
    }
    if (epoch !== this.epoch) throw new EpochChanged(this.epoch);
  }

  async #arrive<T>(door: string, work: () => T): Promise<T> {
    this.requests.push(door);
    this.#inside += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#inside);
    await new Promise((resolve) => setImmediate(resolve));
    this.#inside -= 1;
    const fate = this.fates.shift();
    if (fate === "drop") throw new Unreachable();
    if (fate === "sign out") throw new SignedOut();
    if (fate === "busy") throw new Refused(503, "busy", "The server is busy.", 20);
    if (fate === "fail") throw new Refused(500, "http_500", "Broken.", null);
    if (fate === "twice") work();
    const answer = work();
    if (fate === "lose") throw new Unreachable();
    return answer;
  }

  #once(mutation: Mutation, by: string): Result {
    const known = this.records.get(mutation.mid);
    if (known && known.result.status !== "parked") return known.result;
    const result = this.#apply(mutation, by);
    this.records.set(mutation.mid, { payload: JSON.stringify(mutation), result });
    return result;
  }

  #apply(mutation: Mutation, by: string): Result {
    const { mid, op, entity, id, fields } = mutation;
    const answer = (status: Result["status"], seq: number | null, code?: string): Result =>
      ({ mid, status, seq, error: code === undefined ? null : { code, message: `Refused: ${code}.` } });
    if (fields["date"] === "poison") return answer("rejected", null, "bad_value");
    if (typeof fields["payee"] === "string" && !this.rows.has(fields["payee"])) return answer("parked", null);
    if (entity === "conflict" && !this.rows.has(id)) return answer("applied", ++this.seq);
    if (op !== "create" && !this.rows.has(id)) return answer("parked", null);
    const clashes = this.#clashes(mutation, by);
    this.#write(mutation, by);
    const kept = this.rows.get(id)!;
    for (const { path, lost, lostBy } of clashes) {
      this.plant("conflict", naturalId(this.ledger, "conflict", `${mid}:${path}`), {
        entity, row: id, path, kept: path === "deleted" ? kept.deleted : valueAt(kept.fields, path), lost,
        kept_by: by, lost_by: lostBy, at: this.now.toISOString(), settled: false,
      });
    }
    return answer(clashes.length > 0 ? "conflict" : "applied", this.seq);
  }

  #write({ mid, op, entity, id, fields }: Mutation, by: string): void {
    const { deleted: _life, ...paths } = fields;
    const start: Fields = this.rows.get(id)?.fields ?? {};
    this.plant(entity, id, op === "delete" ? start : merge(start, paths), op === "delete");
    this.written.push({ mid, seq: this.seq, row: id, paths: op === "delete" ? ["deleted"] : Object.keys(fields), by });
  }

  #clashes(mutation: Mutation, _by: string): { path: string; lost: Row["fields"][string]; lostBy: string }[] {
    const row = this.rows.get(mutation.id);
    if (row === undefined || mutation.entity === "conflict" || mutation.entity === "lesson") return [];
    const unseen = this.written.filter((one) =>
      one.row === mutation.id && one.seq > mutation.base && !mutation.seen.includes(one.mid));
    return Object.keys(mutation.fields).flatMap((path) => {
      const writer = unseen.find((one) => one.paths.includes(path));
      const lost = valueAt(row.fields, path);
      return writer && JSON.stringify(lost) !== JSON.stringify(mutation.fields[path]) ? [{ path, lost, lostBy: writer.by }] : [];
    });
  }
}

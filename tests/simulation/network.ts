/** The network between phones and server: every message waits here until the simulator decides its fate. */

import type { Road } from "../../static/src/sync/api";
import type { Row } from "../../static/src/ledger/types";
import type { Asked, Server } from "./server";

interface Request {
  readonly method: string;
  readonly address: string;
  readonly body: string | null;
}

/** A request on its way; with `answer` its reply is on the way back. */
export interface Message {
  readonly phone: string;
  readonly request: Request;
  answer: Asked;
  readonly arrive: (response: Response) => void;
  readonly break: () => void;
}

/** Who speaks: signed out, requests go without a person. */
export interface Speaker {
  readonly name: string;
  readonly person: string;
  signedIn: boolean;
}

export class Network {
  waiting: Message[] = [];
  /** Requests whose phone has given up and that may still reach the server. */
  stray: { readonly request: Request; readonly person: string }[] = [];
  /** "epoch id seq" of each row that was ever answered → what it was; one moment has one content. */
  readonly rows = new Map<string, string>();
  /** Mids the phones were told are in the ledger. */
  readonly acknowledged = new Set<string>();
  /** Every epoch that an answer named. */
  readonly epochs = new Set<string>();
  readonly broken: string[] = [];
  /** How often a phone told that its rows were not what the server's digest says. */
  apart = 0;
  messages = 0;

  constructor(readonly server: Server, readonly persons: ReadonlyMap<string, Speaker>) {}

  /** The way of one tab; what ran in a browser that `lives` no more sends nothing, and hears of nothing. */
  road(phone: string, lives: () => boolean): Road {
    const send: Road["send"] = (address, init) => (lives() ? this.#send(phone, address, init) : new Promise<never>(() => {}));
    return { base: "", cookies: () => "csrftoken=known", send };
  }

  /** Carry a message one leg: to the server, or its reply to the phone. */
  carry(message: Message): void {
    if (message.answer === null) this.#reach(message);
    else this.#return(message, message.answer);
  }

  /** The request comes once more, before or after its first answer. */
  double(message: Message): void {
    const first = this.#ask(message.request, this.#person(message.phone));
    message.answer ??= first;
  }

  /** The phone gives up; the request, if it is still on its way, may arrive later. */
  lose(message: Message): void {
    if (message.answer === null) this.stray.push({ request: message.request, person: this.#person(message.phone) ?? "" });
    this.#drop(message);
    message.break();
  }

  /** The request never arrives. */
  swallow(message: Message): void {
    this.#drop(message);
    message.break();
  }

  /** Something between answers for the server, or the reply breaks off. */
  garble(message: Message): void {
    this.#drop(message);
    if (message.answer === null) message.arrive(new Response("<h1>Bad gateway</h1>", { status: 502 }));
    else message.arrive(new Response(message.answer[1].slice(0, -2), { status: message.answer[0] }));
  }

  /** A request that was given up arrives after all; nobody hears the answer. */
  arriveLate(place: number): void {
    const [late] = this.stray.splice(place, 1);
    if (late) this.#ask(late.request, late.person || null);
  }

  /** The phone is gone: nobody waits for its messages. */
  forget(phone: string): void {
    for (const { phone: of, answer, request } of this.waiting) {
      if (of === phone && answer === null) this.stray.push({ request, person: this.#person(of) ?? "" });
    }
    this.waiting = this.waiting.filter((message) => message.phone !== phone);
  }

  #send(phone: string, address: string, init: RequestInit): Promise<Response> {
    const request = { method: init.method ?? "GET", address, body: (init.body as string | undefined) ?? null };
    const asked = (other: Message) => other.phone === phone && other.request.address === address && address.startsWith("/api/ledgers/");
    if (this.waiting.some(asked)) this.broken.push(`two tabs of ${phone} sync at once: ${address}`);
    return new Promise((arrive, reject) => {
      this.waiting.push({ phone, request, answer: null, arrive, break: () => reject(new TypeError("network")) });
    });
  }

  #reach(message: Message): void {
    const answer = this.#ask(message.request, this.#person(message.phone));
    if (answer === null) return this.swallow(message);
    message.answer = answer;
  }

  #return(message: Message, [status, text]: NonNullable<Asked>): void {
    this.#drop(message);
    if (status === 200) this.#note(message.request, text);
    message.arrive(new Response(text, { status }));
  }

  #ask({ method, address, body }: Request, person: string | null): Asked {
    this.messages += 1;
    if (address.includes("apart=")) this.apart += 1;
    const answer = this.server.ask(method, address, body, person);
    for (const [, epoch] of answer?.[1].matchAll(/"epoch": ?"([^"]+)"/g) ?? []) this.epochs.add(epoch!);
    if (answer !== null && answer[0] >= 500) this.broken.push(`the server answered ${answer[0]} to ${address}`);
    if (answer !== null && answer[0] === 200 && address.includes("/pull?")) this.#compare(answer[1]);
    return answer;
  }

  #note({ address }: Request, text: string): void {
    if (!address.endsWith("/push")) return;
    const { results } = JSON.parse(text) as { results: { mid: string; status: string }[] };
    for (const { mid, status } of results) if (status === "applied" || status === "conflict") this.acknowledged.add(mid);
  }

  #compare(text: string): void {
    const { epoch, rows } = JSON.parse(text) as { epoch: string; rows: Row[] };
    for (const row of rows) {
      const key = `${epoch} ${row.id} ${row.seq}`;
      const content = JSON.stringify(row);
      if ((this.rows.get(key) ?? content) !== content) this.broken.push(`I4: row ${key} had two contents`);
      this.rows.set(key, content);
    }
  }

  #person(phone: string): string | null {
    const speaker = this.persons.get(phone);
    return speaker?.signedIn ? speaker.person : null;
  }

  #drop(message: Message): void {
    this.waiting = this.waiting.filter((other) => other !== message);
  }
}

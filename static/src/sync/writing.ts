/** Reports by the server's language model, questions in words, consent and what was sent; only the server knows. */

import { type Door, openDoor, openStream } from "./api";
import { Unreachable, UnreadableAnswer } from "./errors";
import { documentAt, listAt, oneAt, textAt, timeAt, wholeAt } from "./wire";

export const STEPS = ["reckoning", "asking", "writing", "checking", "repairing"] as const;
export type Step = (typeof STEPS)[number];

/** Sentences as the wire has them, every figure a fact; by the model, or ready ones and why. */
export interface Report {
  readonly source: "model" | "templates";
  readonly told: readonly unknown[];
  /** A sentence; empty where the model wrote. */
  readonly reason: string;
}

/** An answer to a question; where it is none, or not the model's own words, a sentence says why. */
export type Answered = Omit<Report, "source">;

/** The body that would be sent, to the letter, and where to; a reason in its place where nothing would be. */
export interface Preview {
  readonly text: string;
  readonly address: string;
  readonly reason: string;
}

export type KeyPlace = "environment" | "settings" | "unreadable" | "nowhere";

export interface Standing {
  /** Null for a person who has not agreed; `since` in ms since 1970. */
  readonly consent: { readonly since: number; readonly payeeNames: boolean } | null;
  readonly key: { readonly place: KeyPlace; readonly paid: boolean };
  readonly maySetKey: boolean;
  readonly model: string;
  /** Of this month, the whole server's; `cost` in millionths of a dollar where the price is known. */
  readonly use: { readonly tokens: number; readonly most: number; readonly cost: number | null };
}

/** One request that was sent. */
export interface Sent {
  readonly id: number;
  /** ms since 1970. */
  readonly at: number;
  readonly ledger: string;
  readonly purpose: "report" | "question";
  readonly model: string;
  readonly text: string;
  readonly outcome: string;
  readonly tokens: { readonly sent: number; readonly received: number };
}

/** Every method throws Unreachable, SignedOut, Refused or UnreadableAnswer. */
export interface Writing {
  /** The verified report; `step` hears how far it is. */
  report(month: string, step: (step: Step) => void): Promise<Report>;
  ask(words: string): Promise<Answered>;
  preview(month: string): Promise<Preview>;
  standing(): Promise<Standing>;
  agree(names: "payee names" | "no names"): Promise<Standing>;
  agreeNoLonger(): Promise<Standing>;
  keepKey(key: string): Promise<Standing>;
  confirmPaid(): Promise<Standing>;
  /** Newest first, 20 at a time: those before the one of this number. */
  log(before: number | null): Promise<readonly Sent[]>;
}

type Streaming = (path: string) => Promise<Response>;

export function openWriting(ledger: string, door: Door = openDoor(), stream: Streaming = openStream): Writing {
  const [base, writing] = [`/api/ledgers/${ledger}`, "/api/writing"];
  const tell = async (path: string, body: object) => standingOf(await door.tell(`${writing}/${path}`, body));
  return {
    report: async (month, step) => reportIn(await stream(`${base}/months/${month}/report`), step),
    ask: async (words) => answeredOf(await door.tell(`${base}/questions`, { words })),
    preview: async (month) => previewOf(await door.ask(`${base}/months/${month}/preview`)),
    standing: async () => standingOf(await door.ask(writing)),
    agree: (names) => tell("consent", { given: true, payee_names: names === "payee names" }),
    agreeNoLonger: () => tell("consent", { given: false }),
    keepKey: (key) => tell("key", { key }),
    confirmPaid: () => tell("key", { paid: true }),
    log: async (before) => listAt(await door.ask(`${writing}/log${before === null ? "" : `?before=${before}`}`), "log").map(sentOf),
  };
}

/** The report at the end of the events; a stream that ends without one was not reached. */
async function reportIn(response: Response, step: (step: Step) => void): Promise<Report> {
  for await (const { name, held } of eventsOf(response)) {
    if (name === "report") return reportOf(held);
    if (name === "step") step(oneAt(STEPS, documentAt(held, "step")["name"], "step.name") as Step);
  }
  throw new Unreachable();
}

/** Server-Sent Events as our server writes them: one `event:` and one `data:` line each. */
async function* eventsOf(response: Response): AsyncGenerator<{ readonly name: string; readonly held: unknown }> {
  const reader = (response.body ?? new ReadableStream<Uint8Array>()).getReader();
  const decoder = new TextDecoder();
  for (let text = ""; ; ) {
    const { done, value } = await reader.read().catch(() => {
      throw new Unreachable();
    });
    if (done) return;
    const blocks = (text + decoder.decode(value, { stream: true })).split("\n\n");
    text = blocks.pop() ?? "";
    yield* blocks.map(eventOf);
  }
}

function eventOf(block: string): { readonly name: string; readonly held: unknown } {
  const [, name, held] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? [];
  try {
    return { name: name ?? "", held: JSON.parse(held ?? "") };
  } catch {
    throw new UnreadableAnswer("event");
  }
}

function reportOf(found: unknown): Report {
  const source = oneAt(["model", "templates"], documentAt(found, "report")["source"], "report.source") as Report["source"];
  return { source, ...answeredOf(found) };
}

function answeredOf(found: unknown): Answered {
  const { told, reason } = documentAt(found, "answer");
  return { told: listAt(told, "answer.told"), reason: textAt(reason, "answer.reason") };
}

function previewOf(found: unknown): Preview {
  const { text, address, reason } = documentAt(found, "preview");
  return { text: textAt(text, "preview.text"), address: textAt(address, "preview.address"), reason: textAt(reason, "preview.reason") };
}

function standingOf(found: unknown): Standing {
  const { consent, key, may_set_key, model, use } = documentAt(found, "standing");
  const { tokens, at_most, cost } = documentAt(use, "standing.use");
  return {
    consent: consent === null ? null : consentOf(consent), key: keyOf(key), maySetKey: may_set_key === true, model: textAt(model, "standing.model"),
    use: { tokens: wholeAt(tokens, "use.tokens"), most: wholeAt(at_most, "use.at_most"), cost: cost === null ? null : wholeAt(cost, "use.cost") },
  };
}

function consentOf(found: unknown): NonNullable<Standing["consent"]> {
  const { given_at, payee_names } = documentAt(found, "consent");
  return { since: timeAt(given_at, "consent.given_at"), payeeNames: payee_names === true };
}

function keyOf(found: unknown): Standing["key"] {
  const { place, paid } = documentAt(found, "key");
  return { place: oneAt(["environment", "settings", "unreadable", "nowhere"], place, "key.place") as KeyPlace, paid: paid === true };
}

function sentOf(found: unknown): Sent {
  const { id, at, ledger_name, purpose, model, text, outcome, tokens_in, tokens_out } = documentAt(found, "sent");
  return {
    id: wholeAt(id, "sent.id"), at: timeAt(at, "sent.at"), ledger: textAt(ledger_name, "sent.ledger_name"),
    purpose: oneAt(["report", "question"], purpose, "sent.purpose") as Sent["purpose"], model: textAt(model, "sent.model"), text: textAt(text, "sent.text"),
    outcome: textAt(outcome, "sent.outcome"), tokens: { sent: wholeAt(tokens_in, "sent.tokens_in"), received: wholeAt(tokens_out, "sent.tokens_out") },
  };
}

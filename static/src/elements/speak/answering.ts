/** The ear listens on for a spoken yes, no or undo while a draft or the undo bar is shown, if the person likes that. */

import type { ReactiveController, ReactiveControllerHost } from "lit";

import type { Hypothesis } from "../../ledger/reading";
import { say } from "../../lib/say";
import { chosen } from "../../voice/choices";
import type { Ear, Listening } from "../../voice/ear";
import type { House } from "../parts/house";
import { onOtherLedger } from "../parts/moved";
import type { Conversation } from "./conversation";
import { type AnswerWords, type SpokenAnswer, spokenAnswer } from "./answer";

/** What the person is asked: whether to save the draft, to change the last entry, or to take back what was done. */
export type Asked = "draft" | "change" | "saved";

export interface AnswerDeeds {
  /** False where the draft is not ready to be saved: then the question stands. */
  yes(): boolean;
  no(): void;
  undo(): void;
  /** Something else was said; false where it meant nothing. */
  other(heard: Hypothesis, asked: Asked): Promise<boolean>;
}

/** How often one question is asked at most. */
const ROUNDS = 4;

export class Answering implements ReactiveController {
  /** The question that is being listened to; null while none is. */
  asked: Asked | null = null;
  level = 0;
  /** The last words that were no answer. */
  unheard = "";
  #listening: Listening | null = null;
  #question = 0;
  #rounds = 0;
  /** The turn whose drafts were asked about. */
  #turn: Conversation["turn"] | null = null;

  constructor(
    private readonly host: ReactiveControllerHost, private readonly house: () => House,
    private readonly talk: Conversation, private readonly deeds: AnswerDeeds,
  ) {
    host.addController(this);
    onOtherLedger(host, () => house().store, () => this.hush());
  }

  /** Once for the drafts of each sentence that was spoken here; what joins them is no new question. */
  hostUpdated(): void {
    const { turn, spokenHere } = this.talk;
    if (turn === this.#turn) return;
    const asked = questionOf(turn);
    const fresh = asked !== null && asked !== questionOf(this.#turn);
    this.#turn = turn;
    if (fresh && spokenHere) void this.ask(asked);
    else if (asked === null && turn.kind !== "idle") this.hush();
  }

  hostDisconnected(): void {
    this.hush();
  }

  /** Listen for an answer. Only where this phone understands by itself: no sound is sent anywhere for a yes. */
  async ask(asked: Asked): Promise<void> {
    this.hush();
    this.#rounds = ROUNDS;
    await this.#again(asked);
  }

  /** Listen no longer. */
  hush(): void {
    this.#question += 1;
    this.#listening?.cancel();
    this.#become(null);
    this.unheard = "";
  }

  async #again(asked: Asked): Promise<void> {
    const question = this.#question;
    const ear = await this.house().ear().catch(() => null);
    if (question !== this.#question) return;
    if (this.#rounds === 0 || !ear || !mayAnswer(ear)) return this.hush();
    this.#rounds -= 1;
    const current = (): boolean => question === this.#question;
    this.#become(asked);
    this.#listening = await ear.listenOn({
      live: () => undefined,
      partial: () => undefined,
      level: (level) => current() && this.#loud(level),
      final: (heard) => void (current() && this.#heard(asked, heard)),
      trouble: () => current() && this.hush(),
    });
    if (!current()) this.#listening.cancel();
  }

  async #heard(asked: Asked, heard: Hypothesis | null): Promise<void> {
    const question = this.#question;
    this.#listening = null;
    const again = heard === null ? false : await this.#done(asked, heard);
    if (question !== this.#question) return;
    if (again) await this.#again(asked);
    else this.hush();
  }

  /** Whether to go on listening for an answer to the same question. */
  async #done(asked: Asked, heard: Hypothesis): Promise<boolean> {
    const answer = spokenAnswer(heard, answerWords());
    if (answer !== null) return this.#answered(asked, answer);
    const meant = await this.deeds.other(heard, asked);
    this.unheard = meant ? "" : heard.transcript;
    this.host.requestUpdate();
    return asked !== "saved";
  }

  #answered(asked: Asked, answer: SpokenAnswer): boolean {
    if (answer === "yes") return asked !== "saved" && !this.deeds.yes();
    if (asked === "saved") this.deeds.undo();
    else this.deeds.no();
    return false;
  }

  #loud(level: number): void {
    this.level = level;
    this.host.requestUpdate();
  }

  #become(asked: Asked | null): void {
    this.asked = asked;
    this.level = 0;
    if (asked === null) this.#listening = null;
    this.host.requestUpdate();
  }
}

function questionOf(turn: Conversation["turn"] | null): Asked | null {
  if (turn?.kind === "amend") return turn.amendment.after === null ? null : "change";
  return turn?.kind === "drafts" ? "draft" : null;
}

function mayAnswer(ear: Ear): boolean {
  return chosen("answers") && ear.where === "phone" && ear.state === "ready" && !document.hidden;
}

function answerWords(): AnswerWords {
  return { yes: say("answers.yes"), no: say("answers.no"), undo: say("answers.undo"), filler: say("answers.filler") };
}

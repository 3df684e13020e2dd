/** Who the server says is signed in here: nothing that is one person's leaves under the cookie of another. */

import { type Api, openApi } from "./api";
import { SignedOut } from "./errors";
import type { Session } from "./wire";

export class SignedIn {
  #person: number | null = null;
  #asked: Promise<Session> | null = null;

  constructor(readonly api: Api = openApi()) {}

  /** The server's session, asked for once at a time; throws as the api does. */
  readonly session = (): Promise<Session> => {
    this.#asked ??= this.#ask().finally(() => (this.#asked = null));
    return this.#asked;
  };

  /** Somebody else may have signed in meanwhile: the server is asked before anything more is sent. */
  doubt(): void {
    this.#person = null;
  }

  /** The doors to what is one person's; each throws SignedOut while the server says that it is somebody else who is here. */
  doorsOf(person: number): Api {
    const first = async <T>(work: (api: Api) => Promise<T>): Promise<T> => {
      if (this.#person !== person && (await this.session()).person.id !== person) throw new SignedOut();
      return work(this.api);
    };
    return {
      session: this.session,
      push: (ledger, push) => first((api) => api.push(ledger, push)),
      pull: (ledger, asked) => first((api) => api.pull(ledger, asked)),
      postUtterance: (ledger, wav, language) => first((api) => api.postUtterance(ledger, wav, language)),
      monthSummary: (ledger, month) => first((api) => api.monthSummary(ledger, month)),
    };
  }

  async #ask(): Promise<Session> {
    const session = await this.api.session();
    this.#person = session.person.id;
    return session;
  }
}

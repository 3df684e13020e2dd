/** Who is signed in: the server's answer, or the last one this phone remembers, so that it starts without a network. */

import { type Api, openApi } from "./api";
import { SignedOut, Unreachable } from "./errors";
import { type Session, sessionOf } from "./wire";

export type { Person, Session, SessionLedger, SpeechModelOffer } from "./wire";

/** Where the last session is remembered; `localStorage` in the browser. */
export type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const REMEMBERED = "my-funds-session";

/**
 * The session: the server's when it answers within `api.session`'s short time, else the remembered one.
 * "signed_out" when the server says so, "nobody" when it cannot be asked and nobody is remembered.
 */
export async function openSession(api: Api = openApi(), shelf: Shelf = localStorage): Promise<Session | "signed_out" | "nobody"> {
  try {
    const session = await api.session();
    shelf.setItem(REMEMBERED, JSON.stringify(session));
    return session;
  } catch (error) {
    if (error instanceof SignedOut) return "signed_out";
    const remembered = rememberedSession(shelf);
    if (remembered !== null) return remembered;
    if (error instanceof Unreachable) return "nobody";
    throw error;
  }
}

/** The last session of this phone, or null; a shelf that cannot be read holds none. */
export function rememberedSession(shelf: Shelf = localStorage): Session | null {
  const text = shelf.getItem(REMEMBERED);
  if (text === null) return null;
  try {
    return rememberedOf(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Forget who was here; call it when a person signs out. Their ledger stays on the phone. */
export function forgetSession(shelf: Shelf = localStorage): void {
  shelf.removeItem(REMEMBERED);
}

function rememberedOf(found: unknown): Session {
  const { speechModel, ...rest } = found as Session;
  return sessionOf({ ...rest, speech_model: speechModel });
}

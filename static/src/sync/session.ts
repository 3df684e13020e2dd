/** Who is signed in: the server's answer, or the last one this phone remembers, so that it starts without a network. */

import { wipeShared } from "../lib/shared_cache";
import { type Api, openApi } from "./api";
import { browserShelf, type Shelf } from "./database";
import { SignedOut, StorageFull, Unreachable } from "./errors";
import { type Session, sessionOf } from "./wire";

export type { Person, Session, SessionLedger, SpeechModelOffer } from "./wire";

const REMEMBERED = "my-funds-session";
/** Who signed out here and may have left a ledger behind. */
const LEAVING = "my-funds-leaving";
const TABS = "my-funds-session";

/**
 * The session: the server's when it answers, else the remembered one; show the remembered one meanwhile.
 * "signed_out" when the server says so, "nobody" when it cannot be asked and nobody is remembered.
 */
export async function openSession(api: Pick<Api, "session"> = openApi(), shelf: Shelf = browserShelf): Promise<Session | "signed_out" | "nobody"> {
  try {
    const session = await api.session();
    await remember(session, shelf);
    void clearOut(shelf, session.person.id).catch(() => undefined);
    return session;
  } catch (error) {
    if (error instanceof SignedOut) {
      void clearOut(shelf, null).catch(() => undefined);
      return "signed_out";
    }
    const remembered = await rememberedSession(shelf);
    if (remembered !== null) return remembered;
    if (error instanceof Unreachable) return "nobody";
    throw error;
  }
}

/** The last session of this phone, or null; a shelf that cannot be read holds none. */
export async function rememberedSession(shelf: Shelf = browserShelf): Promise<Session | null> {
  const text = await shelf.get(REMEMBERED);
  if (text === null) return null;
  try {
    return rememberedOf(JSON.parse(text));
  } catch {
    return null;
  }
}

/**
 * Forget who was here; call it when a person signs out. Once the server says that they are gone, their ledger leaves the
 * phone too, unless something is on this phone alone: then it waits, out of everybody's sight, until they sign in again.
 * A shared sound that nobody has read goes at once.
 */
export async function forgetSession(shelf: Shelf = browserShelf): Promise<void> {
  const remembered = await rememberedSession(shelf);
  if (remembered !== null) await shelf.put(LEAVING, String(remembered.person.id));
  await shelf.delete(REMEMBERED);
  await wipeShared();
}

/**
 * The same before a person signs out, where the server answers as ours: without it nobody can sign out, and who stays
 * signed in must not be kept from what is on this phone. Whether it answered.
 */
export async function forgetWhereReached(api: Api = openApi(), shelf: Shelf = browserShelf): Promise<boolean> {
  const reached = await api.session().then(() => true, (error: unknown) => error instanceof SignedOut);
  if (reached) await forgetSession(shelf);
  return reached;
}

/** Call when the tabs may show what is no longer theirs to show: somebody signed out in another one, or somebody else in. */
export function onOtherTabs(hear: () => void): void {
  new BroadcastChannel(TABS).onmessage = hear;
}

function tellOtherTabs(): void {
  const tabs = new BroadcastChannel(TABS);
  tabs.postMessage(null);
  tabs.close();
}

async function clearOut(shelf: Shelf, here: number | null): Promise<void> {
  const left = await shelf.get(LEAVING);
  if (left === null) return;
  if (Number(left) !== here) {
    tellOtherTabs();
    await (await import("./leaving")).wipeUnlessWaiting(Number(left));
  }
  await shelf.delete(LEAVING);
}

/** A phone without room goes on with the session it has. */
async function remember(session: Session, shelf: Shelf): Promise<void> {
  const text = JSON.stringify(session);
  if ((await shelf.get(REMEMBERED)) === text) return;
  const before = await rememberedSession(shelf);
  if (before !== null && before.person.id !== session.person.id) tellOtherTabs();
  await shelf.put(REMEMBERED, text).catch((error: unknown) => {
    if (!(error instanceof StorageFull)) throw error;
  });
}

function rememberedOf(found: unknown): Session {
  const { speechModel, starterModel, otherModels, ...rest } = found as Session;
  return sessionOf({ ...rest, speech_model: speechModel, starter_model: starterModel, other_models: otherModels });
}

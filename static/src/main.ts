/** The app starts: the remembered session at once, the server's when it answers; the clock is asked here alone. */

import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/shell.css";
import "./styles/entries.css";
import "./styles/speak.css";
import "./elements/all";
import "./lib/install_offer";

import type { House } from "./elements/parts/house";
import { sentenceOf } from "./elements/parts/problem";
import type { Entrance, MyFunds } from "./elements/shell/my-funds";
import { parserLocale } from "./elements/speak/context";
import { routeOf } from "./elements/shell/routes";
import { dayIn } from "./lib/days";
import { onWake } from "./lib/waking";
import { microphoneAllowed } from "./lib/microphone_permission";
import { registerServiceWorker } from "./lib/service_worker";
import { fetchModel } from "./sync/api";
import { openStore } from "./sync/open_store";
import { browserRim, type Rim } from "./sync/rim";
import { forgetSession, forgetWhereReached, onOtherTabs, openSession, rememberedSession, type Session, type SpeechModelOffer } from "./sync/session";
import { SignedIn } from "./sync/signed_in";
import type { LedgerStore } from "./sync/store";
import { openUtterances } from "./sync/utterances";
import { afterwards } from "./voice/choices";
import type { Ear } from "./voice/ear";
import { keepUpWith, PhoneModels, roomLeft } from "./voice/model_choice";

const LEDGER = "my-funds-ledger";
const SPOKEN = "my-funds-spoken";
const SOON = 2_000;

const signedIn = new SignedIn();
let shown: { readonly session: Session; readonly store: LedgerStore } | null = null;
/** How often something was to be shown: what was chosen last stays, however long the one before takes to open. */
let choices = 0;
let asking: Promise<void> | null = null;
let models: PhoneModels | null = null;
let ear: Promise<Ear> | null = null;
let following: { readonly models: PhoneModels; readonly ending: AbortController; readonly begun: Promise<void> } | null = null;

void start();
loadScreens();
for (const doubtful of [onWake, onOtherTabs]) doubtful(whoIsHere);
void registerServiceWorker((apply) => (app().newer = apply));

/** Asked for again until they come: the network may be poor while the service worker has not kept them yet. */
function loadScreens(): void {
  import("./screens").catch(() => setTimeout(loadScreens, SOON));
}

async function start(): Promise<void> {
  try {
    if (listensAtOnce()) openedOnce().catch(() => undefined);
    if (cameFrom("logout")) await forgetSession();
    const remembered = cameFrom("") ? null : await rememberedSession();
    if (remembered) await show(remembered);
    await ask();
  } catch (error) {
    if (!shown) app().entrance = { kind: "failed", problem: sentenceOf(error) };
  }
}

async function ask(): Promise<void> {
  const session = await openSession(signedIn);
  if (typeof session !== "string") await showIfNew(session);
  else if (!shown || (session === "signed_out" && !(await rememberedSession()))) shut({ kind: session });
}

/** The server's session takes the remembered one's place when something in it is new. */
async function showIfNew(session: Session): Promise<void> {
  if (JSON.stringify(session) !== JSON.stringify(shown?.session)) await show(session);
}

async function show(session: Session): Promise<void> {
  const choice = (choices += 1);
  const ledger = session.ledgers.find(({ id }) => id === localStorage.getItem(ledgerKey(session))) ?? session.ledgers[0];
  if (!ledger) return shut({ kind: "no_ledger", person: session.person, askAnew });
  // On the screen that listens the ear gets ready beside the ledger, not after it.
  const opening = ear || location.pathname === "/" ? earFor(modelsOf(session, spokenIn(session))) : null;
  opening?.then((opened) => listenAhead(opened)).catch(() => undefined);
  const store = await openStore(session, ledger.id, rimOf(session));
  if (choice !== choices) return store.close();
  shown?.store.close();
  shown = { session, store };
  app().entrance = { kind: "open", house: houseOf(session, store) };
  store.addEventListener("state", askWhenRefused);
  await app().updateComplete;
}

/** No ledger is shown any more. */
function shut(entrance: Entrance): void {
  choices += 1;
  shown?.store.close();
  shown = null;
  app().entrance = entrance;
}

/** What one person's is sent by, once the server has said that it is they who are signed in. */
function rimOf({ person }: Session): Rim {
  return browserRim(signedIn.doorsOf(person.id));
}

/** The server refuses: the person's ledgers or roles may be others now, or somebody else is signed in. */
function askWhenRefused({ target }: Event): void {
  const { phase } = (target as LedgerStore).state;
  if (phase === "failed" || phase === "signed_out") void askAnew();
}

/** Somebody may have signed out or in elsewhere: what was asked before does not tell. */
function whoIsHere(): void {
  signedIn.doubt();
  void Promise.resolve(asking).then(askAnew);
}

/** One question at a time; what cannot be asked is asked another time. */
function askAnew(): Promise<void> {
  asking ??= ask().catch(() => undefined).finally(() => (asking = null));
  return asking;
}

/** Where this browser remembers which ledger its person has open. */
function ledgerKey({ person }: Session): string {
  return `${LEDGER}-${person.id}`;
}

function houseOf(session: Session, store: LedgerStore): House {
  const { person, ledgers } = session;
  const spoken = spokenIn(session);
  const chosen = modelsOf(session, spoken);
  const { currency, time_zone, id } = store.ledger;
  return {
    store, person, models: chosen,
    get model() {
      return chosen.inUse;
    },
    clock: { now: () => Date.now(), today: () => dayIn(time_zone, new Date()) },
    locale: parserLocale(spoken, navigator.languages, currency),
    spoken, languages: session.languages,
    speak: (language) => {
      localStorage.setItem(SPOKEN, language);
      void show(session);
    },
    ear: () => earFor(chosen),
    utterances: openUtterances(session, spoken, rimOf(session)),
    monthAnswer: (month) => import("./sync/copies").then(({ monthSummary }) => monthSummary(session, id, month, rimOf(session))).catch(() => null),
    askAnew,
    otherLedgers: ledgers.filter((ledger) => ledger.id !== id),
    openLedger: (ledger) => {
      localStorage.setItem(ledgerKey(session), ledger);
      return show(shown?.session ?? session);
    },
    amendLedger: (change) => void show({ ...session, ledgers: ledgers.map((one) => (one.id === id ? { ...one, ...change } : one)) }),
    forgetPerson: () => Promise.race([forgetWhereReached(), new Promise<boolean>((resolve) => setTimeout(resolve, SOON, false))]),
  };
}

/** The language chosen on this phone, else the person's own. */
function spokenIn({ person, languages }: Session): string {
  const chosen = localStorage.getItem(SPOKEN);
  return languages.find((language) => language === chosen) ?? person.language;
}

/** Fetching a model goes on over changes of the ledger; another model on offer ends it. */
function modelsOf({ speechModel, starterModel, otherModels }: Session, language: string): PhoneModels {
  const of = (...offers: readonly (SpeechModelOffer | null)[]) => offers.find((model) => model?.language === language) ?? null;
  const wanted = of(speechModel, ...otherModels);
  if (models && models.wanted?.url === wanted?.url && models.language === language) return models;
  models?.leave();
  models = new PhoneModels({ language, wanted, starter: of(starterModel), fetchModel, storage: localStorage, page: globalThis, room: roomLeft });
  return models;
}

/** The one ear, loaded when it is first asked for: two would each hold an engine, and what the other unpacked. */
function openedOnce(): Promise<Ear> {
  ear ??= import("./voice/open_ear").then(({ openEar }) => openEar({ fetchModel })).catch((error: unknown) => {
    ear = null;
    throw error;
  });
  return ear;
}

/** At the shortcut that listens at once the microphone does not wait for the ledger; the speak screen takes over. */
async function listenAhead(opened: Ear): Promise<void> {
  if (!listensAtOnce() || !(await microphoneAllowed()) || shown) return;
  await opened.listenAhead(tellOfListening, afterwards());
}

function listensAtOnce(): boolean {
  const route = routeOf(new URL(location.href));
  return route.screen === "speak" && route.listen;
}

function tellOfListening(): void {
  if (!shown) app().entrance = { kind: "starting", listening: true };
}

/** The ear as soon as it follows these models, and no longer those before. */
async function earFor(chosen: PhoneModels): Promise<Ear> {
  const opened = await openedOnce();
  if (following?.models !== chosen) {
    following?.ending.abort();
    const ending = new AbortController();
    following = { models: chosen, ending, begun: keepUpWith(chosen, opened, ending.signal).catch(() => undefined) };
  }
  await following.begun;
  return opened;
}

/** Whether a page of the account led here: somebody may have signed out or in there, so nobody is taken for who was here. */
function cameFrom(page: string): boolean {
  const [opened] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return opened?.type === "navigate" && document.referrer.startsWith(`${location.origin}/accounts/${page}`);
}

function app(): MyFunds {
  const found = document.querySelector("my-funds");
  if (!found) throw new Error("the page holds no <my-funds>");
  return found;
}

/** One story: phones, a network and a server, and the steps that happen to them, each by its own dice. */

import type { PhoneStore } from "../../static/src/sync/phone_store";
import { sessionOf, type Session } from "../../static/src/sync/wire";
import { act } from "./deeds";
import { Dice } from "./dice";
import { settle, tick } from "./disk";
import { isPoison, judge } from "./judge";
import { type Message, Network } from "./network";
import { Phone } from "./phone";
import type { Server } from "./server";

/** A step of a story: what happens, and the seed of its own dice, so that a story can be told without some of its steps. */
export interface Step {
  readonly kind: Kind;
  readonly seed: number;
}

/** False when there was nothing it could happen to. */
type Deed = (world: World, dice: Dice) => Promise<boolean> | boolean;
export type Kind = keyof typeof DEEDS;

const HOUR = 3_600_000;

export class World {
  now = Date.UTC(2026, 2, 17, 12);
  readonly phones: Phone[] = [];
  readonly network: Network;
  readonly happened: Partial<Record<Kind, number>> = {};
  /** What else went wrong in these steps, by name. */
  readonly faults = { poison: 0, "batch cut within": 0, "with two tabs": 0 };
  readonly broken: string[] = [];
  /** How often, by the server's own command or by hand. */
  restores = 0;
  /** The server was restored and nobody told it. */
  restoredByHand = false;

  private constructor(readonly server: Server) {
    this.network = new Network(server, new Map());
  }

  static async begin(server: Server, first: number): Promise<World> {
    const { ledger } = server.do("begin") as { ledger: string };
    const world = new World(server);
    for (const [place, person] of ["asha", "asha", "ben"].entries()) {
      const phone = new Phone(`phone ${place}`, person, first + place, sessionFor(server, person), ledger, world.network);
      (world.network.persons as Map<string, Phone>).set(phone.name, phone);
      world.phones.push(phone);
      await phone.openTab(world.now);
    }
    return world;
  }

  async take({ kind, seed }: Step): Promise<void> {
    this.now += 1000;
    for (const phone of this.phones) phone.clock(this.now);
    if (!(await DEEDS[kind](this, new Dice(seed)))) return;
    this.happened[kind] = (this.happened[kind] ?? 0) + 1;
    if (this.phones.some(({ tabs }) => tabs.length > 1)) this.faults["with two tabs"] += 1;
    await settle();
    if (kind === "edit") for (const phone of this.phones) await phone.note();
    if (kind === "carry") for (const phone of this.phones) if (await phone.wentBack(this.restoredByHand)) this.broken.push(`I4: the cursor of ${phone.name} went back`);
  }

  /** The network is well again: everything is carried until nothing moves, and the promises are judged. */
  async end(): Promise<readonly string[]> {
    for (let round = 0; round < 8; round += 1) {
      for (const phone of this.phones) this.#wake(phone);
      await settle();
      for (let left = 500; this.network.waiting.length > 0 && left > 0; left -= 1) {
        this.network.carry(this.network.waiting[0]!);
        await settle();
      }
      while (this.network.stray.length > 0) this.network.arriveLate(0);
    }
    for (const phone of this.phones) await phone.note();
    if (this.network.apart > 0 && !this.restoredByHand) this.broken.push("I4: a phone's rows were not what the digest says");
    if (this.network.epochs.size > 1 + this.restores) this.broken.push("I8: a new epoch began though nobody restored the server");
    this.faults.poison = this.phones.flatMap((phone) => [...phone.saved.values()]).filter(isPoison).length;
    this.faults["batch cut within"] = this.server.do("batches_cut") as number;
    return [...this.broken, ...await judge(this.server, this.network, this.phones, this.restores > 0)];
  }

  close(): void {
    for (const phone of this.phones) for (const tab of phone.tabs) tab.close();
  }

  #wake(phone: Phone): void {
    phone.signedIn = true;
    for (const tab of phone.tabs) {
      tab.release();
      void tab.sync();
    }
  }
}

function sessionFor(server: Server, person: string): Session {
  const answer = server.ask("GET", "/api/session", null, person);
  if (answer === null) throw new Error("the server gave no session");
  return sessionOf(JSON.parse(answer[1]));
}

function someone(world: World, dice: Dice): Phone {
  return dice.of(world.phones)!;
}

function withMessage(world: World, dice: Dice, what: (message: Message) => void): boolean {
  const message = dice.of(world.network.waiting);
  if (message !== undefined) what(message);
  return message !== undefined;
}

function inTab(world: World, dice: Dice, what: (tab: PhoneStore) => void): boolean {
  const tab = dice.of(someone(world, dice).tabs);
  if (tab !== undefined) what(tab);
  return tab !== undefined;
}

function done(): true {
  return true;
}

/** Somebody looks at one tab, or the network is back for all of them at once. */
function wake(world: World, dice: Dice): true {
  const { tabs } = someone(world, dice);
  const tab = dice.of(tabs);
  for (const woken of dice.once(2) ? tabs : tabs.filter((one) => one === tab)) void woken.sync();
  return true;
}

/** Cut a phone's power a moment after something began on it, and start it anew. */
async function crash(world: World, dice: Dice): Promise<boolean> {
  const phone = someone(world, dice);
  if (dice.once(2)) act(phone, dice).catch(() => undefined);
  else world.network.waiting.filter((message) => message.phone === phone.name).slice(0, 1).forEach((message) => world.network.carry(message));
  for (let ticks = dice.below(40); ticks > 0; ticks -= 1) await tick();
  await phone.crash();
  await phone.openTab(world.now);
  for (const mid of await phone.lost()) world.broken.push(`I1: ${phone.name} lost ${mid} with the power`);
  await phone.note();
  return true;
}

async function toggleTab(world: World, dice: Dice): Promise<boolean> {
  const phone = someone(world, dice);
  await (phone.tabs.length < 2 ? phone.openTab(world.now) : phone.closeTab());
  return true;
}

function restore(world: World): true {
  world.server.do("restore");
  world.restores += 1;
  return true;
}

/** Somebody copies the database file back: one seq may then have another content, until a phone tells of what is lost. */
function restoreByHand(world: World): true {
  world.server.do("put_back");
  world.restores += 1;
  world.restoredByHand = true;
  world.network.rows.clear();
  return true;
}

const DEEDS = {
  edit: (world, dice) => act(someone(world, dice), dice).then(done),
  wake,
  carry: (world, dice) => withMessage(world, dice, (message) => world.network.carry(message)),
  lose: (world, dice) => withMessage(world, dice, (message) => world.network.lose(message)),
  swallow: (world, dice) => withMessage(world, dice, (message) => world.network.swallow(message)),
  double: (world, dice) => withMessage(world, dice, (message) => world.network.double(message)),
  garble: (world, dice) => withMessage(world, dice, (message) => world.network.garble(message)),
  late: (world, dice) => world.network.stray.length > 0 && (world.network.arriveLate(dice.below(world.network.stray.length)), true),
  timer: (world, dice) => {
    const timer = dice.of(someone(world, dice).browser.timers);
    timer?.work();
    return timer !== undefined;
  },
  crash,
  die: (world, dice) => (world.server.do("die", { after: dice.below(4) }), true),
  backUp: (world) => (world.server.do("back_up"), true),
  restore,
  restoreByHand,
  skew: (world, dice) => ((someone(world, dice).skew = (dice.below(2001) - 1000) * HOUR), true),
  signOut: (world, dice) => ((someone(world, dice).signedIn = false), true),
  signIn: (world, dice) => ((someone(world, dice).signedIn = true), true),
  tab: toggleTab,
  hold: (world, dice) => inTab(world, dice, (tab) => tab.hold()),
  release: (world, dice) => inTab(world, dice, (tab) => tab.release()),
} satisfies Record<string, Deed>;

/** How often each happens, in so many of their sum. */
export const WEIGHTS: Readonly<Record<Kind, number>> = {
  edit: 30, wake: 12, carry: 45, lose: 3, swallow: 2, double: 3, garble: 1, late: 3, timer: 5, crash: 3, die: 2, backUp: 0.6,
  restore: 0.3, restoreByHand: 0.3, skew: 1, signOut: 1, signIn: 2, tab: 2, hold: 0.5, release: 2,
};

/** `simulate SEED STEPS ROOT`: stories of some hundred steps until the steps are spent; a broken promise is told with its story, shrunk. */

import { Dice } from "./dice";
import { newDisks, settle, wrapDisk } from "./disk";
import { Server } from "./server";
import { type Kind, type Step, WEIGHTS, World } from "./world";

const STORY = 400;
const PHONES = 3;

let numbers = 1;

async function tell(server: Server, story: readonly Step[]): Promise<{ readonly world: World; readonly broken: readonly string[] }> {
  const world = await World.begin(server, numbers);
  numbers += PHONES;
  for (const step of story) await world.take(step);
  const broken = await world.end();
  world.close();
  await settle();
  newDisks();
  return { world, broken };
}

function storyOf(seed: number, steps: number): readonly Step[] {
  const dice = new Dice(seed);
  const lots = Object.entries(WEIGHTS).flatMap(([kind, weight]) => Array<Kind>(Math.round(weight * 10)).fill(kind as Kind));
  return Array.from({ length: steps }, () => ({ kind: dice.of(lots)!, seed: dice.below(2 ** 31) }));
}

/** A shorter story that breaks a promise too: pieces are left out, ever smaller ones (Zeller's ddmin, one way). */
async function shrunk(server: Server, story: readonly Step[]): Promise<readonly Step[]> {
  let kept = story;
  for (let piece = Math.ceil(kept.length / 2); piece >= 1; piece = piece === 1 ? 0 : Math.ceil(piece / 2)) {
    for (let place = 0; place < kept.length;) {
      const without = [...kept.slice(0, place), ...kept.slice(place + piece)];
      if ((await tell(server, without)).broken.length > 0) kept = without;
      else place += piece;
    }
  }
  return kept;
}

async function main([seed = "1", steps = "20000", root = ".", shrink = "shrink"]: readonly string[]): Promise<void> {
  wrapDisk();
  const server = new Server(root);
  const started = performance.now();
  const happened: Record<string, number> = {};
  const faults: Record<string, number> = {};
  let told = 0;
  let messages = 0;
  for (let number = 0; told < Number(steps); number += 1) {
    const story = storyOf(Number(seed) * 1_000_003 + number, STORY);
    const { world, broken } = await tell(server, story);
    told += Object.values(world.happened).reduce((sum, times) => sum + times, 0);
    messages += world.network.messages;
    for (const [kind, times] of Object.entries(world.happened)) happened[kind] = (happened[kind] ?? 0) + times;
    for (const [fault, times] of Object.entries(world.faults)) faults[fault] = (faults[fault] ?? 0) + times;
    if (broken.length > 0) {
      const short = shrink === "shrink" ? await shrunk(server, story) : story;
      console.log(JSON.stringify({ story: number, steps: told, broken: broken.slice(0, 5), shrunk: short.map(({ kind, seed: own }) => `${kind} ${own}`), then: (await tell(server, short)).broken.slice(0, 5) }, null, 1));
      process.exitCode = 1;
      break;
    }
  }
  const seconds = (performance.now() - started) / 1000;
  console.log(JSON.stringify({ seed: Number(seed), steps: told, messages, seconds: Math.round(seconds), happened, faults }));
  server.close();
  setImmediate(() => process.exit());
}

void main(process.argv.slice(2));

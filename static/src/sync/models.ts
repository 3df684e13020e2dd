/** The speech models of the server: what is there, what Vosk offers, and having the server install one. */

import { type Door, openDoor } from "./api";
import { documentAt, listAt, oneAt, textAt, wholeAt } from "./wire";

export interface ServerModel {
  readonly name: string;
  readonly language: string;
  readonly bytes: number;
  readonly starter: boolean;
  readonly inUse: boolean;
}

/** A model on its way to the server: `done` of `total` bytes of a step; cut off when nothing runs and no problem is told. */
export interface Installation {
  readonly name: string;
  readonly step: "fetching" | "packing";
  readonly done: number;
  readonly total: number;
  readonly running: boolean;
  /** A sentence; empty while all is well. */
  readonly problem: string;
}

export interface ServerModels {
  readonly models: readonly ServerModel[];
  readonly installation: Installation | null;
  /** Whether this person may install, choose and remove. */
  readonly mayChange: boolean;
}

/** A model that Vosk offers; `locale` as Vosk writes it: "en-us". */
export interface OfficialModel {
  readonly name: string;
  readonly language: string;
  readonly locale: string;
  readonly bytes: number;
}

/** Every method throws Unreachable, SignedOut, Refused or UnreadableAnswer. */
export interface ModelDoor {
  all(): Promise<ServerModels>;
  official(): Promise<readonly OfficialModel[]>;
  /** Begin, or go on where it broke off; `all` tells how it stands. */
  install(name: string): Promise<ServerModels>;
  use(name: string): Promise<ServerModels>;
  remove(name: string): Promise<ServerModels>;
}

const MODELS = "/api/voice/models";
const STEPS: readonly string[] = ["fetching", "packing"];

export function openModels(door: Door = openDoor()): ModelDoor {
  const tell = async (deed: string, name: string) => modelsOf(await door.tell(`${MODELS}/${deed}`, { name }));
  return {
    all: async () => modelsOf(await door.ask(MODELS)),
    official: async () => listAt(await door.ask(`${MODELS}/official`), "official").map(officialOf),
    install: (name) => tell("install", name),
    use: (name) => tell("use", name),
    remove: (name) => tell("remove", name),
  };
}

function modelsOf(found: unknown): ServerModels {
  const { models, installation, may_change } = documentAt(found, "models");
  return {
    models: listAt(models, "models.models").map(modelOf),
    installation: installation === null ? null : installationOf(installation),
    mayChange: may_change === true,
  };
}

function modelOf(found: unknown): ServerModel {
  const { name, language, bytes, starter, in_use } = documentAt(found, "model");
  return {
    name: textAt(name, "model.name"), language: textAt(language, "model.language"), bytes: wholeAt(bytes, "model.bytes"),
    starter: starter === true, inUse: in_use === true,
  };
}

function installationOf(found: unknown): Installation {
  const { name, step, done, total, running, problem } = documentAt(found, "installation");
  return {
    name: textAt(name, "installation.name"), step: oneAt(STEPS, step, "installation.step") as Installation["step"],
    done: wholeAt(done, "installation.done"), total: wholeAt(total, "installation.total"), running: running === true,
    problem: textAt(problem, "installation.problem"),
  };
}

function officialOf(found: unknown): OfficialModel {
  const { name, language, locale, bytes } = documentAt(found, "official");
  return {
    name: textAt(name, "official.name"), language: textAt(language, "official.language"),
    locale: textAt(locale, "official.locale"), bytes: wholeAt(bytes, "official.bytes"),
  };
}

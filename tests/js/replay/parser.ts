/** The shipped parser under MicroPython, in this process. */

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { loadMicroPython } from "@micropython/micropython-webassembly-pyscript/micropython.mjs";

import type { ParserContext, Reading } from "../../../static/src/ledger/reading";
import { mount } from "../../../static/src/voice/parser/mount";
import { toReading } from "../../../static/src/voice/parser/reading_check";

const ROOT = new URL("../../../", import.meta.url);

export type Read = (text: string, context: ParserContext) => Promise<Reading>;

export async function openReader(): Promise<Read> {
  const wasm = new URL("node_modules/@micropython/micropython-webassembly-pyscript/micropython.wasm", ROOT);
  const python = await loadMicroPython({ url: fileURLToPath(wasm), heapsize: 32 * 1024 * 1024 });
  mount(python.FS, Object.fromEntries([...sources("voice/parser", ".py"), ...sources("voice/lexicon", ".json")]));
  const parser = python.pyimport("voice.parser") as unknown as { read_json(text: string): string };
  return async (text, context) => toReading(JSON.parse(parser.read_json(JSON.stringify({ text, context }))));
}

function sources(folder: string, ending: string): [string, string][] {
  const names = readdirSync(new URL(folder, ROOT)).filter((name) => name.endsWith(ending));
  return names.map((name) => [`${folder}/${name}`, readFileSync(new URL(`${folder}/${name}`, ROOT), "utf8")]);
}

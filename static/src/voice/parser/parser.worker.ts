/** The parser's worker: MicroPython with the package of voice/parser in its file system. {id, text} in, {id, text} out. */

import { loadMicroPython } from "@micropython/micropython-webassembly-pyscript/micropython.mjs";
import wasmUrl from "@micropython/micropython-webassembly-pyscript/micropython.wasm?url";
import sources from "virtual:parser-sources";

import { mount } from "./mount";
import type { Answer, Question } from "./messages";

const HEAP_BYTES = 16 * 1024 * 1024;
/** A first sentence loads the lexicon of the person's language, so that their first one need not. */
const WARM_UP = JSON.stringify({ text: "one 1", context: { locale: navigator.language } });

const parser = load();

self.addEventListener("message", (event: MessageEvent<Question>) => {
  const { id, text } = event.data;
  parser.then((module) => answer({ id, text: module.read_json(text) })).catch((error: unknown) => answer({ id, error: String(error) }));
});

async function load(): Promise<{ read_json(text: string): string }> {
  const python = await loadMicroPython({ url: wasmUrl, heapsize: HEAP_BYTES });
  mount(python.FS, sources);
  const parser = python.pyimport("voice.parser");
  parser.read_json(WARM_UP);
  return parser;
}

function answer(message: Answer): void {
  self.postMessage(message);
}

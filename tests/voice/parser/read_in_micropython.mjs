// Reads JSON texts, one a line, from stdin with the parser under MicroPython; writes one answer a line.
// Usage: node read_in_micropython.mjs REPOSITORY_ROOT < questions > answers

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const root = process.argv[2];
const packageFolder = join(root, "node_modules/@micropython/micropython-webassembly-pyscript");
const { loadMicroPython } = await import(pathToFileURL(join(packageFolder, "micropython.mjs")).href);
const python = await loadMicroPython({ url: join(packageFolder, "micropython.wasm"), heapsize: 16 * 1024 * 1024 });

for (const folder of ["lib", "lib/voice", "lib/voice/parser", "lib/voice/lexicon"]) {
  if (!python.FS.analyzePath(`/${folder}`).exists) python.FS.mkdir(`/${folder}`);
}
for (const [folder, suffix] of [["voice/parser", ".py"], ["voice/lexicon", ".json"]]) {
  for (const name of readdirSync(join(root, folder)).filter((one) => one.endsWith(suffix))) {
    python.FS.writeFile(`/lib/${folder}/${name}`, readFileSync(join(root, folder, name), "utf8"));
  }
}

const parser = python.pyimport("voice.parser");
const questions = readFileSync(0, "utf8").split("\n").filter((line) => line !== "");
for (const question of questions) process.stdout.write(`${answer(question)}\n`);

function answer(question) {
  try {
    return parser.read_json(question);
  } catch (error) {
    return `MicroPython: ${error.message}`;
  }
}

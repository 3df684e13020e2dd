/** A Vite plugin that hands the parser's Python and its lexicons to the page: `virtual:parser-sources` = {path: text}. */

import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Plugin } from "vite";

const NAME = "virtual:parser-sources";
const RESOLVED = `\0${NAME}`;
const FOLDERS: readonly { readonly path: string; readonly suffix: string }[] = [
  { path: "voice/parser", suffix: ".py" },
  { path: "voice/lexicon", suffix: ".json" },
];

/** The plugin; list it under `worker.plugins` too, since Vite builds a worker with plugins of its own. */
export function parserSources(root: string = process.cwd()): Plugin {
  return {
    ...sourcesModule(root),
    configureServer(server) {
      server.watcher.add(FOLDERS.map((folder) => resolve(root, folder.path)));
    },
    handleHotUpdate({ file, server }) {
      if (isSource(root, file)) server.ws.send({ type: "full-reload" });
    },
  };
}

/** {path below the repository: text}, sorted by path; a JSON file without its white space. */
export function readSources(root: string): Record<string, string> {
  const paths = FOLDERS.flatMap(({ path, suffix }) =>
    readdirSync(join(root, path))
      .filter((name) => name.endsWith(suffix))
      .map((name) => `${path}/${name}`),
  ).sort();
  return Object.fromEntries(paths.map((path) => [path, compact(path, readFileSync(join(root, path), "utf8"))]));
}

function sourcesModule(root: string): Plugin {
  return {
    name: "parser-sources",
    resolveId: (id) => (id === NAME ? RESOLVED : null),
    load(id) {
      if (id !== RESOLVED) return null;
      const sources = readSources(root);
      for (const path of Object.keys(sources)) this.addWatchFile(resolve(root, path));
      return `export default ${JSON.stringify(sources)};`;
    },
  };
}

function isSource(root: string, file: string): boolean {
  return FOLDERS.some(({ path, suffix }) => file.startsWith(resolve(root, path)) && file.endsWith(suffix));
}

function compact(path: string, text: string): string {
  return path.endsWith(".json") ? JSON.stringify(JSON.parse(text)) : text;
}

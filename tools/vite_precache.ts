/** A Vite plugin: build the service worker with the list of everything the app needs offline. */

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";

import { build, type Plugin, type Rollup } from "vite";

interface Options {
  readonly entry: string;
  readonly output: string;
}

const COMPRESSIBLE = /\.(js|mjs|css|wasm|json|svg)$/;
const ICONS = ["/static/icons/icon-192.png", "/static/icons/logo.svg"];

/** After the page is written: `output` beside it, with `__BUILD__` and `__PRECACHE__` filled, and a .gz of what compresses. */
export function precache({ entry, output }: Options): Plugin {
  let base = "/";
  let folder = "";
  return {
    name: "my-funds:precache",
    apply: "build",
    configResolved(config) {
      base = config.base;
      folder = resolve(config.root, config.build.outDir);
    },
    async writeBundle(_options, bundle) {
      const names = Object.keys(bundle).filter((name) => wanted(name)).sort();
      await writeServiceWorker(entry, folder, output, names.map((name) => base + name), hashOf(bundle, names));
      names.filter((name) => COMPRESSIBLE.test(name)).forEach((name) => compress(join(folder, name)));
    },
  };
}

/** The manifest is for Django; the server-rendered pages are never shown offline. */
function wanted(name: string): boolean {
  return !name.startsWith(".vite/") && !/\/pages-/.test(name);
}

function hashOf(bundle: Rollup.OutputBundle, names: readonly string[]): string {
  const hash = createHash("sha256");
  for (const name of names) {
    const file = bundle[name];
    hash.update(name).update(file?.type === "chunk" ? file.code : (file?.source ?? ""));
  }
  hash.update(readFileSync("templates/app.html"));
  return hash.digest("hex").slice(0, 12);
}

async function writeServiceWorker(
  entry: string, folder: string, output: string, urls: readonly string[], hash: string,
): Promise<void> {
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    define: { __BUILD__: JSON.stringify(hash), __PRECACHE__: JSON.stringify([...ICONS, ...urls]) },
    build: { write: false, target: "es2023", rollupOptions: { input: entry, output: { format: "iife" } } },
  });
  const [made] = Array.isArray(result) ? result : [result];
  const chunk = (made as Rollup.RollupOutput).output[0];
  writeFileSync(join(folder, output), chunk.code);
}

function compress(path: string): void {
  writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
}

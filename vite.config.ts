/** The page's build: static/src → static/dist, hashed names, a precache list for the service worker. */

import { defineConfig } from "vite";

import { precache } from "./tools/vite_precache.ts";
import { speechEngine } from "./tools/speech_engine.ts";
import { parserSources } from "./tools/vite_parser.ts";

export default defineConfig({
  base: "/static/",
  publicDir: false,
  plugins: [parserSources(), speechEngine(), precache({ entry: "static/src/sw.ts", output: "sw.js" })],
  worker: { format: "es", plugins: () => [parserSources(), speechEngine()] },
  build: {
    outDir: "static/dist",
    emptyOutDir: true,
    manifest: true,
    target: "es2023",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 3000,
    rollupOptions: { input: ["static/src/main.ts", "static/src/pages/pages.ts"] },
  },
});

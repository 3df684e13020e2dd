import { defineConfig } from "vite";

import { speechEngine } from "../../../tools/speech_engine";
import { parserSources } from "../../../tools/vite_parser";

export default defineConfig({
  base: "/static/",
  publicDir: false,
  logLevel: "error",
  plugins: [parserSources(), speechEngine()],
  worker: { format: "es", plugins: () => [parserSources(), speechEngine()] },
  build: {
    target: "es2023",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rollupOptions: { input: ["tests/e2e/ear/ear_page.ts"], output: { entryFileNames: "ear_page.js" } },
  },
});

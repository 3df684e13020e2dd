/** The simulator's build: the shipped sync and the world around it as one module for Node. */

import { defineConfig } from "vite";

export default defineConfig({
  publicDir: false,
  resolve: { conditions: ["browser", "module", "import", "default"] },
  ssr: { noExternal: true, external: ["fake-indexeddb"] },
  build: { ssr: "tests/simulation/main.ts", outDir: "build/simulation", emptyOutDir: true, target: "node22", minify: false },
});

/** Addresses of the recogniser's worker and its WebAssembly; `tools/speech_engine.ts` writes both files at the build. */
declare module "virtual:speech-engine" {
  export const worker: string;
  export const wasm: string;
}

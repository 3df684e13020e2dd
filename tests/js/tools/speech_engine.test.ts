import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { extractEngine } from "../../../tools/speech_engine";

const PACKAGE = readFileSync("node_modules/vosk-browser/dist/vosk.js", "utf8");
const WORKER = /createBase64WorkerFactory\('([\w+/=]+)'/;

/** The package with its worker's script changed. */
function packageWith(change: (script: string) => string): string {
  const script = Buffer.from(WORKER.exec(PACKAGE)?.[1] ?? "", "base64").toString("latin1");
  return `createBase64WorkerFactory('${Buffer.from(change(script), "latin1").toString("base64")}'`;
}

describe("extractEngine", () => {
  const { worker, wasm } = extractEngine(PACKAGE);

  it("names files by their content, the worker so that it gets its own policy", () => {
    expect(worker.fileName).toMatch(/^assets\/speech-worker-[0-9a-f]{8}\.js$/);
    expect(wasm.fileName).toMatch(/^assets\/speech-engine-[0-9a-f]{8}\.wasm$/);
  });

  it("leaves nothing that makes code from text", () => {
    expect(worker.source).not.toMatch(/new Function|\beval\(|new_\(Function/);
    expect(() => new Function(worker.source)).not.toThrow();
  });

  it("takes the wasm out and points to it", async () => {
    expect(worker.source.length).toBeLessThan(200_000);
    expect(worker.source).toContain(wasm.fileName.replace("assets/", ""));
    expect(WebAssembly.validate(wasm.source as Uint8Array<ArrayBuffer>)).toBe(true);
  });

  it.each([
    ["createNamedFunction", 'return new Function("body"'],
    ["craftInvokerFunction", 'var argsList="";var argsListWired="";'],
    ["__emval_get_method_caller", 'var signatureName=retType.name+"_$"'],
    ["orders' log", "this.logger.debug(JSON.stringify("],
  ])("stops the build where %s is not found", (name, site) => {
    expect(() => extractEngine(packageWith((script) => script.replace(site, "/* moved */")))).toThrow(name);
  });

  it("stops the build where other code from text appears", () => {
    expect(() => extractEngine(packageWith((script) => `${script}\neval("1")`))).toThrow("code from text remains");
  });

  it("stops the build where the package has another shape", () => {
    expect(() => extractEngine("export {}")).toThrow("expected version 0.0.8");
  });
});

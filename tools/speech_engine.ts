/**
 * A Vite plugin: take Vosk's worker and its WebAssembly out of the vosk-browser package, as files of our own origin.
 *
 * The package hides a base64 worker, which hides base64 wasm, and embind builds functions from text. Here both become
 * files under assets/ and the three `new Function` sites become closures, so that the page's policy stays
 * `script-src 'self'` and only the worker's own response needs 'wasm-unsafe-eval'. A site that is not found stops the build.
 */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

import type { Plugin } from "vite";

const NAME = "virtual:speech-engine";
const RESOLVED = `\0${NAME}`;
const PACKAGE = "node_modules/vosk-browser/dist/vosk.js";

export interface SpeechEngine {
  readonly worker: { readonly fileName: string; readonly source: string };
  readonly wasm: { readonly fileName: string; readonly source: Uint8Array };
}

/** The plugin behind `import { worker, wasm } from "virtual:speech-engine"` (their addresses). */
export function speechEngine(root: string = process.cwd()): Plugin {
  let base = "/";
  let building = false;
  const extracted = once(() => extractEngine(readFileSync(resolve(root, PACKAGE), "utf8")));
  return {
    name: "my-funds:speech-engine",
    configResolved({ base: configured, command }) {
      base = configured;
      building = command === "build";
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const file = Object.values(extracted()).find(({ fileName }) => request.url === base + fileName);
        if (!file) return next();
        response.setHeader("Content-Type", file.fileName.endsWith(".js") ? "text/javascript" : "application/wasm");
        response.end(file.source);
      });
    },
    resolveId: (id) => (id === NAME ? RESOLVED : null),
    load(id) {
      if (id !== RESOLVED) return null;
      if (building) Object.values(extracted()).forEach((file) => this.emitFile({ type: "asset", ...file }));
      return addresses(base, extracted());
    },
  };
}

function addresses(base: string, { worker, wasm }: SpeechEngine): string {
  const address = (fileName: string): string => JSON.stringify(base + fileName);
  return `export const worker = ${address(worker.fileName)};\nexport const wasm = ${address(wasm.fileName)};`;
}

/** The worker's script and its wasm, ready to be written; throws where the package is not the one we know. */
export function extractEngine(packageSource: string): SpeechEngine {
  const script = decode(only(packageSource, /createBase64WorkerFactory\('([\w+/=]+)'/g, "worker")).toString("latin1");
  const dataUri = /wasmBinaryFile="data:application\/octet-stream;base64,([\w+/=]+)"/g;
  const wasm = named("speech-engine", "wasm", new Uint8Array(decode(only(script, dataUri, "wasm"))));
  const wasmName = wasm.fileName.replace("assets/", "");
  const external = script.replace(dataUri, () => `wasmBinaryFile=${JSON.stringify(wasmName)}`);
  const worker = named("speech-worker", "js", KEPT_FIRST + withoutNewFunction(external));
  return { worker, wasm };
}

/** Answer what the worker fetches (the wasm, the model) from Cache Storage first: no network while one speaks. */
const KEPT_FIRST = `(() => {
  const network = self.fetch.bind(self);
  const kept = (request) => (self.caches ? self.caches.match(request) : Promise.resolve());
  self.fetch = async (request, options) => (await kept(request)) ?? network(request, options);
})();
`;

/** Closures in place of the functions that embind builds from text; the same behaviour, statement by statement. */
function withoutNewFunction(script: string): string {
  const closed = [...SITES, ...CHATTER].reduce((text, site) => replaceSpan(text, site), script);
  const left = /\bnew Function\b|\beval\s*\(|\bnew_\(Function\b/.exec(closed);
  if (left) throw new Error(`speech engine: code from text remains: ${closed.slice(left.index, left.index + 80)}`);
  return closed;
}

interface Site {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly closure: string;
}

const SITES: readonly Site[] = [
  {
    name: "createNamedFunction",
    from: 'return new Function("body","return function "+name',
    to: '"};\\n")(body)}',
    closure: `var named=function(){"use strict";return body.apply(this,arguments)};
      return Object.defineProperty(named,"name",{value:name})}`,
  },
  {
    name: "craftInvokerFunction",
    from: 'var argsList="";var argsListWired="";for(var i=0;i<argCount-2;++i)',
    to: "var invokerFunction=new_(Function,args1).apply(null,args2);return invokerFunction}",
    closure: `var expected=argCount-2;
      return function(){
        if(arguments.length!==expected){
          throwBindingError("function "+humanName+" called with "+arguments.length+" arguments, expected "+expected+" args!")}
        var destructors=needsDestructorStack?[]:null;
        var wired=isClassMethodFunc?[argTypes[1].toWireType(destructors,this)]:[];
        var first=wired.length;
        for(var i=0;i<expected;++i){wired.push(argTypes[i+2].toWireType(destructors,arguments[i]))}
        var rv=cppInvokerFunc.apply(null,[cppTargetFunc].concat(wired));
        if(needsDestructorStack){runDestructors(destructors)}
        else{for(var i=isClassMethodFunc?1:2;i<argTypes.length;++i){
          if(argTypes[i].destructorFunction!==null){argTypes[i].destructorFunction(i===1?wired[0]:wired[first+i-2])}}}
        if(returns){return argTypes[0].fromWireType(rv)}
      }}`,
  },
  {
    name: "__emval_get_method_caller",
    from: 'var signatureName=retType.name+"_$"+types.slice(1)',
    to: "var invokerFunction=new_(Function,params).apply(null,args);return __emval_addMethodCaller(invokerFunction)}",
    closure: `return __emval_addMethodCaller(function(handle,name,destructors,args){
        var values=[];
        for(var i=0,offset=0;i<argCount-1;offset+=types[++i]["argPackAdvance"]){
          values.push(types[i+1].readValueFromPointer(args+offset))}
        var rv=handle[name].apply(handle,values);
        for(var i=0;i<argCount-1;++i){if(types[i+1]["deleteObject"]){types[i+1].deleteObject(values[i])}}
        if(!retType.isVoid){return retType.toWireType(destructors,rv)}
      })}`,
  },
];

/** It writes every order as JSON, the sound included, and lists every file it unpacks. */
const CHATTER: readonly Site[] = [
  { name: "orders' log", from: "this.logger.debug(JSON.stringify(", to: "message));", closure: "" },
  { name: "print", from: 'var out=Module["print"]||', to: "console.log.bind(console);", closure: "var out=function(){};" },
];

function replaceSpan(text: string, { name, from, to, closure }: Site): string {
  const start = text.indexOf(from);
  const end = text.indexOf(to, start);
  if (start < 0 || end < 0 || text.includes(from, start + 1)) {
    throw new Error(`speech engine: ${name} is not where vosk-browser 0.0.8 has it; look at the package before you update it`);
  }
  return text.slice(0, start) + closure + text.slice(end + to.length);
}

function only(text: string, pattern: RegExp, what: string): string {
  const [first, ...more] = [...text.matchAll(pattern)];
  if (!first?.[1] || more.length) throw new Error(`speech engine: no single ${what} in vosk-browser; expected version 0.0.8`);
  return first[1];
}

function decode(base64: string): Buffer {
  return Buffer.from(base64, "base64");
}

function named<Source extends string | Uint8Array>(
  stem: string, ending: string, source: Source,
): { fileName: string; source: Source } {
  const hash = createHash("sha256").update(source).digest("hex").slice(0, 8);
  return { fileName: `assets/${stem}-${hash}.${ending}`, source };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}

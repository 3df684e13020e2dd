import { readdirSync, readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

/** The service worker fetches by its nature. */
const DOORS = ["static/src/sync/api.ts", "static/src/service_worker.ts", "static/src/sw.ts", "static/src/lib/service_worker.ts"];
const ASKING = /(?<![.\w])fetch\s*\(|\b(?:self|window|globalThis)\.fetch\b|\bXMLHttpRequest\b|\bsendBeacon\b|\bnew (?:WebSocket|EventSource)\b/;

function asks(source: string): boolean {
  return ASKING.test(source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ""));
}

describe("the network", () => {
  it("is asked by sync/api.ts alone", () => {
    const sources = readdirSync("static/src", { recursive: true, encoding: "utf-8" }).filter((name) => name.endsWith(".ts"));
    const asking = sources.map((name) => `static/src/${name}`).filter((path) => asks(readFileSync(path, "utf-8")));
    expect(sources.length).toBeGreaterThan(10);
    expect(asking).toContain("static/src/sync/api.ts");
    expect(asking.filter((path) => !DOORS.includes(path))).toEqual([]);
  });

  it.each(["await fetch('/x')", "globalThis.fetch(x)", "new XMLHttpRequest()", "navigator.sendBeacon(x)", "new EventSource(x)"])(
    "is seen to be asked by: %s", (source) => expect(asks(source)).toBe(true));
  it.each(["prefetch(x)", "// fetch(x)", "/* fetch(x) */", "this.fetch(x)"])("is not asked by: %s", (source) => expect(asks(source)).toBe(false));
});

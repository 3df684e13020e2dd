import { readdirSync, readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

const FOLDER = new URL("../../../static/src/elements/", import.meta.url);
const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
const text = (path: string): string => readFileSync(new URL(path, FOLDER), "utf8");
const elements = files.flatMap((path) => [...text(path).matchAll(/@customElement\("([^"]+)"\)/g)].map(([, tag = ""]) => ({ path, tag })));

describe("the elements", () => {
  it("are one a file, and file and tag share a name", () =>
    expect(elements.map(({ path }) => path)).toEqual(elements.map(({ path, tag }) => path.replace(/[^/]+$/, `${tag}.ts`))));

  it("are all defined with the app", () => {
    const imported = [...(text("all.ts") + text("../screens.ts")).matchAll(/import "\.\/(?:elements\/)?(.+)"/g)].map(([, path]) => `${path}.ts`).filter((path) => path.includes("/") && !path.startsWith("styles/"));
    expect(imported.toSorted()).toEqual(elements.map(({ path }) => path).toSorted());
  });

  it("use no tag that nobody defines", () => {
    const tags = new Set(elements.map(({ tag }) => tag));
    const used = files.flatMap((path) => [...text(path).matchAll(/<([a-z]+-[a-z-]+)/g)].map(([, tag = ""]) => tag));
    expect(used.filter((tag) => !tags.has(tag))).toEqual([]);
  });

  it("fit on a screen: 120 lines each", () =>
    expect(elements.filter(({ path }) => text(path).split("\n").length > 121)).toEqual([]));

  it("set no style attribute, which the page's policy blocks", () =>
    expect(files.filter((path) => /\sstyle=|styleMap/.test(text(path)))).toEqual([]));
});

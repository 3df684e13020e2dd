/** Documents and the merge of paths into them, the same on the phone and on the server (tests/data/merge.json). */

import type { Document, Fields, Value } from "./types";

/** Maps from names people choose: everything after the first dot is the name, dots and all. */
const NAMED = new Set(["tags", "aliases"]);

/**
 * The document after setting each path to its value; null removes the key. Parents are set before what lies in them.
 * merge({tags: {a: true}}, {"tags.b": true, "tags.a": null}) is {tags: {b: true}}.
 */
export function merge(start: Document, fields: Fields): Document {
  return Object.keys(fields).sort().reduce((end, path) => set(end, keysOf(path), fields[path] ?? null), start);
}

/** The value at a path, or null where there is none. */
export function valueAt(document: Document, path: string): Value {
  return keysOf(path).reduce<Value>((value, key) => (isDocument(value) ? own(value, key) : null), document);
}

/** The keys a path leads through: "lines.<id>.amount" three, "tags.e.on" two. */
export function keysOf(path: string): readonly string[] {
  const [first = "", ...rest] = path.split(".");
  return NAMED.has(first) && rest.length > 0 ? [first, rest.join(".")] : [first, ...rest];
}

export function isDocument(value: unknown): value is Document {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function set(document: Document, keys: readonly string[], value: Value): Document {
  const [key = "", ...deeper] = keys;
  if (deeper.length === 0) return value === null ? without(document, key) : { ...document, [key]: value };
  const inner = own(document, key);
  if (value === null && !isDocument(inner)) return document;
  return { ...document, [key]: set(isDocument(inner) ? inner : {}, deeper, value) };
}

function own(document: Document, key: string): Value {
  return Object.hasOwn(document, key) ? document[key] ?? null : null;
}

function without(document: Document, key: string): Document {
  const { [key]: _gone, ...rest } = document;
  return rest;
}

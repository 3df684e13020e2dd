/** Documents and the merge of paths into them, the same on the phone and on the server (tests/data/merge.json). */

import type { Document, Fields, Value } from "./types";

/** Maps from names people choose: everything after the first dot is the name, dots and all. */
const NAMED = new Set(["tags", "aliases"]);
/** A line reaches one or the other: setting one clears its rival. */
const RIVALS: Readonly<Record<string, string>> = { category: "account", account: "category" };

/**
 * The document after setting each path to its value; null empties a field and removes a key of a map.
 * merge({tags: {a: true}}, {"tags.b": true, "tags.a": null}) is {tags: {b: true}}.
 */
export function merge(start: Document, fields: Fields): Document {
  return Object.entries(fields).reduce((end, [path, value]) => setPath(end, keysOf(path), value), start);
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

function setPath(document: Document, keys: readonly string[], value: Value): Document {
  const [first = "", ...deeper] = keys;
  if (deeper.length === 0) return { ...document, [first]: value };
  const rival = first === "lines" && value !== null ? RIVALS[deeper[1] ?? ""] : undefined;
  const inner = setKey(mapAt(document, first), deeper, value);
  return { ...document, [first]: rival === undefined ? inner : setKey(inner, [deeper[0] ?? "", rival], null) };
}

function setKey(map: Document, keys: readonly string[], value: Value): Document {
  const [key = "", ...deeper] = keys;
  if (deeper.length > 0) return { ...map, [key]: setKey(mapAt(map, key), deeper, value) };
  return value === null ? without(map, key) : { ...map, [key]: value };
}

function mapAt(document: Document, key: string): Document {
  const value = own(document, key);
  return isDocument(value) ? value : {};
}

function own(document: Document, key: string): Value {
  return Object.hasOwn(document, key) ? document[key] ?? null : null;
}

function without(document: Document, key: string): Document {
  const { [key]: _gone, ...rest } = document;
  return rest;
}

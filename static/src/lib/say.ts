/** The string catalogue: every sentence a person reads, in one place for Python and TypeScript. */

import app from "../../strings/en/app.json";
import errors from "../../strings/en/errors.json";
import insights from "../../strings/en/insights.json";
import sync from "../../strings/en/sync.json";
import voice from "../../strings/en/voice.json";

const catalogue = { ...app, ...errors, ...insights, ...sync, ...voice };

export type StringKey = keyof typeof catalogue;

/** The sentence of a key with its `{name}` places filled. */
export function say(key: StringKey, values: Readonly<Record<string, string | number>> = {}): string {
  return catalogue[key].replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

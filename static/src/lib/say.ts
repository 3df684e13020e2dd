/** The string catalogue: every sentence a person reads, in one place for Python and TypeScript. */

import app from "../../strings/en/app.json";
import errors from "../../strings/en/errors.json";
import listening from "../../strings/en/listening.json";
import speech from "../../strings/en/speech.json";
import sync from "../../strings/en/sync.json";
import talk from "../../strings/en/talk.json";

const catalogue = { ...app, ...errors, ...listening, ...speech, ...sync, ...talk };

export type StringKey = keyof typeof catalogue;

/** The sentence of a key with its `{name}` places filled. */
export function say(key: StringKey, values: Readonly<Record<string, string | number>> = {}): string {
  return catalogue[key].replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

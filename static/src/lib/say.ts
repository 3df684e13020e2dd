/** The string catalogue: every sentence a person reads, in one place for Python and TypeScript. */

import app from "../../strings/en/app.json";
import listening from "../../strings/en/listening.json";
import sync from "../../strings/en/sync.json";
import talk from "../../strings/en/talk.json";

const first = { ...app, ...listening, ...sync, ...talk };

export type StringKey = keyof typeof first | keyof typeof import("../../strings/en/screens.json") | keyof typeof import("../../strings/en/households.json")
  | keyof typeof import("../../strings/en/recordings.json") | keyof typeof import("../../strings/en/month.json")
  | keyof typeof import("../../strings/en/report.json");

const catalogue = { ...first } as Record<StringKey, string>;

/** Bring in the sentences of screens behind the first one, as those screens come. */
export function knowSentences(more: Readonly<Partial<Record<StringKey, string>>>): void {
  Object.assign(catalogue, more);
}

/** The sentence of a key with its `{name}` places filled. */
export function say(key: StringKey, values: Readonly<Record<string, string | number>> = {}): string {
  return catalogue[key].replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** What the speak screen shows of one entry, from the first sound to the undo bar. */

import type { EarTrouble } from "../../voice/ear";
import type { SoundFileTrouble } from "../../voice/sound_file";
import type { Hypothesis } from "../../ledger/reading";
import type { Reply } from "../../ledger/reply";
import type { Amendment } from "./amendment";
import type { DraftForm } from "./draft_form";

/** Why nothing came of speaking or of a shared sound. */
export type TalkTrouble = EarTrouble | SoundFileTrouble | "not_shared";

export type Turn =
  | { readonly kind: "idle" }
  | { readonly kind: "listening"; readonly words: string; readonly preview: readonly DraftForm[]; readonly live: boolean; readonly held: boolean }
  | { readonly kind: "finishing"; readonly words: string; readonly ear?: "server" | "file" }
  | { readonly kind: "drafts"; readonly words: string; readonly forms: readonly DraftForm[] }
  | { readonly kind: "amend"; readonly words: string; readonly amendment: Amendment }
  | { readonly kind: "reply"; readonly words: string; readonly reply: Reply }
  | { readonly kind: "refused"; readonly words: string; readonly reason: string }
  | { readonly kind: "trouble"; readonly trouble: TalkTrouble }
  | { readonly kind: "failed"; readonly sentence: string }
  | { readonly kind: "kept"; readonly why: string };

export const IDLE: Turn = { kind: "idle" };
export const SILENCE: Hypothesis = { transcript: "", words: [], alternatives: [] };

/** Whether somebody speaks, or what they said is being understood. */
export function isHeard({ kind }: Turn): boolean {
  return kind === "listening" || kind === "finishing";
}

/** Whether two previews say the same, whatever ids their forms were given. */
export function sameForms(some: readonly DraftForm[], others: readonly DraftForm[]): boolean {
  const said = (forms: readonly DraftForm[]) => JSON.stringify(forms.map(({ mid: _, origin: __, ...form }) => form));
  return said(some) === said(others);
}

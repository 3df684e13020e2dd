/** The server's finding about a month, checked as it comes in. */

import { isDocument } from "../../ledger/document";
import type { Minor } from "../../ledger/types";

export interface Contribution {
  readonly category: string;
  readonly name: string;
  /** Change against the month before, in minor units. */
  readonly delta: Minor;
}

export interface Finding {
  readonly sentence: string;
  readonly currency: string;
  readonly contributions: readonly Contribution[];
}

/** The finding of a month's summary, the sentence why there is none, or null for an answer of another shape. */
export function findingOf(answer: unknown): Finding | string | null {
  if (!isDocument(answer)) return null;
  const { finding, reason_without_finding: reason } = answer as Record<string, unknown>;
  if (!isDocument(finding)) return typeof reason === "string" ? reason : null;
  const { sentence, currency, contributions } = finding as Record<string, unknown>;
  if (typeof sentence !== "string" || typeof currency !== "string" || !Array.isArray(contributions)) return null;
  return { sentence, currency, contributions: contributions.flatMap(contributionOf) };
}

function contributionOf(found: unknown): readonly Contribution[] {
  if (!isDocument(found)) return [];
  const { category, name, delta } = found;
  const whole = typeof delta === "number" && Number.isSafeInteger(delta);
  return typeof category === "string" && typeof name === "string" && whole ? [{ category, name, delta }] : [];
}

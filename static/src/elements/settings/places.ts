/** The currencies and time zones that a ledger may have, as choices. */

import type { Choice } from "../parts/choice-field";

/** By code: "EUR · Euro". */
export function currencies(locale: string): readonly Choice[] {
  const names = new Intl.DisplayNames(locale, { type: "currency" });
  return Intl.supportedValuesOf("currency").map((code) => ({ value: code, text: `${code} · ${names.of(code) ?? code}` }));
}

/** Those of this browser, and the ledger's own where it is none of them. */
export function timeZones(own: string): readonly Choice[] {
  const zones = Intl.supportedValuesOf("timeZone");
  return (zones.includes(own) ? zones : [own, ...zones]).map((zone) => ({ value: zone, text: zone.replaceAll("_", " ") }));
}

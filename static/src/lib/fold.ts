/** Folding: how two spellings of one name are found to be the same (tests/data/fold.json holds the cases). */

/** NFKC, lower case, runs of white space to one space, trimmed: fold("  REWE  City ") is "rewe city". */
export function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}

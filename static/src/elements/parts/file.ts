/** Hand a text, or a sound, to the person as a file. */

import type { LedgerStore } from "../../sync/store";
import { sentenceOf } from "./problem";

export function saveFile(name: string, content: string | Blob): void {
  const address = URL.createObjectURL(typeof content === "string" ? new Blob([content], { type: "application/json" }) : content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Save what waits to be sent; why it could not be saved, as a sentence, else empty. */
export async function saveUnsent(store: Pick<LedgerStore, "exportOutbox">): Promise<string> {
  return store.exportOutbox().then((text) => saveFile("my-funds-unsent.json", text)).then(() => "", sentenceOf);
}

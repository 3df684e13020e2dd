/** Speaking answers with a voice of this device; a network voice would send the words away, so it is never used. */

const KEY = "my-funds-replies-aloud";

/** Whether the person wants answers spoken by themselves; off until they choose so. */
export function wantsAloud(storage: Pick<Storage, "getItem"> = localStorage): boolean {
  return storage.getItem(KEY) === "on";
}

export function wantAloud(now: "on" | "off", storage: Pick<Storage, "setItem"> = localStorage): void {
  storage.setItem(KEY, now);
}

/** The device's own voice for a language, or null. */
export function localVoice(locale: string, voices: readonly Voice[] = voicesHere()): Voice | null {
  const language = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? "";
  const local = voices.filter(({ localService, lang }) => localService && language(lang) === language(locale));
  return local.find(({ lang }) => lang.toLowerCase().replace("_", "-") === locale.toLowerCase()) ?? local.find((voice) => voice.default) ?? local[0] ?? null;
}

/** Say a text; `ended` hears when it is over. Nothing is said without a voice of this device. */
export function speakAloud(text: string, locale: string, ended: () => void): void {
  const voice = localVoice(locale);
  if (voice === null) return ended();
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.voice = voice as SpeechSynthesisVoice;
  utterance.lang = voice.lang;
  utterance.onend = utterance.onerror = ended;
  speechSynthesis.cancel();
  speechSynthesis.speak(utterance);
}

export function hushAloud(): void {
  if ("speechSynthesis" in globalThis) speechSynthesis.cancel();
}

/** Call when the device's voices have come; the answer stops it. */
export function onVoices(tell: () => void): () => void {
  if (!("speechSynthesis" in globalThis)) return () => undefined;
  speechSynthesis.addEventListener("voiceschanged", tell);
  return () => speechSynthesis.removeEventListener("voiceschanged", tell);
}

export type Voice = Pick<SpeechSynthesisVoice, "lang" | "localService" | "default">;

function voicesHere(): readonly Voice[] {
  return "speechSynthesis" in globalThis ? speechSynthesis.getVoices() : [];
}

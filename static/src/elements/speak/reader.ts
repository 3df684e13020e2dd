/** What an element that reads aloud has in common with every other: its host is drawn anew with each change. */

import type { ReactiveController, ReactiveControllerHost } from "lit";

import { hushAloud, localVoice, onVoices, speakAloud } from "./aloud";

export class Reader implements ReactiveController {
  speaking = false;
  #forget: (() => void) | null = null;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#forget = onVoices(() => this.host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#forget?.();
    if (this.speaking) hushAloud();
  }

  /** Whether this device has a voice of its own for a language. */
  reads(locale: string): boolean {
    return localVoice(locale) !== null;
  }

  read(text: string, locale: string): void {
    this.#tell(true);
    speakAloud(text, locale, () => this.#tell(false));
  }

  /** Read, or stop where it reads already. */
  toggle(text: string, locale: string): void {
    if (this.speaking) return hushAloud();
    this.read(text, locale);
  }

  #tell(speaking: boolean): void {
    this.speaking = speaking;
    this.host.requestUpdate();
  }
}

/** Opens a sound file of another app, where sharing into My Funds is not possible; tells "sound-file" with the file. */

import { html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";

import { say } from "../../lib/say";
import { Light } from "../parts/light";

/** Some systems do not know the kind of a file but by its name. */
const KINDS = "audio/*,.m4a,.ogg,.oga,.opus,.mp3,.wav,.aac,.flac,.webm";

@customElement("file-opener")
export class FileOpener extends Light {
  protected override render(): TemplateResult {
    return html`<label class="file-opener">
      <input type="file" class="hidden-label" accept=${KINDS} @change=${this.#chosen}>
      <span>${say("file.open")}</span>
    </label>`;
  }

  readonly #chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (file) this.tell("sound-file", file);
    input.value = "";
  };
}

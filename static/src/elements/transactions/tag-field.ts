/** Tags as chips, each to be taken off, and a box to add one; tells "tags-change" with all of them. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import { fold } from "../../lib/fold";
import { say } from "../../lib/say";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";

@customElement("tag-field")
export class TagField extends Light {
  @property({ attribute: false }) tags: readonly string[] = [];
  /** Nothing can be changed. */
  @property({ type: Boolean }) fixed = false;

  protected override render(): TemplateResult {
    return html`<div class="field tag-field" role="group" aria-label=${say("slot.tags")}>
      <span class="field-label" aria-hidden="true">${say("slot.tags")}</span>
      <div class="tags">${this.tags.map((tag) => this.#tag(tag))}
        ${this.fixed ? nothing : html`<input type="text" autocomplete="off" autocapitalize="none" enterkeyhint="done" maxlength="60" aria-label=${say("tags.add")}
          placeholder=${say(this.tags.length > 0 ? "tags.more" : "slot.optional")} @keydown=${this.#key} @change=${this.#add}>`}
      </div>
    </div>`;
  }

  #tag(tag: string): TemplateResult {
    if (this.fixed) return html`<span class="chip" dir="auto">${tag}</span>`;
    return html`<button type="button" class="chip" aria-label=${say("tags.remove", { tag })} @click=${() => this.#tell(this.tags.filter((other) => other !== tag))}>
      <bdi>${tag}</bdi>${icon("close")}</button>`;
  }

  /** Enter and a comma end a tag. */
  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" && event.key !== ",") return;
    event.preventDefault();
    this.#add(event);
  };

  readonly #add = (event: Event): void => {
    const box = event.target as HTMLInputElement;
    const tag = box.value.replace(/^#/, "").trim();
    box.value = "";
    if (tag !== "" && !this.tags.some((other) => fold(other) === fold(tag))) this.#tell([...this.tags, tag]);
  };

  #tell(tags: readonly string[]): void {
    this.tags = tags;
    this.tell("tags-change", tags);
  }
}

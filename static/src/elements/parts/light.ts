/** The base of every element: Lit in the light DOM, so that the page's styles reach it. */

import { LitElement } from "lit";

export class Light extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Tell whoever listens above; the detail is the event's whole message. */
  protected tell(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }
}

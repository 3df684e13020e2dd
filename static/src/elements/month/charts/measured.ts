/** The base of charts whose drawing follows the room they have, and the direction people read in. */

import { state } from "lit/decorators.js";

import { Light } from "../../parts/light";
import type { Frame, Reading } from "./scale";

export class Measured extends Light {
  @state() private room = 320;
  @state() protected reading: Reading = "ltr";
  readonly #observer = new ResizeObserver(([entry]) => {
    if (entry) this.room = Math.max(160, Math.round(entry.contentRect.width));
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.reading = getComputedStyle(this).direction === "rtl" ? "rtl" : "ltr";
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  protected frame(height: number, inset: number, lead = 0): Frame {
    return { width: this.room, height, inset, lead, reading: this.reading };
  }
}

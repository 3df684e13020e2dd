/** Slanted lines that tell one kind of mark from another without colour. */

import { svg, type TemplateResult } from "lit";

/** To be filled with as `url(#id)`; every chart of a page has an id of its own. */
export function hatch(id: string): TemplateResult {
  return svg`<defs><pattern id=${id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <line class="hatch-line" x1="0" y1="0" x2="0" y2="6"></line></pattern></defs>`;
}

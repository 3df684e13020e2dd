/** From figures to places on a chart; where people read from right to left, time and bars run that way too. */

export type Reading = "ltr" | "rtl";

/** Units of the drawing; `inset` is kept free at the start and the end of the line, `lead` more at the start. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly inset: number;
  readonly lead: number;
  readonly reading: Reading;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Scale = (value: number) => number;

/** A straight scale: scale([0, 10], [0, 100])(5) is 50. A domain without length lies at the range's start. */
export function scale([low, high]: readonly [number, number], [from, to]: readonly [number, number]): Scale {
  return (value) => (high === low ? from : from + ((value - low) / (high - low)) * (to - from));
}

/** Places along the line of reading, from the start to the end of a frame. */
export function along(domain: readonly [number, number], { width, inset, lead, reading }: Frame): Scale {
  return scale(domain, reading === "ltr" ? [inset + lead, width - inset] : [width - inset - lead, inset]);
}

/**
 * Round figures from `low` to `high`, at most `most` steps of 1, 2 or 5 times a power of ten:
 * roundLevels(0, 1834, 4) is [0, 500, 1000, 1500, 2000]. The first is at or below low, the last at or above high.
 */
export function roundLevels(low: number, high: number, most: number): readonly number[] {
  const reach = Math.max(1, high - low);
  const power = 10 ** Math.floor(Math.log10(reach / most));
  const step = Math.max(1, [1, 2, 5, 10, 20].map((times) => times * power).find((one) => steps(low, high, one) <= most) ?? reach);
  return Array.from({ length: steps(low, high, step) + 1 }, (_, place) => (Math.floor(low / step) + place) * step);
}

function steps(low: number, high: number, step: number): number {
  return Math.max(1, Math.ceil(high / step) - Math.floor(low / step));
}

/** A line through points: "M0 10L5 8". */
export function line(points: readonly Point[]): string {
  return points.map(({ x, y }, place) => `${place === 0 ? "M" : "L"}${short(x)} ${short(y)}`).join("");
}

/** The area between two lines that begin and end together. */
export function between(above: readonly Point[], below: readonly Point[]): string {
  return above.length === 0 ? "" : `${line([...above, ...below.toReversed()])}Z`;
}

/** A place to a tenth of a unit; more is not seen. */
export function short(place: number): number {
  return Math.round(place * 10) / 10;
}

/** What page and parser worker say to each other; `text` is JSON, since MicroPython's proxy cuts integers to 32 bits. */

export interface Question {
  readonly id: number;
  readonly text: string;
}

export type Answer = { readonly id: number; readonly text: string } | { readonly id: number; readonly error: string };

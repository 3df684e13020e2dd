/** Line icons on a 24-unit grid, drawn in the text's colour; decoration only, so hidden from screen readers. */

import { html, type TemplateResult } from "lit";

const PATHS = {
  aloud: "M5 10v4h3l5 4V6L8 10zM16 9a4 4 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11",
  attention: "M12 4 3 20h18zM12 10v4M12 17v.1",
  back: "M15 5l-7 7 7 7",
  close: "M6 6l12 12M18 6L6 18",
  cloud_off: "M7 18h10a4 4 0 0 0 1-7.8A6 6 0 0 0 9 6M6 10a4 4 0 0 0 1 8M4 4l16 16",
  forward: "M9 5l7 7-7 7",
  list: "M8 7h12M8 12h12M8 17h12M4 7v.1M4 12v.1M4 17v.1",
  microphone: "M12 4a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V7a3 3 0 0 1 3-3zM6 11a6 6 0 0 0 12 0M12 17v3",
  month: "M5 20V11M12 20V4M19 20v-6",
  people: "M9 4a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7zM3 20c0-4 2-6 6-6s6 2 6 6M16 4.5a3.5 3.5 0 0 1 0 6.5M17 14c3 .5 4 2.5 4 6",
  phone: "M8 3h8a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM11 18h2",
  plus: "M12 5v14M5 12h14",
  search: "M11 5a6 6 0 1 1 0 12 6 6 0 0 1 0-12zM20 20l-4.5-4.5",
  send: "M5 12h13M13 6l6 6-6 6",
  settings: "M4 8h9M17 8h3M4 16h3M11 16h9M15 6v4M9 14v4",
  stop: "M8 8h8v8H8z",
  synced: "M5 13l4 4L19 7",
  transfer: "M4 8h14M14 4l4 4-4 4M20 16H6M10 12l-4 4 4 4",

  groceries: "M4 10h16l-2 9H6zM8 10l3-6M16 10l-3-6",
  dining: "M7 4v16M4 4v4a3 3 0 0 0 6 0V4M17 20V4c-3 1-4 5-3 9h3",
  coffee: "M5 9h11v5a5 5 0 0 1-5 5h-1a5 5 0 0 1-5-5zM16 10h2a2 2 0 0 1 0 5h-2M9 3v3M13 3v3",
  transport: "M6 4h12a1 1 0 0 1 1 1v11H5V5a1 1 0 0 1 1-1zM5 11h14M8 16v3M16 16v3",
  fuel: "M5 20V5a1 1 0 0 1 1-1h7a1 1 0 0 1 1 1v15M4 20h11M14 10h2a1 1 0 0 1 1 1v5a1.5 1.5 0 0 0 3 0V9l-3-3M8 8h3",
  housing: "M4 12l8-7 8 7M6 10v10h12V10M10 20v-5h4v5",
  utilities: "M13 3L5 14h6l-1 7 8-11h-6z",
  shopping: "M5 8h14l-1 12H6zM9 8a3 3 0 0 1 6 0",
  health: "M10 4h4v6h6v4h-6v6h-4v-6H4v-4h6z",
  personal_care: "M12 4c1 4 3 6 7 7-4 1-6 3-7 8-1-5-3-7-7-8 4-1 6-3 7-7z",
  entertainment: "M4 8a1 1 0 0 1 1-1h14a1 1 0 0 1 1 1v2a2 2 0 0 0 0 4v2a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1v-2a2 2 0 0 0 0-4zM14 8v8",
  subscriptions: "M5 11a7 7 0 0 1 12-4l2 2M19 4v5h-5M19 13a7 7 0 0 1-12 4l-2-2M5 20v-5h5",
  travel: "M21 4l-9 16-2-7-7-2z",
  education: "M12 6C9 4 6 4 4 5v13c2-1 5-1 8 1 3-2 6-2 8-1V5c-2-1-5-1-8 1zM12 6v13",
  kids: "M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16zM9 10v.1M15 10v.1M9 14c1.5 2 4.5 2 6 0",
  pets: "M8 13c2-3 6-3 8 0 2 3-1 6-4 5-3 1-6-2-4-5zM6 9v.1M10 6v.1M14 6v.1M18 9v.1",
  gifts: "M4 9h16v4H4zM6 13v7h12v-7M12 9v11M12 9C8 9 7 5 9 4s3 3 3 5c0-2 1-6 3-5s1 5-3 5",
  charity: "M12 20C5 15 3 11 5 8s6-2 7 1c1-3 5-4 7-1s0 7-7 12z",
  insurance: "M12 4l7 3v5c0 4-3 7-7 8-4-1-7-4-7-8V7z",
  taxes: "M6 4h12v16l-3-2-3 2-3-2-3 2zM9 9h6M9 13h6",
  fees: "M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16zM12 8v8M9.5 12h5",
  debt: "M4 6h16v12H4zM4 10h16M7 15h4",
  salary: "M4 8h16v11H4zM9 8V5h6v3M4 13h16",
  freelance: "M6 6h12v9H6zM3 19h18",
  interest: "M6 18L18 6M8 6a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM16 14a2 2 0 1 1 0 4 2 2 0 0 1 0-4z",
  dividend: "M4 18l6-6 4 3 6-8M15 7h5v5",
  sale: "M4 4h8l8 8-8 8-8-8zM8 8v.1",
  other: "M12 12v.1M6 12v.1M18 12v.1",
} as const;

export type IconName = keyof typeof PATHS;

export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${PATHS[name]}></path></svg>`;
}

/** The icon of a lexicon key ("personal care"); dots for a category people made themselves. */
export function categoryIcon(key: string | null): TemplateResult {
  const name = (key ?? "other").replaceAll(" ", "_");
  return icon(name in PATHS ? (name as IconName) : "other");
}

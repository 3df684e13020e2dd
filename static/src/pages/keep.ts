/** Copy, print or download the recovery codes on the page. */

/** Show the buttons that this browser can serve. */
export function offerToKeep(page: Document): void {
  const row = page.querySelector<HTMLElement>("[data-keep]");
  if (!row) return;
  for (const button of row.querySelectorAll<HTMLButtonElement>("[data-keep-by]")) {
    const way = ways[button.dataset["keepBy"] ?? ""];
    if (button.dataset["keepBy"] === "copy" && !navigator.clipboard) button.hidden = true;
    button.addEventListener("click", () => way?.(codesOf(page), button));
  }
  row.hidden = false;
}

/** The codes on the page, one a line. */
export function codesOf(page: Document): string {
  return [...page.querySelectorAll("[data-codes] code")].map((code) => `${code.textContent}\n`).join("");
}

const ways: Record<string, (codes: string, button: HTMLButtonElement) => void> = {
  copy: (codes, button) => {
    void navigator.clipboard.writeText(codes).then(() => {
      button.textContent = button.dataset["done"] ?? "";
    });
  },
  print: () => globalThis.print(),
  download: (codes, button) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([codes], { type: "text/plain" }));
    link.download = button.dataset["file"] ?? "";
    link.click();
    URL.revokeObjectURL(link.href);
  },
};

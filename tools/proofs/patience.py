"""How long a page leaves its person waiting: a clock in it that should strike every 50 ms."""

from typing import Any

from playwright.sync_api import Page

CLOCK = """() => {
  globalThis.lateness = [];
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    lateness.push(Math.max(0, now - last - 50));
    last = now;
  }, 50);
}"""
FIGURES = """() => {
  const sorted = [...lateness].sort((one, other) => one - other);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), most: sorted.at(-1) ?? 0 };
}"""


class Patience:
    """Starts the clock in a page that is open; lost when the page is left."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.evaluate(CLOCK)

    def figures(self) -> dict[str, float]:
        """By how many ms the clock was late: p50, p99 and the most."""
        found: dict[str, Any] = self.page.evaluate(FIGURES)
        return {name: float(late) for name, late in found.items()}

    @staticmethod
    def words(late: dict[str, float]) -> str:
        return f"{late['p50']:.0f}, {late['p99']:.0f}, {late['most']:.0f} ms"

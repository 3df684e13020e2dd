"""Counts of right and wrong, by name."""

from collections import Counter
from collections.abc import Iterable


class Tally:
    """tally.add("amount", True); tally.share("amount") → 1.0."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.total: Counter[str] = Counter()

    def add(self, name: str, right: bool) -> None:
        self.right[name] += right
        self.total[name] += 1

    def add_all(self, verdicts: Iterable[tuple[str, bool]]) -> None:
        for name, right in verdicts:
            self.add(name, right)

    def share(self, name: str) -> float:
        """From 0 to 1; 1 where nothing was counted."""
        return self.right[name] / self.total[name] if self.total[name] else 1.0

    def counted(self, name: str) -> str:
        """ "12/13 92.3 %", or "none" where nothing was counted."""
        if not self.total[name]:
            return "none"
        return f"{self.right[name]}/{self.total[name]} {100 * self.share(name):.1f} %"

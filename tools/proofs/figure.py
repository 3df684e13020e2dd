"""What one proof found."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Figure:
    """`claim` in one sentence, whether it held, and the numbers it was seen in: {"pushes": "1,200"}."""

    claim: str
    holds: bool
    numbers: dict[str, str] = field(default_factory=dict)


def share(part: int, whole: int) -> str:
    """share(3, 8) → "3/8 (37.5 %)"."""
    return f"{part}/{whole} ({100 * part / whole:.1f} %)" if whole else "0/0"

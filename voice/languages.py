"""The languages that people may speak: those whose words the parser knows."""

import re
from functools import cache
from pathlib import Path

LEXICON = Path(__file__).resolve().parent / "lexicon"


@cache
def spoken_languages() -> tuple[str, ...]:
    """ISO 639 codes, sorted: one lexicon is one language, regions and what all share left out."""
    return tuple(
        sorted(path.stem for path in LEXICON.glob("*.json") if re.fullmatch("[a-z]{2,3}", path.stem))
    )

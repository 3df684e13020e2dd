"""The corpora of narratives: texts of tests/data/narratives, made to fit a household's facts."""

import re
from collections.abc import Iterator
from pathlib import Path

from tools.narratives.months import Household
from tools.setup import ROOT

FOLDER = ROOT / "tests" / "data" / "narratives"
CHOICE = re.compile(r"\(([\w.]+)\?([^|()]*)\|([^|()]*)\)")
PLACE = re.compile(r"\{\{f:([\w.]+)\}\}")


def lines(name: str) -> list[str]:
    """The texts of a corpus as they are written, without its comments."""
    return lines_of(FOLDER / name)


def lines_of(path: Path) -> list[str]:
    return [line for line in path.read_text().splitlines() if line.strip() and not line.startswith("#")]


def fitted(texts: list[str], home: Household) -> Iterator[str]:
    """Each text that this household's facts can fill, its words chosen by their signs."""
    for text in texts:
        asked = {found[1] for found in CHOICE.finditer(text)}
        named = asked | set(PLACE.findall(text))
        if named <= home.facts.keys() and all(home.facts[one].sign for one in asked):
            yield CHOICE.sub(lambda found: found[2] if home.facts[found[1]].sign > 0 else found[3], text)

"""The authored text files of `texts/`, and the words of the parser's lexicon."""

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "texts"
LEXICONS = ("en", "every_language")
WORD = re.compile(r"[a-z][a-z']*")
# Of the lexicon, what holds codes and not words.
CODES = {"language", "families", "decimals", "low_value", "national", "nth_weekday", "easter", "moving"}


def lines(name: str) -> list[str]:
    """The lines of a text file, without its comments."""
    text = (FOLDER / f"{name}.txt").read_text()
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


@cache
def phrases(name: str) -> tuple[str, ...]:
    """The comma-separated phrases of a text file; what is said more stands there more often."""
    return tuple(phrase.strip() for phrase in " ".join(lines(name)).split(",") if phrase.strip())


def in_plain_words(phrase: str) -> bool:
    return bool(phrase) and all(WORD.fullmatch(word) for word in phrase.split())


def strings(value: object) -> Iterator[str]:
    """Every string of a JSON value, the keys of tables among them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in CODES:
                yield key
                yield from strings(inner)


class Lexicon:
    """What the parser knows, as words for the ear."""

    def __init__(self) -> None:
        folder = Path(__file__).parent.parent / "lexicon"
        self.tables: list[dict[str, Any]] = [
            json.loads((folder / f"{name}.json").read_text()) for name in LEXICONS
        ]
        spoken = (name for kind in self.rows("categories") for name in kind.get("words", "").split(","))
        self.things = self.plain(spoken)
        self.shops = self.plain(name for kind in self.rows("merchants") for name in kind)
        self.categories = self.plain(name for table in self.tables for name in table.get("categories", ()))
        self.units = self.plain(
            unit for table in self.tables for unit in table.get("quantity", {}).get("units", ())
        )

    def rows(self, name: str) -> list[Any]:
        return [row for table in self.tables for row in table.get(name, {}).values()]

    @staticmethod
    def plain(found: Iterable[str]) -> list[str]:
        """Each phrase once, in order, those in plain words alone."""
        return [phrase for phrase in dict.fromkeys(found) if in_plain_words(phrase)]

    def words(self) -> set[str]:
        spoken = [self.tables[0], self.shops, self.things]
        return {word for phrase in strings(spoken) for word in WORD.findall(phrase.lower())}

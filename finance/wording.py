"""The string catalogue's Python door: `static/strings/<language>/*.json`, shared with the browser."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "static" / "strings"


@cache
def languages() -> frozenset[str]:
    """The languages that the catalogue has."""
    return frozenset(folder.name for folder in FOLDER.iterdir() if folder.is_dir())


@cache
def catalogue(language: str) -> dict[str, str]:
    """Every sentence of a language by key; English where the language is not there."""
    folder = FOLDER / (language if language in languages() else "en")
    sentences: dict[str, str] = {}
    for path in sorted(folder.glob("*.json")):
        sentences |= json.loads(path.read_text())
    return sentences


def say(key: str, values: Mapping[str, object] | None = None, *, language: str = "en") -> str:
    """The sentence of a key with its places filled: say("people.account.signed_in_as", {"name": "asha"})."""
    return catalogue(language)[key].format_map(values or {})

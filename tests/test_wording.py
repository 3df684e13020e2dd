"""The string catalogue against the code: no key is missing, none is left over, places match."""

import json
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STRINGS = ROOT / "static" / "strings"
SOURCES = [ROOT / folder for folder in ("config", "finance", "voice", "insights", "static/src", "templates")]


def sentences(language: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted((STRINGS / language).glob("*.json")):
        added = json.loads(path.read_text())
        assert not found.keys() & added.keys(), f"{path.name} repeats a key of another file"
        found |= added
    return found


def code() -> str:
    paths = [
        path for folder in SOURCES for path in folder.rglob("*") if path.suffix in (".py", ".ts", ".html")
    ]
    return "\n".join(path.read_text() for path in paths)


def is_used(key: str, text: str) -> bool:
    """Written out whole, as a count ("saved" for saved.one), or with a part filled in (`type.${type}`)."""
    whole = key.removesuffix(".one").removesuffix(".other")
    if f'"{whole}"' in text or f"'{whole}'" in text:
        return True
    if key.startswith("error."):
        return f'"{key.removeprefix("error.")}"' in text
    starts = [key[: place + 1] for place, sign in enumerate(key) if sign in "._"]
    return any(f"{start}{end}" in text for start in starts for end in ("{", "${", '"'))


class TestCatalogue:
    def test_holds_every_key_that_python_says(self) -> None:
        said = set(re.findall(r'\bsay\(\s*"([\w.]+)"', code()))
        assert said - sentences("en").keys() == set()

    def test_holds_no_sentence_that_nobody_says(self) -> None:
        text = code()
        assert [key for key in sentences("en") if not is_used(key, text)] == []

    def test_holds_whole_sentences_without_stray_places(self) -> None:
        for key, sentence in sentences("en").items():
            assert sentence.strip(), key
            assert sentence.count("{") == sentence.count("}"), key

"""The benchmark's rows: one JSON object a line, {"text", "lang", "context", "expect", "tags", "split"}.

`split` is "seen" (the parser of this house was made on it), "dev" (its failures may be read) or "heldout"
(only counted). A row without one is seen.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tools.setup import ROOT

Row = dict[str, Any]
Reading = dict[str, Any]
UTTERANCES = ROOT / "tests" / "data" / "utterances"
SPLITS = ("seen", "dev", "heldout")
COMMANDS = ("amend", "query", "set")


def files() -> list[Path]:
    return sorted(UTTERANCES.glob("*.jsonl"))


def rows(paths: Iterable[Path]) -> Iterator[Row]:
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            yield {"split": "seen", **json.loads(line)}


def kind(row: Row) -> str:
    """What a row asks of a parser: "amend", "query", "set", or the language of an entry: "en", "hi"."""
    named = (name for name in COMMANDS if name in row["expect"] or name in row["expect"].get("never", []))
    return next(named, row["lang"][:2])

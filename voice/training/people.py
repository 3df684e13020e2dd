"""Recordings of real people, where their licence allows it: a folder with `manifest.jsonl` and its files.

A line is {"path", "voice": "set:speaker", "split": "train" | "test"} with the words, or, for a spoken coffee
order, with its slots in `orders-labels.json`: of all wordings those allow, `align` chooses one.
"""

import json
from itertools import permutations, product
from pathlib import Path
from typing import Any

SOURCES = """Picovoice/speech-to-intent-benchmark (Apache-2.0): spoken coffee orders
Picovoice/wake-word-benchmark (Apache-2.0): spoken names of devices"""
VERBS = (
    "brew",
    "can i get",
    "can i have",
    "i want",
    "get me",
    "give me",
    "i'd like",
    "make me",
    "may i have",
)
BEFORE = ("size", "roast", "numberOfShots")
AFTER = ("milkAmount", "sugarAmount")


def manifest(folder: Path, out: Path) -> Path:
    """A manifest of the folder's recordings with whole paths and, for orders, the wordings to choose from."""
    slots = labels(folder / "orders-labels.json")
    lines = (folder / "manifest.jsonl").read_text().splitlines()
    entries = [complete(json.loads(line), folder, slots) for line in lines]
    out.write_text("".join(json.dumps(entry) + "\n" for entry in entries))
    return out


def labels(path: Path) -> dict[str, dict[str, str]]:
    """The slots of each order by the name of its file, without its ending."""
    if not path.exists():
        return {}
    return {Path(name).stem: row["slots"] for name, row in json.loads(path.read_text()).items()}


def complete(entry: dict[str, Any], folder: Path, slots: dict[str, dict[str, str]]) -> dict[str, Any]:
    path = folder / entry["path"]
    said = {} if "words" in entry else {"readings": readings(slots[path.stem])}
    return {**entry, **said, "path": str(path)}


def readings(slots: dict[str, str]) -> list[list[str]]:
    """Every wording of a coffee order that its slots allow."""
    before = [slots[name].strip() for name in BEFORE if name in slots]
    after = [slots[name].strip() for name in AFTER if name in slots]
    drink = slots["coffeeDrink"].strip()
    return [
        f"{verb} {article} {' '.join(first)} {drink} {ending(last)}".split()
        for verb, article in product(VERBS, ("a", "an"))
        for first in permutations(before)
        for last in permutations(after)
    ]


def ending(parts: tuple[str, ...]) -> str:
    return "with " + " and ".join(parts) if parts else ""

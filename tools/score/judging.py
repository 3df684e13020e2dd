"""When a reading of a sentence is right: the rules by which the utterances in tests/data are judged.

Lists are alternatives; names are compared by their letters and digits alone; a date that was not said may be
None or today. A row is exact when action, number of items, type, amount and currency agree, and, where the
row states them, date, payee and accounts; for the commands see `commands`.
"""

from collections.abc import Iterator
from typing import Any

from tools.score.commands import command_verdicts
from tools.score.names import letters
from tools.score.rows import COMMANDS, Reading, Row

SURE = 0.8
SLOTS = ("payee", "account", "to_account")
EXTRAS = ("category", "tags", "recurring", "flagged when unsure", "not confidently wrong")
Verdict = tuple[str, bool]
Item = dict[str, Any]


def exact(row: Row, reading: Reading) -> bool:
    """Whether every verdict that counts is right; what is in EXTRAS has a share of its own."""
    return all(right for name, right in verdicts(row, reading) if counts(name))


def counts(name: str) -> bool:
    return name not in EXTRAS and not name.endswith("(none said)")


def verdicts(row: Row, reading: Reading) -> Iterator[Verdict]:
    """What is right and wrong in a reading: ("action", True), ("amount", False), …"""
    yield "action", action(reading) in row["expect"]["action"]
    if "draft" not in row["expect"]["action"]:
        yield "no false draft", not false_draft(row, reading)
    yield from command_verdicts(row["expect"], reading)
    if row["expect"]["action"] == ["draft"]:
        yield from draft_verdicts(row, reading.get("items") or [])


def action(reading: Reading) -> str:
    """What a reading does; whatever records nothing new counts as refusing."""
    return "refuse" if reading.get("action") in COMMANDS else str(reading.get("action"))


def draft_verdicts(row: Row, items: list[Item]) -> Iterator[Verdict]:
    wanted, today = row["expect"]["items"], row["context"]["today"]
    yield "item count", len(items) == len(wanted)
    missing: list[Item] = [{}] * len(wanted)
    for want, item in zip(wanted, items + missing, strict=False):
        yield from money_verdicts(want, item)
        yield date_verdict(want, item.get("date"), today)
        yield from name_verdicts(want, item)
        yield from extra_verdicts(want, item)


def money_verdicts(want: Item, item: Item) -> Iterator[Verdict]:
    yield "type", item.get("type") in want["type"]
    yield "amount", item.get("amount") in want["amount"]
    yield "currency", item.get("currency") == want["currency"]
    yield "not confidently wrong", item.get("amount") in want["amount"] or not sure(item)


def date_verdict(want: Item, found: str | None, today: str) -> Verdict:
    if want.get("date"):
        return "date (said)", found in want["date"]
    return "date (not said)", bool(want.get("date_vague")) or found in (None, today)


def name_verdicts(want: Item, item: Item) -> Iterator[Verdict]:
    for slot in SLOTS:
        said = slot in want
        yield slot if said else f"{slot} (none said)", letters(item.get(slot)) == letters(want.get(slot))


def extra_verdicts(want: Item, item: Item) -> Iterator[Verdict]:
    if want.get("category"):
        yield "category", letters(item.get("category")) in map(letters, want["category"])
    if want.get("tags"):
        yield "tags", set(map(letters, item.get("tags") or [])) == set(map(letters, want["tags"]))
    if want.get("recurring"):
        yield "recurring", item.get("recurring") == want["recurring"]
    if want.get("must_flag"):
        yield "flagged when unsure", bool(item) and not sure(item)


def false_draft(row: Row, reading: Reading) -> bool:
    """A draft made of a sentence that must not become one."""
    return "draft" not in row["expect"]["action"] and action(reading) == "draft"


def confidently_wrong(row: Row, reading: Reading) -> bool:
    """A draft whose amount is wrong at a confidence that lets it be saved without a second look."""
    return ("not confidently wrong", False) in verdicts(row, reading)


def sure(item: Item) -> bool:
    confidence = item.get("confidence", 1) if item else 0
    return bool((confidence.get("amount", 1) if isinstance(confidence, dict) else confidence) >= SURE)

"""When a reading of a sentence is right: the rules by which the utterances in tests/data are judged.

A row is exact when action, number of items, type, amount and currency agree, and, where the row states
them, date, payee and accounts. Lists are alternatives; names are compared by their letters and digits alone.
"""

from typing import Any

SURE = 0.8
NOTHING_NEW = ("amend", "query", "set")


def exact(row: dict[str, Any], reading: dict[str, Any]) -> bool:
    wanted, items = row["expect"], reading.get("items") or []
    if action(reading) not in wanted["action"]:
        return False
    if wanted["action"] != ["draft"]:
        return True
    if len(items) != len(wanted["items"]):
        return False
    today = row["context"]["today"]
    return all(item_right(want, item, today) for want, item in zip(wanted["items"], items, strict=True))


def action(reading: dict[str, Any]) -> str:
    """What a reading does; whatever records nothing new counts as refusing."""
    return "refuse" if reading["action"] in NOTHING_NEW else str(reading["action"])


def item_right(want: dict[str, Any], item: dict[str, Any], today: str) -> bool:
    return (
        item.get("type") in want["type"]
        and item.get("amount") in want["amount"]
        and item.get("currency") == want["currency"]
        and date_right(want, item.get("date"), today)
        and all(letters(item.get(slot)) == letters(want[slot]) for slot in SLOTS if slot in want)
    )


SLOTS = ("payee", "account", "to_account")


def date_right(want: dict[str, Any], found: str | None, today: str) -> bool:
    if want.get("date"):
        return found in want["date"]
    return bool(want.get("date_vague")) or found in (None, today)


def letters(name: str | None) -> str:
    return "".join(letter for letter in (name or "").lower() if letter.isalnum())


def false_draft(row: dict[str, Any], reading: dict[str, Any]) -> bool:
    """A draft made of a sentence that must not become one."""
    return "draft" not in row["expect"]["action"] and action(reading) == "draft"


def confidently_wrong(row: dict[str, Any], reading: dict[str, Any]) -> bool:
    """A draft whose amount is wrong at a confidence that lets it be saved without a second look."""
    if row["expect"]["action"] != ["draft"] or action(reading) != "draft":
        return False
    pairs = zip(row["expect"]["items"], reading["items"], strict=False)
    return any(item["amount"] not in want["amount"] and sure(item) for want, item in pairs)


def sure(item: dict[str, Any]) -> bool:
    return bool(item.get("confidence", {}).get("amount", 1) >= SURE)

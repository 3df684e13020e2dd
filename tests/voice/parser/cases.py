"""The spoken and typed sentences of tests/data/utterances: rows of text, context and what a reading must
say.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
UTTERANCES = ROOT / "tests" / "data" / "utterances"
SURE = 0.8
NAMES = ("payee", "account", "to_account")


@dataclass(frozen=True, slots=True)
class Case:
    """One row; `expect` holds alternatives for action, type, amount, category and date.

    `split` is "seen" (the parser was made on it), "dev" or "heldout".
    """

    text: str
    context: dict[str, Any]
    expect: dict[str, Any]
    tags: tuple[str, ...]
    split: str = "seen"

    def question(self) -> str:
        """The row as the parser's JSON door takes it."""
        return json.dumps({"text": self.text, "context": self.context}, ensure_ascii=False)


def cases(name: str) -> list[Case]:
    """The rows of one file, `own_en` or `given_en`."""
    lines = (UTTERANCES / f"{name}.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [
        Case(row["text"], row["context"], row["expect"], tuple(row["tags"]), row.get("split", "seen"))
        for row in rows
    ]


def seen(name: str) -> list[Case]:
    """The rows of a file that the parser was made on: each must be read right."""
    return [case for case in cases(name) if case.split == "seen"]


def differences(case: Case, reading: dict[str, Any]) -> list[str]:
    """What a reading says otherwise than its row; empty when it is exact."""
    action = "refuse" if reading["action"] in ("amend", "query", "set") else reading["action"]
    if action not in case.expect["action"]:
        return [f"action {action}"]
    if case.expect["action"] != ["draft"]:
        return []
    items = reading["items"]
    if len(items) != len(case.expect["items"]):
        return [f"{len(items)} items"]
    pairs = zip(case.expect["items"], items, strict=True)
    return [found for want, item in pairs for found in item_differences(case, want, item)]


def item_differences(case: Case, want: dict[str, Any], item: dict[str, Any]) -> list[str]:
    found = [slot for slot in ("type", "amount") if item[slot] not in want[slot]]
    found += [slot for slot in ("currency", "recurring", "note") if slot in want and item[slot] != want[slot]]
    found += [slot for slot in NAMES if slot in want and letters(item[slot]) != letters(want[slot])]
    dates = want.get("date") or [None, case.context["today"]]
    found += ["date"] if item["date"] not in dates else []
    wrong_category = "category" in want and letters(item["category"]) not in [
        letters(one) for one in want["category"]
    ]
    found += ["category"] if wrong_category else []
    found += ["tags"] if "tags" in want and item["tags"] != want["tags"] else []
    unsure = item["confidence"]["amount"] < SURE
    return found + (["confidence"] if want.get("must_flag") and not unsure else [])


def letters(name: str | None) -> str:
    return "".join(letter for letter in (name or "").lower() if letter.isalnum())

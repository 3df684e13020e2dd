"""Checks of one value each: a check returns the value as it is stored, or raises Malformed."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any, TypeAlias
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from finance.amounts import DECIMALS, LARGEST
from finance.errors import Malformed

Check: TypeAlias = Callable[[Any], Any]
UUID_TEXT = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
DAY_TEXT = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)


def bad(value: object) -> Malformed:
    return Malformed("bad_value", {"value": shown(value)})


def shown(value: object) -> str:
    """A value as a sentence may quote it: printable, at most 60 characters."""
    return ascii(value)[:60] if not isinstance(value, str) else ascii(value)[1:-1][:60]


def text(longest: int, *, shortest: int = 0) -> Check:
    def check(value: Any) -> str:
        if (
            not isinstance(value, str)
            or "\0" in value
            or not shortest <= len(value.strip()) <= len(value) <= longest
        ):
            raise bad(value)
        if any("\ud800" <= character <= "\udfff" for character in value):
            raise bad(value)
        return value

    return check


def or_null(check: Check) -> Check:
    return lambda value: None if value is None else check(value)


def one_of(*choices: Any) -> Check:
    def check(value: Any) -> Any:
        if not any(value is choice or (isinstance(choice, str) and value == choice) for choice in choices):
            raise bad(value)
        return value

    return check


def row_id(value: Any) -> str:
    if not isinstance(value, str) or not UUID_TEXT.fullmatch(value):
        raise bad(value)
    return str(UUID(value))


def whole_number(smallest: int, largest: int) -> Check:
    def check(value: Any) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not smallest <= value <= largest:
            raise bad(value)
        return value

    return check


def amount(value: Any) -> int:
    """Minor units that a browser's number holds exactly: their size is below 2^53."""
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > LARGEST:
        raise Malformed("amount_too_large")
    return int(whole_number(-LARGEST, LARGEST)(value))


def currency(value: Any) -> str:
    if not isinstance(value, str) or value not in DECIMALS:
        raise Malformed("unknown_currency", {"value": shown(value)})
    return value


def day(value: Any) -> str:
    if not isinstance(value, str) or not DAY_TEXT.fullmatch(value):
        raise bad(value)
    try:
        found = date.fromisoformat(value)
    except ValueError:
        raise bad(value) from None
    if not FIRST_DAY <= found <= LAST_DAY:
        raise bad(value)
    return value


def time_zone(value: Any) -> str:
    try:
        return ZoneInfo(text(64, shortest=1)(value)).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise bad(value) from None


def origin(value: Any) -> dict[str, Any]:
    """How a transaction came: {"how", "words", "batch"}."""
    parts = {
        "how": one_of("spoken", "typed", "import", "schedule"),
        "words": or_null(text(2000)),
        "batch": or_null(text(100)),
    }
    if not isinstance(value, dict) or not {"how"} <= value.keys() <= parts.keys():
        raise bad(value)
    return {name: parts[name](part) for name, part in value.items()}


def taught(value: Any) -> dict[str, Any]:
    """What one transaction taught: {"meant": the id of a payee or category, or an amount, "day"}."""
    if not isinstance(value, dict) or value.keys() != {"meant", "day"}:
        raise bad(value)
    meant = value["meant"]
    return {"meant": row_id(meant) if isinstance(meant, str) else amount(meant), "day": day(value["day"])}

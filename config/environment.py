"""Read settings from the environment; a wrong value is refused with its name, its value and the remedy."""

import os
import re
from decimal import Decimal
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


def read_file(path: Path) -> None:
    """Put the `NAME=value` lines of an .env file into the environment; what is set already wins."""
    if not path.exists():
        return
    for line in path.read_text().splitlines():
        name, equals, value = line.strip().partition("=")
        if equals and not name.startswith("#"):
            os.environ.setdefault(name.strip(), value.strip().strip("\"'"))


def text(name: str, default: str) -> str:
    return os.environ.get(name) or default


def names(name: str, default: list[str]) -> list[str]:
    """A comma-separated list: `a, b` → ["a", "b"]."""
    return [part.strip() for part in os.environ.get(name, "").split(",") if part.strip()] or default


def switch(name: str, *, default: bool) -> bool:
    value = os.environ.get(name, "").strip().lower()
    if not value:
        return default
    if value in ("1", "true", "yes", "on"):
        return True
    if value in ("0", "false", "no", "off"):
        return False
    raise refused(name, value, "write 1 for on or 0 for off")


def whole_number(name: str, default: int, *, at_least: int) -> int:
    value = os.environ.get(name) or str(default)
    if not value.isdecimal() or int(value) < at_least:
        raise refused(name, value, f"write a whole number of {at_least} or more")
    return int(value)


def prices(listed: list[str]) -> dict[str, tuple[int, int]]:
    """What models cost a million tokens in and out: dollars are written, millionths of one are returned.

    >>> prices(["some-model=0.30/2.50"])
    {'some-model': (300000, 2500000)}
    """
    found = {}
    for entry in listed:
        price = re.fullmatch(r"([^=\s]+)=(\d{1,4}(?:\.\d{1,6})?)/(\d{1,4}(?:\.\d{1,6})?)", entry)
        if not price:
            raise refused("GEMINI_PRICES", entry, "write model=0.30/2.50, dollars per million tokens")
        found[price[1]] = (int(Decimal(price[2]) * 10**6), int(Decimal(price[3]) * 10**6))
    return found


def refused(name: str, value: str, remedy: str) -> ImproperlyConfigured:
    return ImproperlyConfigured(f"{name}={value!r} cannot be used: {remedy}. See .env.example.")

"""Entries in few words, and the cube of them."""

from datetime import date, timedelta

from insights.frames import Cube
from tools.ledgers.cubes import cube_from
from tools.ledgers.entry import Entry

TODAY = date(2026, 11, 22)


def spent(
    day: str, amount: int, category: str = "groceries", payee: str = "Lidl", account: str = "bank"
) -> Entry:
    return Entry(date.fromisoformat(day), category, payee, amount, account=account)


def earned(day: str, amount: int, category: str = "salary", payee: str = "Employer") -> Entry:
    return Entry(date.fromisoformat(day), category, payee, -amount, income=True)


def abroad(day: str, amount: int) -> Entry:
    return Entry(date.fromisoformat(day), "travel", "Hotel", amount, currency="CHF")


def months(
    first: str, amounts: list[int], category: str = "groceries", payee: str = "Lidl", day: int = 5
) -> list[Entry]:
    """One payment on a day of each month from `first` ("2026-01") on."""
    year, month = (int(part) for part in first.split("-"))
    dates = [
        date(year + (month - 1 + step) // 12, (month - 1 + step) % 12 + 1, day)
        for step in range(len(amounts))
    ]
    return [Entry(day, category, payee, amount) for day, amount in zip(dates, amounts, strict=True)]


def every(
    days: int, first: str, count: int, amount: int, payee: str = "Cleaner", category: str = "housing"
) -> list[Entry]:
    begun = date.fromisoformat(first)
    return [Entry(begun + timedelta(days=days * step), category, payee, amount) for step in range(count)]


def cube(*entries: Entry | list[Entry], today: date = TODAY, month: date | None = None) -> Cube:
    flat = [one for group in entries for one in (group if isinstance(group, list) else [group])]
    return cube_from(flat, today, month)

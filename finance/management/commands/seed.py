"""`manage.py seed [ROWS]`: a believable household to look at, with a login of its own."""

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from finance.household.settling import MOST_ROWS, Household, live_rows, live_two_years, move_in
from finance.wording import say


class Command(BaseCommand):
    help = "Fill in a believable household of two years up to today, and print its login."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("rows", nargs="?", type=row_count, help="how many transactions, such as 100000")
        parser.add_argument("--seed", type=int, default=1, help="the same number gives the same two years")

    def handle(self, *arguments: object, rows: int | None, seed: int, **options: Any) -> None:
        now = timezone.now()
        household = move_in(now=now)
        if rows is None:
            self.show(live_two_years(household, seed=seed, now=now))
        else:
            self.show(live_rows(household, seed=seed, rows=rows, now=now))
        self.stdout.write(sign_in(household))

    def show(self, written: Iterator[int]) -> None:
        for so_far in written:
            self.stdout.write("\r" + say("seed.written", {"count": f"{so_far:,}"}), ending="")
            self.stdout.flush()


def row_count(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= MOST_ROWS):
        raise ArgumentTypeError(say("seed.rows", {"most": f"{MOST_ROWS:,}", "given": text[:20]}))
    return int(text)


def sign_in(household: Household) -> str:
    first, second = (person.get_username() for person in household.people)
    return say("seed.moved_in", {"first": first, "second": second, "password": household.password})

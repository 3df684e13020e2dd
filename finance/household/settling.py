"""A household moves in: two new people, a ledger of their own, and everything that happened to them."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.db import transaction

from finance.household.bulk import record_large_household
from finance.household.plan import plan, plan_rows
from finance.household.record import People, record_household
from finance.services import add_member, create_ledger

NAMES = ("maya", "jonas")
TIME_ZONE = "Europe/Berlin"
LARGE = 5000
MOST_ROWS = 1_000_000


@dataclass(frozen=True, slots=True)
class Household:
    """Who moved in, with the one password they share, and their ledger; nobody else's is touched."""

    people: People
    password: str
    ledger: UUID


@transaction.atomic
def move_in(*, now: datetime) -> Household:
    """Two people who were not there before and a new ledger that belongs to them alone."""
    password = secrets.token_urlsafe(9)
    maya, jonas = newcomer(NAMES[0], password), newcomer(NAMES[1], password)
    ledger = create_ledger(owner=maya, name="Home", currency="EUR", time_zone=TIME_ZONE, now=now)
    add_member(ledger_id=ledger.id, person=jonas, role="editor")
    return Household((maya, jonas), password, ledger.id)


def newcomer(name: str, password: str) -> AbstractUser:
    """A person of that name, or of "maya-2" and so on where it is taken."""
    people = get_user_model()._default_manager
    names = (name if number == 1 else f"{name}-{number}" for number in count(1))
    free = next(found for found in names if not people.filter(username__iexact=found).exists())
    person = people.model(username=free)
    person.set_password(password)
    person.save()
    return person


def live_two_years(household: Household, *, seed: int, now: datetime) -> Iterator[int]:
    """Write the household's two years up to today through the one writer; yields what is written so far."""
    happenings = plan(seed, now.astimezone(ZoneInfo(TIME_ZONE)).date())
    yield from record_household(
        ledger=household.ledger, people=household.people, happenings=happenings, now=now
    )


def live_rows(household: Household, *, seed: int, rows: int, now: datetime) -> Iterator[int]:
    """Write exactly `rows` transactions; more than LARGE of them in bulk."""
    happenings = plan_rows(seed, now.astimezone(ZoneInfo(TIME_ZONE)).date(), rows)
    door = record_large_household if rows > LARGE else record_household
    yield from door(ledger=household.ledger, people=household.people, happenings=happenings, now=now)

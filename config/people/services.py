"""Every write about people: the first one, their passwords, their recovery codes."""

import hmac
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from config.people import codes, queries
from config.people.errors import AlreadyWelcomed
from config.people.models import Person, RecoveryCode, SetupCode
from finance import services as finance

RECOVERY_CODES = 8


@dataclass(frozen=True, slots=True)
class Home:
    """The first ledger as its owner wants it: a name, an ISO 4217 code, an IANA time zone."""

    name: str
    currency: str
    time_zone: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody new, and the recovery codes to show once."""

    person: Person
    recovery_codes: list[str]


@transaction.atomic
def new_setup_code() -> str:
    """A code that lets the first person in; an earlier one stops working. Raises AlreadyWelcomed."""
    lock = _first_visit()
    code = codes.setup_code()
    lock.digest = codes.digest(code)
    lock.save()
    return code


def is_setup_code(code: str) -> bool:
    """Whether it is the code printed last; false when none was printed."""
    kept = SetupCode.objects.filter(id=1).values_list("digest", flat=True).first() or ""
    return hmac.compare_digest(kept, codes.digest(code))


@transaction.atomic
def create_owner(*, name: str, password: str, home: Home, now: datetime) -> Arrival:
    """The first person and their ledger; the setup code ends with it. Raises AlreadyWelcomed."""
    lock = _first_visit()
    arrival = create_person(name=name, password=password)
    finance.create_ledger(
        owner=arrival.person, name=home.name, currency=home.currency, time_zone=home.time_zone, now=now
    )
    lock.delete()
    return arrival


@transaction.atomic
def create_person(*, name: str, password: str) -> Arrival:
    """Somebody who can sign in; name and password were validated by the form."""
    person = Person.objects.create_user(name, password=password)
    return Arrival(person, new_recovery_codes(person))


@transaction.atomic
def new_recovery_codes(person: Person) -> list[str]:
    """Eight codes, to be shown once; the ones before stop working."""
    person.recovery_codes.all().delete()
    made = [codes.recovery_code() for _ in range(RECOVERY_CODES)]
    RecoveryCode.objects.bulk_create(RecoveryCode(person=person, digest=codes.digest(code)) for code in made)
    return made


@transaction.atomic
def recover(*, name: str, code: str, password: str, now: datetime) -> Person | None:
    """Set a new password by a recovery code; None for a wrong name or code, without saying which."""
    person = queries.person_with_code(name, code)
    if person is None or not use_recovery_code(person, code, now=now):
        return None
    set_password(person, password)
    return person


def use_recovery_code(person: Person, code: str, *, now: datetime) -> bool:
    """Spend a code; true exactly once, however many ask at the same moment."""
    fresh = person.recovery_codes.filter(digest=codes.digest(code), used_at=None)
    return fresh.update(used_at=now) == 1


def set_password(person: Person, password: str) -> None:
    """Set it; every other session of the person ends, as its hash no longer matches."""
    person.set_password(password)
    person.save(update_fields=["password"])


def set_language(person: Person, language: str) -> None:
    person.language = language
    person.save(update_fields=["language"])


def _first_visit() -> SetupCode:
    """The lock of the first visit, held to the end of the transaction. Raises AlreadyWelcomed."""
    SetupCode.objects.get_or_create(id=1)
    lock = SetupCode.objects.select_for_update().get(id=1)
    if queries.somebody_is_here():
        raise AlreadyWelcomed
    return lock

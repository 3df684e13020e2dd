"""Visitors: alice owns the ledger Home, dora has none, a stranger is signed out; guesses count anew."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from pytest_django import DjangoDbBlocker

from config.people import services
from config.people.models import Person
from config.people.services import Arrival, Home

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
PASSWORD = "seven green kettles"


@pytest.fixture(autouse=True)
def _nobody_has_guessed() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def stranger() -> Client:
    """Somebody elsewhere on the network, checked for CSRF tokens like everybody."""
    return Client(REMOTE_ADDR="192.168.1.20", SERVER_NAME="localhost")


@pytest.fixture(scope="class")
def arrived(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Arrival]:
    """alice's arrival, made once a class in a transaction around its tests; each test rolls back to here."""
    outer = transaction.atomic()
    with django_db_blocker.unblock():
        outer.__enter__()
        home = Home("Home", "EUR", "Europe/Dublin")
        made = services.create_owner(name="alice", password=PASSWORD, home=home, now=NOW)
    yield made
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        outer.__exit__(None, None, None)


@pytest.fixture
def arrival(arrived: Arrival, db: None) -> Arrival:
    """alice, just arrived, with her recovery codes."""
    return Arrival(Person.objects.get(pk=arrived.person.pk), arrived.recovery_codes)


@pytest.fixture
def alice(arrival: Arrival) -> Person:
    return arrival.person


@pytest.fixture
def dora(alice: Person) -> Person:
    return services.create_person(name="dora", password=PASSWORD).person


@pytest.fixture
def browser_of() -> Callable[[Person], Client]:
    """A browser in which a person is signed in."""

    def make(person: Person) -> Client:
        client = Client()
        client.force_login(person)
        return client

    return make

"""Every address of the server and everybody who may knock: an address without an entry here fails."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.http import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from pytest_django import DjangoDbBlocker

from config.api import api
from config.people.models import Person
from finance.ids import natural_id, new_id
from finance.services import add_member, create_ledger
from tests.addresses import (
    API,
    EDITOR,
    HARMLESS,
    LEDGER,
    OPEN,
    OWNER,
    PAGES,
    PEOPLE,
    READING,
    REFUSED,
    SHELL,
    STORED,
    STRANGER,
    VIEWER,
    push_of,
)
from tests.factories import spending

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
SECRET = "Under the mattress"
"""The ledger's name: nobody outside may read it anywhere."""


def addresses(resolver: URLResolver, before: str = "") -> Iterator[str]:
    for pattern in resolver.url_patterns:
        here = before + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield here
        else:
            yield from addresses(pattern, here)


def described() -> set[str]:
    """Every door of the OpenAPI document: "GET /api/session"."""
    paths: dict[str, dict[str, Any]] = api.get_openapi_schema()["paths"]
    return {f"{method.upper()} {path}" for path, doors in paths.items() for method in doors}


@dataclass(frozen=True, slots=True)
class House:
    """A ledger with its people and a row of each kind; the stranger has a ledger of their own."""

    ledger: UUID
    strangers: UUID
    rows: dict[str, UUID]
    device: UUID

    def browser_of(self, who: str, **more: Any) -> Client:
        client = Client(**more)
        client.force_login(Person.objects.get(username=who))
        return client

    def knock(self, client: Client, name: str, ledger: UUID, body: Any = None) -> Any:
        """Go to an API address as it stands in the table, in the name of a ledger."""
        method, path = name.split(" ")
        plural = path.removeprefix(f"{LEDGER}/").split("/")[0]
        named = {"row": self.rows.get(plural), "person": editors_id(), "device": self.device}
        named["recording"] = self.device
        address = path.format(ledger=ledger, month="2026-11", **named)
        body = body or API[name].body
        given = body(self.ledger) if callable(body) else body
        return client.generic(method, address, json_of(given), content_type="application/json")


def editors_id() -> int:
    return Person.objects.get(username=EDITOR).pk


def spoilt(given: Any) -> Any:
    """The same with a NUL in each of its texts."""
    if isinstance(given, dict):
        return {name: spoilt(value) for name, value in given.items()}
    return f"{given}\0x" if isinstance(given, str) else given


def json_of(given: Any) -> str:
    return "" if given is None else json.dumps(given)


def everything() -> dict[str, list[Any]]:
    """Every row of every table but the sessions."""
    tables = {model._meta.db_table for model in apps.get_models()} - {"django_session"}
    with connection.cursor() as cursor:
        return {table: cursor.execute(f'SELECT * FROM "{table}" ORDER BY 1').fetchall() for table in tables}


def build() -> House:
    people = {name: Person.objects.create(username=name) for name in PEOPLE}
    here = create_ledger(owner=people[OWNER], name=SECRET, currency="EUR", time_zone="Europe/Berlin", now=NOW)
    strangers = create_ledger(owner=people[STRANGER], name="Theirs", currency="EUR", time_zone="UTC", now=NOW)
    for role in (VIEWER, EDITOR):
        add_member(ledger_id=here.id, person=people[role], role=role)
    rows = {"accounts": natural_id(here.id, "account", "pets")}
    rows |= {"payees": new_id(), "transactions": new_id(), "lessons": new_id()}
    made = House(here.id, strangers.id, rows, new_id())
    made.browser_of(OWNER).get(f"/api/ledgers/{here.id}/pull?device={made.device}")
    for plural, fields in (
        ("payees", {"name": "Lidl"}),
        ("transactions", spending(here.id)),
        ("lessons", {"kind": "alias", "about": "mini"}),
    ):
        body = {"id": str(rows[plural]), "fields": fields}
        address = f"/api/ledgers/{here.id}/{plural}"
        made.browser_of(OWNER).post(address, json_of(body), content_type="application/json")
    return made


@pytest.fixture(scope="module")
def built(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[House]:
    """The house, made once in a transaction around its tests; each test rolls back to here."""
    with django_db_blocker.unblock():
        outer = transaction.atomic()
        outer.__enter__()
        made = build()
    yield made
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        outer.__exit__(None, None, None)


@pytest.fixture
def house(built: House, db: None) -> House:
    return built


def told(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]["code"]


WRITING = sorted(name for name in API if not name.startswith("GET"))
OF_A_LEDGER = sorted(name for name in API if LEDGER in name)
OF_A_MEMBER = sorted(name for name in API if "{person}" in name)
WITH_TEXTS = sorted(
    name for name, entry in API.items() if spoilt(entry.body) != entry.body and entry.status != 415
)
OF_A_ROW = sorted(name for name in API if "{row}" in name)


class TestTheTable:
    def test_has_every_door_of_the_api(self) -> None:
        assert described() == set(API)

    def test_has_every_other_address(self) -> None:
        doors = {name.split(" /")[1].replace("{", "<").replace("}", ">") for name in API}
        assert set(addresses(get_resolver())) - doors == set(PAGES)


class TestTheApi:
    @pytest.mark.parametrize("name", sorted(API))
    def test_asks_who_is_signed_out_to_sign_in(self, house: House, name: str) -> None:
        before = everything()
        assert told(house.knock(Client(), name, house.ledger)) == (401, "signed_out")
        assert everything() == before

    @pytest.mark.parametrize("name", WRITING)
    def test_writes_nothing_without_a_csrf_token(self, house: House, name: str) -> None:
        client = house.browser_of(OWNER, enforce_csrf_checks=True)
        before = everything()
        assert told(house.knock(client, name, house.ledger)) == (403, "csrf")
        assert everything() == before

    @pytest.mark.parametrize("who", PEOPLE)
    @pytest.mark.parametrize("name", sorted(API))
    def test_is_for_whom_the_table_says(self, house: House, name: str, who: str) -> None:
        client = house.browser_of(who)
        before = everything()
        answer = house.knock(client, name, house.ledger)
        refusal = REFUSED[API[name].whom].get(who)
        if refusal:
            assert told(answer) == refusal
        else:
            assert answer.status_code == API[name].status
        storing = name in WRITING and (LEDGER in name or name in STORED) and name not in READING
        writes = storing and not refusal
        assert (everything() != before) == writes

    @pytest.mark.parametrize("name", OF_A_LEDGER)
    def test_answers_a_stranger_as_if_there_were_no_such_ledger(self, house: House, name: str) -> None:
        client = house.browser_of(STRANGER)
        answers = [house.knock(client, name, ledger).content for ledger in (house.ledger, new_id())]
        assert answers[0] == answers[1] and SECRET.encode() not in answers[0]

    @pytest.mark.parametrize("name", OF_A_ROW)
    def test_finds_no_row_of_one_ledger_in_another(self, house: House, name: str) -> None:
        client = house.browser_of(STRANGER)
        before = everything()
        answer = house.knock(client, name, house.strangers)
        assert told(answer) == (404, "unknown_row")
        assert everything() == before

    @pytest.mark.parametrize("name", OF_A_MEMBER)
    def test_reaches_no_member_of_another_ledger(self, house: House, name: str) -> None:
        client, before = house.browser_of(STRANGER), everything()
        assert told(house.knock(client, name, house.strangers)) == (404, "unknown_member")
        assert everything() == before

    @pytest.mark.parametrize("number", [0, -(10**31), 2**53, 2**63, 10**31])
    @pytest.mark.parametrize("name", OF_A_MEMBER)
    def test_knows_no_member_of_a_number_that_no_person_has(
        self, house: House, name: str, number: int
    ) -> None:
        method, address = name.replace("{ledger}", str(house.ledger)).replace("{person}", str(number)).split()
        body = json_of(API[name].body)
        answer = house.browser_of(OWNER).generic(method, address, body, content_type="application/json")
        assert told(answer) == (404, "unknown_member")

    @pytest.mark.parametrize("number", [0, -(10**31), 2**63, 10**31])
    def test_pages_the_log_by_any_number(self, house: House, number: int) -> None:
        assert house.browser_of(OWNER).get(f"/api/writing/log?before={number}").status_code == 200

    @pytest.mark.parametrize("name", WITH_TEXTS)
    def test_keeps_no_text_that_a_database_cannot(self, house: House, name: str) -> None:
        client, before = house.browser_of(OWNER), everything()
        answer = house.knock(client, name, house.ledger, spoilt(API[name].body))
        assert answer.status_code == 422
        assert everything() == before

    @pytest.mark.parametrize("who", [STRANGER, VIEWER, EDITOR])
    def test_tells_nobody_of_somebody_elses_devices(self, house: House, who: str) -> None:
        assert house.browser_of(who).get("/api/devices").json() == []
        (own,) = house.browser_of(OWNER).get("/api/devices").json()
        assert own["id"] == str(house.device)

    @pytest.mark.parametrize("who", [VIEWER, EDITOR])
    def test_takes_nothing_from_somebody_elses_device(self, house: House, who: str) -> None:
        client, at, before = house.browser_of(who), f"/api/ledgers/{house.ledger}", everything()
        body = json_of({**push_of(house.ledger), "device": str(house.device)})
        pushed = client.post(f"{at}/push", body, content_type="application/json")
        pulled = client.get(f"{at}/pull?device={house.device}")
        assert [told(answer) for answer in (pushed, pulled)] == [(401, "device_of_another")] * 2
        assert everything() == before

    @pytest.mark.parametrize("name", sorted(API))
    def test_lets_nobody_keep_a_copy_of_an_answer(self, house: House, name: str) -> None:
        answer = house.knock(house.browser_of(OWNER), name, house.ledger)
        assert answer["Cache-Control"] == "no-store"


class TestTheOtherAddresses:
    def at(self, page: str) -> str:
        return "/" + page.replace("<uuid:id>", str(new_id())).replace("<str:", "").replace(">", "")

    @pytest.mark.parametrize("page", sorted(PAGES))
    def test_open_to_whom_the_table_says_and_tell_nothing_of_a_ledger(self, house: House, page: str) -> None:
        visitors = (Client(), house.browser_of(STRANGER), house.browser_of(OWNER))
        before = everything()
        answers = [visitor.get(self.at(page)) for visitor in visitors]
        signed_out, signed_in = PAGES[page]
        assert [answer.status_code for answer in answers] == [signed_out, signed_in, signed_in]
        assert not any(SECRET.encode() in content_of(answer) for answer in answers)
        assert everything() == before

    @pytest.mark.parametrize("page", sorted(SHELL))
    def test_give_everybody_the_same_shell(self, house: House, page: str) -> None:
        assert Client().get(self.at(page)).content == house.browser_of(OWNER).get(self.at(page)).content

    @pytest.mark.parametrize("page", sorted(PAGES.keys() - OPEN - HARMLESS))
    def test_take_no_form_without_a_csrf_token(self, house: House, page: str) -> None:
        for who in (Client(enforce_csrf_checks=True), house.browser_of(OWNER, enforce_csrf_checks=True)):
            assert who.post(self.at(page), {"password": "x"}).status_code == 403

    @pytest.mark.parametrize("page", sorted(HARMLESS))
    def test_do_nothing_with_a_form_from_elsewhere(self, house: House, page: str) -> None:
        browser = house.browser_of(OWNER, enforce_csrf_checks=True)
        before = everything()
        answer = browser.post(self.at(page), {"note": "x"})
        assert (answer.status_code, answer["Location"]) == (302, "/?shared")
        assert everything() == before


def content_of(answer: HttpResponseBase) -> bytes:
    return b"" if answer.streaming else answer.content  # type: ignore[attr-defined]

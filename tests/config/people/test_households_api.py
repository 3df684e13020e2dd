import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from config.people import invitations, queries
from config.people.models import Person
from finance import services as finance
from finance.ids import new_id
from finance.permissions import readable
from finance.queries import accounts, ledgers_of
from tests.config.people.conftest import NOW

Browser = Callable[[Person], Client]
MINE: dict[str, str] = {"name": "Mine", "currency": "EUR", "time_zone": "Europe/Dublin"}


def post(client: Client, address: str, given: Any) -> Any:
    return client.post(address, json.dumps(given), content_type="application/json")


def home_of(person: Person) -> UUID:
    return ledgers_of(person)[0].id


class TestCreateLedger:
    def test_makes_one_more_of_the_persons_own(self, browser_of: Browser, alice: Person) -> None:
        answer = post(browser_of(alice), "/api/ledgers", MINE)
        assert answer.status_code == 201
        made = answer.json()
        assert (made["name"], made["role"], made["currency"]) == ("Mine", "owner", "EUR")
        assert [head.name for head in ledgers_of(alice)] == ["Home", "Mine"]
        assert len(accounts(readable(alice, UUID(made["id"])))) == 35

    def test_makes_one_ledger_of_a_request_that_is_repeated(self, browser_of: Browser, alice: Person) -> None:
        given = {**MINE, "id": str(new_id())}
        answers = [post(browser_of(alice), "/api/ledgers", given).json() for _ in range(2)]
        assert answers[0] == answers[1]
        assert [head.name for head in ledgers_of(alice)] == ["Home", "Mine"]

    def test_tells_nothing_of_a_ledger_of_others(
        self, browser_of: Browser, alice: Person, dora: Person
    ) -> None:
        answer = post(browser_of(dora), "/api/ledgers", {**MINE, "id": str(home_of(alice))})
        assert (answer.status_code, answer.json()["error"]["code"]) == (404, "unknown_ledger")
        assert ledgers_of(dora) == []

    @pytest.mark.parametrize(
        ("field", "value", "code"),
        [
            ("name", " ", "bad_value"),
            ("name", "a\0b", "bad_value"),
            ("currency", "EURO", "unknown_currency"),
            ("time_zone", "Mars/Crater", "bad_value"),
        ],
    )
    def test_refuses_what_no_ledger_has(
        self, browser_of: Browser, alice: Person, field: str, value: str, code: str
    ) -> None:
        answer = post(browser_of(alice), "/api/ledgers", {**MINE, field: value})
        assert (answer.status_code, answer.json()["error"]["code"]) == (422, code)
        assert len(ledgers_of(alice)) == 1


class TestAnInvitation:
    def test_ends_when_who_made_it_no_longer_owns_the_ledger(self, alice: Person, dora: Person) -> None:
        home = home_of(alice)
        token, _ = invitations.invite(ledger=home, role="owner", invited_by=alice, now=NOW)
        finance.add_member(ledger_id=home, person=dora, role="owner")
        assert queries.open_invitation(token, now=NOW + timedelta(days=1))
        finance.change_role(by=dora, ledger_id=home, person_id=alice.pk, role="editor")
        assert queries.open_invitation(token, now=NOW + timedelta(days=1)) is None


class TestMembers:
    def test_answers_who_is_in_it_then(self, browser_of: Browser, alice: Person, dora: Person) -> None:
        home = home_of(alice)
        finance.add_member(ledger_id=home, person=dora, role="editor")
        address = f"/api/ledgers/{home}/people/{dora.pk}"
        changed = browser_of(alice).patch(address, {"role": "viewer"}, content_type="application/json")
        assert [(one["name"], one["role"]) for one in changed.json()] == [
            ("alice", "owner"),
            ("dora", "viewer"),
        ]
        assert [one["name"] for one in browser_of(alice).delete(address).json()] == ["alice"]

    def test_answers_who_leaves_with_the_ledgers_that_stay(
        self, browser_of: Browser, alice: Person, dora: Person
    ) -> None:
        finance.add_member(ledger_id=home_of(alice), person=dora, role="editor")
        post(browser_of(dora), "/api/ledgers", MINE)
        left = post(browser_of(dora), f"/api/ledgers/{home_of(alice)}/leave", {})
        assert [one["name"] for one in left.json()] == ["Mine"]

    def test_answers_who_deletes_a_ledger_with_those_that_are_left(
        self, browser_of: Browser, alice: Person
    ) -> None:
        post(browser_of(alice), "/api/ledgers", MINE)
        left = browser_of(alice).delete(f"/api/ledgers/{home_of(alice)}")
        assert [one["name"] for one in left.json()] == ["Mine"]
        assert [head.name for head in ledgers_of(alice)] == ["Mine"]

    def test_refuses_an_unknown_role(self, browser_of: Browser, alice: Person) -> None:
        address = f"/api/ledgers/{home_of(alice)}/people/{alice.pk}"
        answer = browser_of(alice).patch(address, {"role": "king"}, content_type="application/json")
        assert (answer.status_code, answer.json()["error"]["code"]) == (422, "invalid")

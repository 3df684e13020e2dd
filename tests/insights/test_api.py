"""GET /api/ledgers/{ledger}/months/{month}."""

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from config.people.models import Person
from finance.services import add_member, record
from tests.insights.conftest import Home


@pytest.fixture
def asha(home: Home) -> Client:
    client = Client()
    client.force_login(home.owner)
    return client


def today() -> str:
    return datetime.now(ZoneInfo("Europe/Berlin")).date().isoformat()


class TestMonth:
    def test_holds_totals_and_the_finding(self, home: Home, asha: Client) -> None:
        home.spend("2026-09-05", "groceries", 4000)
        home.spend("2026-10-05", "groceries", 5000)
        home.spend("2026-10-06", "salary", -300000)
        found = asha.get(f"/api/ledgers/{home.id}/months/2026-10").json()
        assert (found["month"], found["today"]) == ("2026-10", today())
        assert found["spent"] == {"EUR": 5000}
        assert found["income"] == {"EUR": 300000}
        assert [(total["key"], total["total"], total["count"]) for total in found["totals"]] == [
            ("groceries", 5000, 1),
            ("salary", -300000, 1),
        ]
        assert found["finding"]["kind"] == "what_changed"
        assert found["finding"]["sentence"].endswith("The largest rise was Groceries, up €10.00.")
        assert found["finding"]["contributions"] == [
            {
                "category": home.account("groceries"),
                "name": "Groceries",
                "delta": 1000,
                "now": 5000,
                "before": 4000,
            }
        ]
        assert found["finding"]["facts"][0] == {
            "id": "what_changed.now", "kind": "amount", "value": 5000, "currency": "EUR", "sign": 1, "entity": "spending",
            "period": "2026-10-01/2026-10-31",
        }  # fmt: skip
        assert found["reason_without_finding"] is None

    def test_says_why_there_is_no_finding(self, home: Home, asha: Client) -> None:
        found = asha.get(f"/api/ledgers/{home.id}/months/2026-10").json()
        assert found["finding"] is None
        assert found["reason_without_finding"].startswith("Nothing is recorded")

    @pytest.mark.parametrize(
        "zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"]
    )  # 25 hours apart: never one day
    def test_takes_today_from_the_ledgers_time_zone(self, home: Home, asha: Client, zone: str) -> None:
        record(
            person=home.owner, ledger_id=home.id, op="update", entity="ledger", row=home.id,
            fields={"time_zone": zone}, now=datetime.now(UTC),
        )  # fmt: skip
        found = asha.get(f"/api/ledgers/{home.id}/months/2026-10").json()
        assert found["today"] == datetime.now(ZoneInfo(zone)).date().isoformat()

    @pytest.mark.parametrize("month", ["2026-13", "november", "2026-1"])
    def test_refuses_what_is_no_month_with_the_remedy(self, home: Home, asha: Client, month: str) -> None:
        answer = asha.get(f"/api/ledgers/{home.id}/months/{month}")
        assert answer.status_code == 422
        assert answer.json()["error"]["code"] == "month_malformed"
        assert "2026-11" in answer.json()["error"]["message"]

    def test_asks_to_sign_in(self, home: Home) -> None:
        assert Client().get(f"/api/ledgers/{home.id}/months/2026-10").status_code == 401

    def test_shows_a_stranger_nothing(self, home: Home, person: Callable[[str], Person]) -> None:
        stranger = Client()
        stranger.force_login(person("charlie"))
        answers = [stranger.get(f"/api/ledgers/{ledger}/months/2026-10") for ledger in (home.id, uuid4())]
        assert [answer.status_code for answer in answers] == [404, 404]
        assert answers[0].json() == answers[1].json()

    def test_lets_a_viewer_read(self, home: Home, person: Callable[[str], Person]) -> None:
        add_member(ledger_id=home.id, person=person("bob"), role="viewer")
        viewer = Client()
        viewer.login(username="bob", password="correct horse battery")
        assert viewer.get(f"/api/ledgers/{home.id}/months/2026-10").status_code == 200

    def test_asks_the_database_no_more_for_more_entries(
        self, home: Home, asha: Client, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        for day in range(1, 20):
            home.spend(f"2026-10-{day:02}", "groceries", 100 * day)
        with django_assert_num_queries(6):  # session, person, membership, rollup, two cubes
            asha.get(f"/api/ledgers/{home.id}/months/2026-10")

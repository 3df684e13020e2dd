"""GET /api/ledgers/{ledger}/months/{month}."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
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
            "id": "what_changed.now", "kind": "amount", "value": 5000, "currency": "EUR", "sign": 1,
            "entity": "spending", "period": "2026-10-01/2026-10-31", "measure": "spending", "baseline": None,
            "basis": "recorded",
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
        with django_assert_num_queries(11):  # session, person, membership, judged, rollup, six of the cubes
            asha.get(f"/api/ledgers/{home.id}/months/2026-10")

    def test_holds_every_section_with_its_sentence(self, home: Home, asha: Client) -> None:
        live_months(home)
        found = asha.get(f"/api/ledgers/{home.id}/months/{today()[:7]}").json()
        for section in ("finding", "compared", "projection", "months", "upcoming"):
            told = found[section]["told"]
            assert "".join(part["text"] for part in told["parts"]) == told["sentence"], section
            assert told["sentence"], section
        assert found["currency"] == "EUR"
        assert sum(one["delta"] for one in found["finding"]["contributions"]) == amount_of(
            found["finding"]["told"], "what_changed.change"
        )
        assert found["projection"]["so_far_by_day"][-1] == found["projection"]["known"]
        assert len(found["months"]["months"]) == 12
        assert [one["name"] for one in found["subscriptions"]] == ["Spotify"]
        assert found["upcoming"]["total"] == sum(bill["amount"] for bill in found["upcoming"]["bills"])

    def test_holds_the_course_of_a_month_that_is_over_and_no_projection(
        self, home: Home, asha: Client
    ) -> None:
        live_months(home)
        last = (date.fromisoformat(today()).replace(day=1) - timedelta(days=1)).isoformat()[:7]
        found = asha.get(f"/api/ledgers/{home.id}/months/{last}").json()
        assert found["projection"] is None
        assert found["course"]["so_far_by_day"][-1] == found["compared"]["now"]

    def test_bears_a_bill_that_is_not_due_soon(self, home: Home, asha: Client) -> None:
        """The only thing that comes back comes in eleven months."""
        now = date.fromisoformat(today())
        for back in (30, 395):
            home.pay(str(now - timedelta(days=back)), "insurance", 9000, "Insurer")
        found = asha.get(f"/api/ledgers/{home.id}/months/{today()[:7]}").json()
        assert [one["cadence"] for one in found["subscriptions"]] == ["yearly"]
        assert found["upcoming"] is None

    def test_leads_from_each_amount_to_its_transactions(self, home: Home, asha: Client) -> None:
        live_months(home)
        parts = asha.get(f"/api/ledgers/{home.id}/months/{today()[:7]}").json()["finding"]["told"]["parts"]
        spent = next(part for part in parts if part["fact"] is not None)
        assert spent["link"] == {
            "first": f"{today()[:7]}-01", "last": today(), "category": None, "payee": None, "kind": "expense",
        }  # fmt: skip
        assert not any(part["link"] for part in parts if part["fact"] is None)


def live_months(home: Home) -> None:
    """A year of groceries on the first and Spotify on the second of each month, up to today's."""
    now = datetime.now(ZoneInfo("Europe/Berlin")).date()
    for back in range(13):
        month = (now.replace(day=1) - timedelta(days=back * 30)).replace(day=1)
        home.spend(f"{month:%Y-%m}-01", "groceries", 40000 + 100 * back)
        home.pay(f"{month:%Y-%m}-01", "subscriptions", 999, "Spotify")


def amount_of(told: dict[str, Any], name: str) -> int:
    fact = next(fact for fact in told["facts"] if fact["id"] == name)
    return int(fact["value"]) * int(fact["sign"])


class TestCards:
    def test_puts_a_card_away_for_good_and_for_this_person_alone(
        self, home: Home, asha: Client, person: Callable[[str], Person]
    ) -> None:
        add_member(ledger_id=home.id, person=person("bob"), role="viewer")
        bob = Client()
        bob.login(username="bob", password="correct horse battery")
        twice(home)
        card, *others = cards(home, asha)
        assert judge(home, asha, card, "dismissed") == 200
        assert cards(home, asha) == others
        assert cards(home, bob) == [card, *others]

    def test_takes_it_back(self, home: Home, asha: Client) -> None:
        twice(home)
        before = cards(home, asha)
        for verdict in ("dismissed", "dismissed", "not_useful", "shown", "shown"):
            assert judge(home, asha, before[0], verdict) == 200
        assert cards(home, asha) == before

    def test_shows_less_of_what_was_not_useful(self, home: Home, asha: Client) -> None:
        twice(home)
        twice(home, "dining", 700)
        home.spend("2026-09-05", "shopping", 100)
        for _ in range(9):
            home.pay("2026-10-05", "shopping", 90000, "Ikea")
        kinds = [card.partition(":")[0] for card in cards(home, asha)]
        assert kinds[0] == "duplicate"
        assert "movers" in kinds
        judge(home, asha, cards(home, asha)[0], "not_useful")
        assert cards(home, asha)[-1].startswith("duplicate")

    @pytest.mark.parametrize(
        "body",
        [
            {"card": "", "verdict": "dismissed"},
            {"card": "a\0b", "verdict": "dismissed"},
            {"card": "x", "verdict": "loved"},
        ],
    )
    def test_refuses_what_is_no_verdict(self, home: Home, asha: Client, body: dict[str, str]) -> None:
        answer = asha.post(f"/api/ledgers/{home.id}/cards", body, content_type="application/json")
        assert answer.status_code == 422

    def test_shows_a_stranger_nothing(self, home: Home, person: Callable[[str], Person]) -> None:
        stranger = Client()
        stranger.force_login(person("charlie"))
        assert judge(home, stranger, "no_spend:2026-10", "dismissed") == 404


def twice(home: Home, key: str = "groceries", amount: int = 4000) -> None:
    """The same purchase twice on one day."""
    for _ in range(2):
        home.pay("2026-10-05", key, amount, "Lidl")


def cards(home: Home, client: Client) -> list[str]:
    found = client.get(f"/api/ledgers/{home.id}/months/2026-10").json()
    return [card["id"] for card in found["cards"]]


def judge(home: Home, client: Client, card: str, verdict: str) -> int:
    body = {"card": card, "verdict": verdict}
    answer = client.post(f"/api/ledgers/{home.id}/cards", body, content_type="application/json")
    return answer.status_code

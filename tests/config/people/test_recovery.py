from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from config.people import queries, services
from config.people.models import Person
from config.people.services import Arrival

NEW = "three quiet harbours"


def recover(client: Client, name: str, code: str, password: str = NEW) -> Any:
    return client.post("/accounts/recover/", {"name": name, "code": code, "password": password})


class TestRecover:
    def test_sets_a_new_password_and_signs_in(self, stranger: Client, arrival: Arrival) -> None:
        answer = recover(stranger, "Alice", arrival.recovery_codes[0].lower())
        assert (answer.status_code, answer["Location"]) == (302, "/")
        assert stranger.get("/api/session").json()["person"]["name"] == "alice"
        assert Person.objects.get().check_password(NEW)

    def test_ends_the_other_sessions(self, stranger: Client, arrival: Arrival) -> None:
        elsewhere = Client()
        elsewhere.force_login(arrival.person)
        recover(stranger, "alice", arrival.recovery_codes[0])
        assert elsewhere.get("/api/session").status_code == 401

    def test_takes_each_code_once(self, stranger: Client, arrival: Arrival) -> None:
        recover(stranger, "alice", arrival.recovery_codes[0])
        stranger.logout()
        assert (
            recover(stranger, "alice", arrival.recovery_codes[0], "another fine password").status_code == 422
        )
        assert Person.objects.get().check_password(NEW)
        assert recover(stranger, "alice", arrival.recovery_codes[1]).status_code == 302

    def test_takes_nobody_elses_code(self, stranger: Client, dora: Person, arrival: Arrival) -> None:
        assert recover(stranger, "dora", arrival.recovery_codes[0]).status_code == 422

    def test_answers_alike_for_a_wrong_code_and_a_wrong_name(self, stranger: Client, alice: Person) -> None:
        pages = [recover(stranger, name, "AAAA-BBBB-CCCC-DDDD") for name in ("alice", "nobody")]
        assert [page.status_code for page in pages] == [422, 422]
        said = [str(page.context["form"].errors) for page in pages]
        assert said[0] == said[1]
        assert "do not belong together" in said[0]

    def test_says_a_weak_password_is_weak_to_everybody(self, stranger: Client, alice: Person) -> None:
        pages = [recover(stranger, name, "AAAA-BBBB-CCCC-DDDD", "short") for name in ("alice", "nobody")]
        said = [str(page.context["form"].errors) for page in pages]
        assert said[0] == said[1]
        assert "at least 10" in said[0]

    def test_keeps_the_code_when_the_password_is_weak(self, stranger: Client, arrival: Arrival) -> None:
        recover(stranger, "alice", arrival.recovery_codes[0], "short")
        assert recover(stranger, "alice", arrival.recovery_codes[0]).status_code == 302

    def test_asks_the_database_alike_whoever_is_named(
        self, alice: Person, django_assert_num_queries: Any
    ) -> None:
        for name in ("alice", "nobody"):
            with django_assert_num_queries(1):
                assert queries.person_with_code(name, "AAAA-BBBB-CCCC-DDDD") is None

    def test_lets_nobody_in_who_was_switched_off(self, stranger: Client, arrival: Arrival) -> None:
        Person.objects.update(is_active=False)
        assert recover(stranger, "alice", arrival.recovery_codes[0]).status_code == 422

    def test_can_be_tried_five_times_a_name(self, stranger: Client, arrival: Arrival) -> None:
        for _ in range(5):
            recover(stranger, "ALICE", "AAAA-BBBB-CCCC-DDDD")
        assert "Too many tries" in recover(stranger, "alice", arrival.recovery_codes[0]).text

    def test_can_be_tried_ten_times_an_address(self, stranger: Client, arrival: Arrival) -> None:
        for turn in range(10):
            recover(stranger, f"name{turn}", "AAAA-BBBB-CCCC-DDDD")
        assert "Too many tries" in recover(stranger, "alice", arrival.recovery_codes[0]).text
        elsewhere = Client(REMOTE_ADDR="192.168.1.21")
        assert recover(elsewhere, "alice", arrival.recovery_codes[0]).status_code == 302

    def test_believes_no_forwarded_address(self, arrival: Arrival) -> None:
        for turn in range(10):
            liar = Client(headers={"X-Forwarded-For": f"10.0.0.{turn}"})
            recover(liar, f"name{turn}", "AAAA-BBBB-CCCC-DDDD")
        liar = Client(headers={"X-Forwarded-For": "10.0.0.99"})
        assert "Too many tries" in recover(liar, "alice", arrival.recovery_codes[0]).text

    def test_follows_no_address_of_another_site(self, stranger: Client, arrival: Arrival) -> None:
        given = {"name": "alice", "code": arrival.recovery_codes[0], "password": NEW}
        answer = stranger.post("/accounts/recover/?next=https://evil.example/", given)
        assert answer["Location"] == "/"


class TestNewRecoveryCodes:
    def test_replace_the_old_ones_after_the_password(
        self, browser_of: Callable[[Person], Client], arrival: Arrival
    ) -> None:
        page = browser_of(arrival.person).post(
            "/accounts/recovery-codes/", {"password": "seven green kettles"}
        )
        assert len(page.context["codes"]) == 8
        assert "no-store" in page["Cache-Control"]
        assert recover(Client(), "alice", arrival.recovery_codes[0]).status_code == 422
        assert recover(Client(), "alice", page.context["codes"][7]).status_code == 302

    @pytest.mark.parametrize("password", ["", "wrong", "Seven Green Kettles"])
    def test_need_the_password(
        self, browser_of: Callable[[Person], Client], arrival: Arrival, password: str
    ) -> None:
        page = browser_of(arrival.person).post("/accounts/recovery-codes/", {"password": password})
        assert page.status_code in (200, 422)
        assert "codes" not in page.context
        assert queries.person_with_code("alice", arrival.recovery_codes[0])

    def test_let_nobody_guess_the_password_for_long(
        self, browser_of: Callable[[Person], Client], alice: Person
    ) -> None:
        browser = browser_of(alice)
        for _ in range(10):
            browser.post("/accounts/recovery-codes/", {"password": "wrong"})
        page = browser.post("/accounts/recovery-codes/", {"password": "seven green kettles"})
        assert "Too many tries" in page.text

    def test_are_for_those_who_are_signed_in(self, stranger: Client, alice: Person) -> None:
        answer = stranger.get("/accounts/recovery-codes/")
        assert answer["Location"] == "/accounts/login/?next=/accounts/recovery-codes/"


class TestUseRecoveryCode:
    def test_works_once(self, arrival: Arrival) -> None:
        code, now = arrival.recovery_codes[3], arrival.person.date_joined
        assert services.use_recovery_code(arrival.person, code, now=now)
        assert not services.use_recovery_code(arrival.person, code, now=now)

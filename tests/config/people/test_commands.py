import io
from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from config.people import services
from config.people.models import Invitation, Person
from config.people.services import Arrival
from finance import services as finance
from finance.queries import ledgers_of

NEW = "three quiet harbours"


def said(*arguments: str) -> str:
    out = io.StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue()


@pytest.fixture
def type_in(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    return lambda line: monkeypatch.setattr("sys.stdin", io.StringIO(line))


class TestSetupCodeCommand:
    def test_prints_a_code_that_lets_the_first_person_in(self, db: None) -> None:
        code = said("setup_code").split()[-1]
        assert services.is_setup_code(code)

    def test_prints_none_once_somebody_is_here(self, alice: Person) -> None:
        assert "Sign in with your name" in said("setup_code")


class TestSetPasswordCommand:
    def test_sets_it_and_ends_the_sessions(self, alice: Person, type_in: Any) -> None:
        browser = Client()
        browser.force_login(alice)
        type_in(f"{NEW}\n")
        assert "alice has a new password" in said("set_password", "Alice")
        assert Person.objects.get().check_password(NEW)
        assert browser.get("/api/session").status_code == 401

    def test_refuses_a_weak_one_in_plain_words(self, alice: Person, type_in: Any) -> None:
        type_in("short\n")
        with pytest.raises(CommandError, match="at least 10 characters"):
            said("set_password", "alice")

    def test_refuses_a_name_nobody_has(self, alice: Person, type_in: Any) -> None:
        type_in(f"{NEW}\n")
        with pytest.raises(CommandError, match="Nobody here is called bob"):
            said("set_password", "bob")


class TestInviteCommand:
    def test_prints_a_link_that_works(self, alice: Person) -> None:
        *_, link = said("invite", "alice", "--role", "viewer", "--address", "https://funds.example/").split()
        assert link.startswith("https://funds.example/accounts/invitation/")
        assert Client().get(link.removeprefix("https://funds.example")).status_code == 200
        assert Invitation.objects.get().role == "viewer"

    def test_asks_which_of_several_ledgers(self, arrival: Arrival) -> None:
        finance.create_ledger(
            owner=arrival.person, name="Boat", currency="EUR", time_zone="UTC", now=arrival.person.date_joined
        )
        with pytest.raises(CommandError, match="alice owns: Home, Boat"):
            said("invite", "alice")
        assert "to join Boat as editor" in said("invite", "alice", "--ledger", "Boat")

    def test_refuses_somebody_who_only_edits(self, alice: Person, dora: Person) -> None:
        finance.add_member(ledger_id=ledgers_of(alice)[0].id, person=dora, role="editor")
        with pytest.raises(CommandError, match="dora owns: —"):
            said("invite", "dora")

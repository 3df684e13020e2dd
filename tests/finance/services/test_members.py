import pytest
from django.apps import apps
from django.contrib.auth.models import AbstractUser
from django.db.models import Model

from config.people.models import Person
from finance import services
from finance.errors import LastOwner, OwnerOnly, SharedLedger, UnknownLedger, UnknownMember
from finance.ids import new_id
from finance.models import Ledger
from finance.queries import history, people_of
from tests.finance.conftest import Home


def roles(home: Home) -> dict[str, str]:
    return {member.name: member.role for member in people_of(home.ledger)}


def change(home: Home, by: AbstractUser, whom: AbstractUser, role: str) -> None:
    services.change_role(by=by, ledger_id=home.id, person_id=whom.pk, role=role)


def remove(home: Home, by: AbstractUser, whom: AbstractUser) -> None:
    services.remove_member(by=by, ledger_id=home.id, person_id=whom.pk)


def held_of(ledger: Ledger) -> dict[str, int]:
    """How many rows every model holds of a ledger; those without any are left out."""
    models: list[type[Model]] = [model for model in apps.get_models() if hasattr(model, "ledger_id")]
    counts = {model.__name__: model._default_manager.filter(ledger_id=ledger.pk).count() for model in models}
    return {name: count for name, count in counts.items() if count}


class TestChangeRole:
    def test_gives_a_member_another_role(self, home: Home) -> None:
        change(home, home.alice, home.vera, "editor")
        change(home, home.alice, home.bob, "owner")
        assert roles(home) == {"alice": "owner", "bob": "owner", "vera": "editor"}

    @pytest.mark.parametrize("role", ["editor", "viewer"])
    def test_keeps_the_last_owner(self, home: Home, role: str) -> None:
        with pytest.raises(LastOwner):
            change(home, home.alice, home.alice, role)
        assert roles(home)["alice"] == "owner"

    def test_lets_an_owner_step_down_beside_another(self, home: Home) -> None:
        change(home, home.alice, home.bob, "owner")
        change(home, home.alice, home.alice, "editor")
        assert roles(home) == {"alice": "editor", "bob": "owner", "vera": "viewer"}

    def test_is_for_owners_alone(self, home: Home, charlie: Person) -> None:
        with pytest.raises(OwnerOnly):
            change(home, home.bob, home.bob, "owner")
        with pytest.raises(UnknownLedger):
            change(home, charlie, home.bob, "owner")

    def test_makes_no_member_of_a_stranger(self, home: Home, charlie: Person) -> None:
        with pytest.raises(UnknownMember):
            change(home, home.alice, charlie, "editor")
        assert "charlie" not in roles(home)


class TestRemoveMember:
    def test_takes_them_out_and_keeps_what_they_wrote(self, home: Home) -> None:
        row = new_id()
        spent = home.send("create", "transaction", row, home.spending(), by=home.bob)
        remove(home, home.alice, home.bob)
        assert roles(home) == {"alice": "owner", "vera": "viewer"}
        (made,) = history(home.ledger, "transaction", row)
        assert (spent.status, made.by) == ("applied", "bob")
        with pytest.raises(UnknownLedger):
            home.send("update", "ledger", home.id, {"name": "Mine"}, by=home.bob)

    def test_is_for_owners_alone(self, home: Home) -> None:
        with pytest.raises(OwnerOnly):
            remove(home, home.bob, home.vera)

    def test_keeps_the_last_owner(self, home: Home) -> None:
        with pytest.raises(LastOwner):
            remove(home, home.alice, home.alice)

    def test_finds_nobody_of_another_ledger(self, home: Home, charlie: Person, charlies: Ledger) -> None:
        with pytest.raises(UnknownMember):
            remove(home, home.alice, charlie)
        assert [member.name for member in people_of(charlies)] == ["charlie"]


class TestLeave:
    def test_lets_an_editor_and_a_viewer_go(self, home: Home) -> None:
        for person in (home.bob, home.vera):
            services.leave(person=person, ledger_id=home.id)
        assert roles(home) == {"alice": "owner"}

    def test_lets_the_last_owner_go_only_after_handing_over(self, home: Home) -> None:
        with pytest.raises(LastOwner):
            services.leave(person=home.alice, ledger_id=home.id)
        change(home, home.alice, home.vera, "owner")
        services.leave(person=home.alice, ledger_id=home.id)
        assert roles(home) == {"bob": "editor", "vera": "owner"}

    def test_hides_the_ledger_from_who_is_no_member(self, home: Home, charlie: Person) -> None:
        with pytest.raises(UnknownLedger):
            services.leave(person=charlie, ledger_id=home.id)


class TestDeleteLedger:
    def test_takes_all_of_it_and_nothing_of_others(self, home: Home, charlies: Ledger) -> None:
        others = held_of(charlies)
        home.send("create", "transaction", new_id(), home.spending(), by=home.bob)
        for person in (home.bob, home.vera):
            remove(home, home.alice, person)
        assert {"Account", "Transaction", "Rollup", "MutationRecord", "Change"} <= {*held_of(home.ledger)}
        services.delete_ledger(by=home.alice, ledger_id=home.id)
        assert held_of(home.ledger) == {}
        assert not Ledger.objects.filter(id=home.id).exists()
        assert held_of(charlies) == others

    def test_is_for_its_owner_alone(self, home: Home, charlie: Person) -> None:
        with pytest.raises(OwnerOnly):
            services.delete_ledger(by=home.bob, ledger_id=home.id)
        with pytest.raises(UnknownLedger):
            services.delete_ledger(by=charlie, ledger_id=home.id)

    def test_waits_until_nobody_else_belongs_to_it(self, home: Home) -> None:
        before = held_of(home.ledger)
        with pytest.raises(SharedLedger):
            services.delete_ledger(by=home.alice, ledger_id=home.id)
        assert held_of(home.ledger) == before

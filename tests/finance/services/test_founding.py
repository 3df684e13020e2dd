import pytest

from config.people.models import Person
from finance.errors import Malformed
from finance.ids import natural_id
from finance.models import Account, Ledger, Membership
from finance.queries import ledgers_of
from finance.services import add_member, create_ledger
from tests.finance.conftest import NOW, Home


class TestCreateLedger:
    def test_has_its_accounts_and_categories_by_key(self, home: Home) -> None:
        found = (
            Account.objects.filter(ledger=home.ledger).order_by("order").values_list("kind", "key", "name")
        )
        assert list(found)[:7] == [
            ("asset", "cash", "Cash"),
            ("asset", "bank", "Bank"),
            ("liability", "card", "Card"),
            ("asset", "savings", "Savings"),
            ("equity", "opening balances", "Opening balances"),
            ("equity", "currency exchange", "Currency exchange"),
            ("expense", "groceries", "Groceries"),
        ]
        assert ("expense", "uncategorised", "Uncategorised") in found
        assert ("income", "salary", "Salary") in found

    def test_gives_ids_that_every_device_derives(self, home: Home) -> None:
        account = Account.objects.get(ledger=home.ledger, key="personal care")
        assert account.uid == natural_id(home.id, "account", "personal care")

    def test_reaches_every_device_from_its_first_seq(self, home: Home) -> None:
        rows = home.rows()
        assert sorted(row["seq"] for row in rows.values()) == list(range(1, home.seq + 1))
        assert rows[str(home.id)]["fields"] == {
            "name": "Home",
            "currency": "EUR",
            "time_zone": "Europe/Berlin",
        }

    @pytest.mark.parametrize(
        ("name", "currency", "time_zone"),
        [("", "EUR", "UTC"), ("Home", "EURO", "UTC"), ("Home", "EUR", "Nowhere")],
    )
    def test_refuses_and_leaves_nothing_behind(
        self, charlie: Person, name: str, currency: str, time_zone: str
    ) -> None:
        stood = Ledger.objects.count()
        with pytest.raises(Malformed):
            create_ledger(owner=charlie, name=name, currency=currency, time_zone=time_zone, now=NOW)
        assert Ledger.objects.count() == stood


class TestAddMember:
    def test_lets_a_person_in_once_in_the_latest_role(self, home: Home, charlie: Person) -> None:
        add_member(ledger_id=home.id, person=charlie, role="viewer")
        add_member(ledger_id=home.id, person=charlie, role="editor")
        assert [head.role for head in ledgers_of(charlie)] == ["editor"]

    def test_refuses_an_unknown_role(self, home: Home, charlie: Person) -> None:
        with pytest.raises(ValueError, match="boss"):
            add_member(ledger_id=home.id, person=charlie, role="boss")
        assert not Membership.objects.filter(person=charlie).exists()

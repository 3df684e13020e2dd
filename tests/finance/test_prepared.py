"""A prepared query gives what Django's own gives, and is composed once."""

from uuid import UUID

from django.db.models import F

from finance.ids import natural_id, new_id
from finance.models import Account, Ledger, Transaction
from finance.prepared import NUMBERS, UUIDS, Prepared, PreparedRows, PreparedUpdate
from tests.finance.conftest import Home

NAMED = PreparedRows[Account](
    lambda ledger, *ids: Account.objects.filter(ledger=ledger, uid__in=ids).order_by("seq"), UUIDS, UUIDS
)
JOINED = PreparedRows[Transaction](
    lambda uid: Transaction.objects.filter(uid=uid).select_related("payee", "account"), UUIDS
)
KINDS = Prepared[tuple[UUID, str, bool]](
    lambda ledger, cursor: (
        Account.objects.filter(ledger=ledger, kind="asset", seq__gt=cursor)
        .order_by("seq")
        .values_list("uid", "name", "closed")
    ),
    UUIDS,
    NUMBERS,
)
REORDER = PreparedUpdate(
    lambda _more, ledger: Account.objects.filter(ledger=ledger, kind="asset"),
    lambda more, _ledger: {"order": F("order") + more},
    *(NUMBERS, UUIDS),
)


def assets(ledger: Ledger) -> list[Account]:
    return list(Account.objects.filter(ledger=ledger, kind="asset").order_by("seq"))


class TestPreparedRows:
    def test_finds_as_many_as_are_named(self, home: Home) -> None:
        every = list(Account.objects.filter(ledger=home.ledger).order_by("seq"))
        for count in (1, 2, 3, 5, 9):
            assert NAMED.all(home.id, *(one.uid for one in every[:count])) == every[:count]

    def test_finds_nothing_of_none(self, home: Home) -> None:
        assert NAMED.all(home.id) == [] and NAMED.first(home.id) is None

    def test_composes_few_queries(self, home: Home) -> None:
        for count in range(1, 33):
            NAMED.all(home.id, *(new_id() for _ in range(count)))
        assert {places for _, places in NAMED.plans} <= {2, 3, 5, 9, 17, 33}

    def test_holds_the_rows_as_django_does(self, home: Home) -> None:
        (found,), (django, *_) = NAMED.all(home.id, home.account("cash")), assets(home.ledger)
        assert str(found.uid) == home.account("cash") and vars(found).keys() == vars(django).keys()

    def test_is_told_of_the_rows_joined_and_of_none(self, home: Home) -> None:
        payee, bought, unnamed = natural_id(home.id, "payee", "Lidl"), new_id(), new_id()
        home.send("create", "payee", payee, {"name": "Lidl"})
        home.send("create", "transaction", bought, home.spending(payee=str(payee)))
        home.send("create", "transaction", unnamed, home.spending())
        row, other = JOINED.first(bought), JOINED.first(unnamed)
        assert row and row.payee and (row.payee.name, str(row.account.uid)) == ("Lidl", home.account("cash"))
        assert other and other.payee is None

    def test_gives_nothing_for_nobody(self, home: Home) -> None:
        assert NAMED.first(new_id(), home.account("cash")) is None


class TestPrepared:
    def test_gives_the_columns(self, home: Home) -> None:
        assert KINDS.all(home.id, 0) == [(one.uid, one.name, one.closed) for one in assets(home.ledger)]

    def test_is_given_its_values_anew(self, home: Home) -> None:
        first, *others = assets(home.ledger)
        assert [uid for uid, *_ in KINDS.all(home.id, first.seq)] == [one.uid for one in others]


class TestPreparedUpdate:
    def test_changes_the_rows_it_names(self, home: Home) -> None:
        before = [one.order for one in assets(home.ledger)]
        assert REORDER.run(7, home.id) == len(before) and REORDER.run(7, new_id()) == 0
        assert [one.order for one in assets(home.ledger)] == [order + 7 for order in before]

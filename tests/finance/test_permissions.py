from collections.abc import Callable
from uuid import UUID

import pytest

from config.people.models import Person
from finance.errors import FinanceError, OwnerOnly, UnknownLedger, ViewerOnly
from finance.ids import new_id
from finance.models import Ledger
from finance.permissions import owned, readable, writable
from tests.finance.conftest import Home

Door = Callable[[Person, UUID], Ledger]


class TestPermissions:
    @pytest.mark.parametrize(
        ("door", "who"),
        [
            (readable, "alice"),
            (readable, "bob"),
            (readable, "vera"),
            (writable, "alice"),
            (writable, "bob"),
            (owned, "alice"),
        ],
    )
    def test_let_in(self, home: Home, door: Door, who: str) -> None:
        assert door(getattr(home, who), home.id) == home.ledger

    @pytest.mark.parametrize(
        ("door", "who", "refusal"),
        [(writable, "vera", ViewerOnly), (owned, "vera", OwnerOnly), (owned, "bob", OwnerOnly)],
    )
    def test_keep_out_of_what_the_role_may_not(
        self, home: Home, door: Door, who: str, refusal: type[FinanceError]
    ) -> None:
        with pytest.raises(refusal) as refused:
            door(getattr(home, who), home.id)
        assert refused.value.status == 403

    @pytest.mark.parametrize("door", [readable, writable, owned])
    def test_tell_a_stranger_what_they_tell_of_a_ledger_that_is_not_there(
        self, home: Home, charlie: Person, door: Door
    ) -> None:
        answers = []
        for ledger in (home.id, new_id()):
            with pytest.raises(UnknownLedger) as refused:
                door(charlie, ledger)
            answers.append((refused.value.status, refused.value.sentence()))
        assert answers[0] == answers[1] and answers[0][0] == 404

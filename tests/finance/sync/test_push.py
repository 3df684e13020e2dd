from typing import Any
from uuid import UUID, uuid4

import pytest

from config.people.models import Person
from finance.errors import EpochChanged, UnknownLedger, ViewerOnly
from finance.ids import new_id
from finance.models import Ledger, MutationRecord
from finance.sync.push import push
from tests.factories import mutation
from tests.finance.conftest import NOW, Home


class TestPush:
    def test_answers_in_the_order_sent(self, home: Home) -> None:
        batch = [mutation("create", "payee", new_id(), {"name": f"Payee {n}"}) for n in range(5)]
        assert [answer.mid for answer in home.push(*batch)] == [one["mid"] for one in batch]

    def test_refuses_another_epoch_and_tells_the_ledgers_own(self, home: Home) -> None:
        with pytest.raises(EpochChanged) as refused:
            push(person=home.alice, ledger_id=home.id, epoch=str(uuid4()), mutations=[], now=NOW)
        assert refused.value.beside == {"epoch": str(home.ledger.epoch)}

    def test_refuses_a_viewer_and_a_stranger(self, home: Home, charlie: Person) -> None:
        logged = MutationRecord.objects.count()
        spent = mutation("create", "transaction", new_id(), home.spending())
        with pytest.raises(ViewerOnly):
            home.push(spent, by=home.vera)
        with pytest.raises(UnknownLedger):
            home.push(spent, by=charlie)
        assert MutationRecord.objects.count() == logged

    def test_begins_a_new_epoch_before_an_edit_made_on_a_lost_future(self, home: Home) -> None:
        parked = home.send("update", "transaction", new_id(), {"note": "later"})
        assert parked.status == "parked"
        logged = MutationRecord.objects.count()
        spent = mutation("create", "transaction", new_id(), home.spending())
        lost_futures: list[dict[str, Any]] = [
            {"cursor": home.seq + 1},
            {"known": uuid4()},
            {"known": UUID(parked.mid)},
        ]
        for lost in lost_futures:
            now = str(Ledger.objects.get(id=home.id).epoch)
            with pytest.raises(EpochChanged) as refused:
                push(person=home.alice, ledger_id=home.id, epoch=now, mutations=[spent], now=NOW, **lost)
            then = str(Ledger.objects.get(id=home.id).epoch)
            assert refused.value.beside == {"epoch": then} != {"epoch": now}
        assert MutationRecord.objects.count() == logged

    def test_takes_a_mutation_of_who_knows_no_more_than_the_log(self, home: Home) -> None:
        mid = home.send("create", "transaction", new_id(), home.spending()).mid
        spent = mutation("create", "transaction", new_id(), home.spending())
        epoch = str(home.ledger.epoch)
        pushed = push(
            person=home.alice,
            ledger_id=home.id,
            epoch=epoch,
            mutations=[spent],
            now=NOW,
            cursor=home.seq,
            known=UUID(mid),
        )
        assert [answer.status for answer in pushed.answers] == ["applied"]

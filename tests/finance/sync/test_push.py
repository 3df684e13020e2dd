from uuid import uuid4

import pytest

from config.people.models import Person
from finance.errors import EpochChanged, UnknownLedger, ViewerOnly
from finance.ids import new_id
from finance.models import MutationRecord
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

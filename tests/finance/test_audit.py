import pytest
from django.core.management import CommandError, call_command

from finance.audit import audit
from finance.ids import new_id
from finance.models import Account, Change, Posting, Rollup
from tests.finance.conftest import Home


@pytest.fixture
def spent(home: Home) -> Home:
    home.send("create", "transaction", new_id(), home.spending())
    return home


class TestAudit:
    def test_finds_nothing_in_a_sound_ledger(self, spent: Home) -> None:
        assert audit(spent.ledger) == []

    def test_finds_a_transaction_out_of_balance_and_a_rollup_apart(self, spent: Home) -> None:
        Posting.objects.filter(amount=1250).update(amount=1251)
        unbalanced, apart = audit(spent.ledger)
        assert "out of balance by 1 EUR" in unbalanced and "(1250, 1)" in apart and "(1251, 1)" in apart

    def test_finds_a_cell_that_is_missing(self, spent: Home) -> None:
        Rollup.objects.filter(total=1250).delete()
        assert len(audit(spent.ledger)) == 1

    def test_finds_a_seq_beyond_the_ledgers(self, spent: Home) -> None:
        Account.objects.filter(key="cash").update(seq=9999)
        problems = audit(spent.ledger)
        assert len(problems) == 2 and all("9999" in problem for problem in problems)

    def test_finds_a_change_that_history_lacks(self, spent: Home) -> None:
        Change.objects.filter(entity="transaction").delete()
        assert "history lacks" in audit(spent.ledger)[0]


class TestCheckLedger:
    def test_says_that_everything_adds_up(self, spent: Home, capsys: pytest.CaptureFixture[str]) -> None:
        call_command("check_ledger")
        assert capsys.readouterr().out == "Home: 1 transactions, everything adds up.\n"

    def test_fails_with_what_it_found(self, spent: Home, capsys: pytest.CaptureFixture[str]) -> None:
        Posting.objects.filter(amount=1250).update(amount=1251)
        with pytest.raises(CommandError, match="2 problems"):
            call_command("check_ledger", str(spent.id))
        assert "out of balance" in capsys.readouterr().err

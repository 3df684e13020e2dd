"""The one writer, through the door that devices use."""

from datetime import timedelta
from typing import Any

import pytest

from finance.amounts import LARGEST
from finance.audit import audit
from finance.due import expire_parked
from finance.errors import MidReused
from finance.ids import natural_id, new_id
from finance.models import Change, Ledger, MutationRecord, Posting, Transaction
from finance.sync.pull import pull
from tests.factories import account, mutation
from tests.finance.conftest import NOW, Home


class TestApplyMutation:
    def test_takes_effect_once_however_often_it_is_sent(self, home: Home) -> None:
        spent = mutation("create", "transaction", new_id(), home.spending())
        first, second = home.push(spent)[0], home.push(spent)[0]
        assert first == second
        assert (first.status, Transaction.objects.count()) == ("applied", 1)

    def test_takes_effect_once_within_one_batch(self, home: Home) -> None:
        spent = mutation("create", "transaction", new_id(), home.spending())
        first, second = home.push(spent, spent)
        assert first == second and home.seq == first.seq

    def test_refuses_a_mid_with_another_payload(self, home: Home) -> None:
        spent = mutation("create", "transaction", new_id(), home.spending())
        home.push(spent)
        before = home.seq
        with pytest.raises(MidReused):
            home.push(
                mutation("create", "payee", new_id(), {"name": "Lidl"}), {**spent, "fields": home.spending(9)}
            )
        assert home.seq == before

    def test_answers_the_same_when_only_the_base_has_moved(self, home: Home) -> None:
        spent = mutation("create", "transaction", new_id(), home.spending())
        assert home.push(spent) == home.push({**spent, "base": 40, "client_time": "later"})

    def test_rejects_a_bad_one_and_stops_nothing(self, home: Home) -> None:
        bad = mutation("create", "transaction", new_id(), home.spending(2**53))
        good = mutation("create", "transaction", new_id(), home.spending())
        answers = home.push(bad, good, bad)
        assert [(answer.status, answer.code) for answer in answers] == [
            ("rejected", "amount_too_large"),
            ("applied", None),
            ("rejected", "amount_too_large"),
        ]
        assert (
            answers[0].sentence("en")
            == "That amount is too large to be kept exactly. Enter a smaller amount."
        )

    def test_gives_each_row_a_seq_of_its_own_in_order(self, home: Home) -> None:
        answers = home.push(*(mutation("create", "transaction", new_id(), home.spending()) for _ in range(3)))
        first = answers[0].seq or 0
        assert [answer.seq for answer in answers] == [first, first + 1, first + 2]
        assert home.seq == first + 2

    def test_keeps_history_with_the_person_and_both_values(self, home: Home) -> None:
        row = new_id()
        home.send("create", "transaction", row, home.spending())
        home.send("update", "transaction", row, {"note": "lunch"}, by=home.bob, base=home.seq)
        last = Change.objects.filter(row=row).order_by("seq").last()
        assert last and last.paths == {"note": ["", "lunch"]}
        assert last.record.person_id == home.bob.pk

    def test_writes_back_what_it_reads(self, home: Home) -> None:
        row, fields = new_id(), home.spending(note="lunch", tags={"v1.0": True}, status="cleared")
        fields["origin"] = {"how": "spoken", "words": "twelve fifty", "batch": None}
        home.send("create", "transaction", row, fields)
        assert home.row(row)["fields"] == {**fields, "payee": None}


class TestPostings:
    def test_derive_the_accounts_own_leg_per_currency(self, home: Home) -> None:
        lines = {
            str(new_id()): home.line("groceries", 1000),
            str(new_id()): home.line("dining", 250),
            str(new_id()): home.line("travel", 900, "USD"),
        }
        home.send("create", "transaction", new_id(), home.spending(lines=lines))
        own = (
            Posting.objects.filter(line=None)
            .order_by("currency")
            .values_list("account__key", "amount", "currency")
        )
        assert list(own) == [("cash", -1250, "EUR"), ("cash", -900, "USD")]

    def test_of_an_exchange_sum_to_zero_in_each_currency(self, home: Home) -> None:
        exchange = home.account("currency exchange")
        lines = {
            str(new_id()): {"account": home.account("bank"), "amount": 9000, "currency": "EUR"},
            str(new_id()): {"category": exchange, "amount": -9000, "currency": "EUR"},
            str(new_id()): {"category": exchange, "amount": 10000, "currency": "USD"},
        }
        home.send("create", "transaction", new_id(), home.spending(lines=lines))
        assert Posting.objects.count() == 4
        assert audit(home.ledger) == []

    def test_follow_each_edit(self, home: Home) -> None:
        row, fields = new_id(), home.spending()
        (line,) = fields["lines"]
        home.send("create", "transaction", row, fields)
        home.send(
            "update", "transaction", row, {f"lines.{line}.amount": -300, "account": home.account("bank")}
        )
        legs = Posting.objects.order_by("amount").values_list("account__key", "amount")
        assert list(legs) == [("groceries", -300), ("bank", 300)]

    def test_stay_as_they_are_when_a_note_changes(self, home: Home) -> None:
        row = new_id()
        home.send("create", "transaction", row, home.spending())
        before = list(Posting.objects.filter(transaction__uid=row).order_by("pk"))
        home.send("update", "transaction", row, {"note": "for the cake"})
        assert list(Posting.objects.filter(transaction__uid=row).order_by("pk")) == before != []

    def test_stay_on_a_transaction_whose_last_line_went(self, home: Home) -> None:
        row, fields = new_id(), home.spending()
        home.send("create", "transaction", row, fields)
        gone = {f"lines.{line}": None for line in fields["lines"]}
        answer = home.send("update", "transaction", row, gone, base=home.seq)
        assert (answer.status, Posting.objects.count(), audit(home.ledger)) == ("applied", 0, [])

    def test_refuse_a_sum_too_large_to_be_exact(self, home: Home) -> None:
        lines = {str(new_id()): home.line("groceries", LARGEST) for _ in range(2)}
        answer = home.send("create", "transaction", new_id(), home.spending(lines=lines))
        assert (answer.status, answer.code) == ("rejected", "amount_too_large")

    def test_refuse_what_makes_a_months_total_too_large_to_be_exact(self, home: Home) -> None:
        first = home.send("create", "transaction", new_id(), home.spending(LARGEST))
        second = home.send("create", "transaction", new_id(), home.spending(1))
        assert (first.status, second.status, second.code) == ("applied", "rejected", "amount_too_large")
        assert audit(home.ledger) == []

    def test_refuse_more_lines_than_a_transaction_holds(self, home: Home) -> None:
        lines = {str(new_id()): home.line("groceries", 1) for _ in range(501)}
        assert (
            home.send("create", "transaction", new_id(), home.spending(lines=lines)).code == "too_many_lines"
        )


class TestConflicts:
    @pytest.fixture
    def row(self, home: Home) -> str:
        row = str(new_id())
        home.send("create", "transaction", row, home.spending())
        return row

    def amount(self, home: Home) -> str:
        (line,) = home.spending()["lines"]
        return f"lines.{line}.amount"

    def test_show_the_amount_that_lost(self, home: Home, row: str) -> None:
        base = home.seq
        home.send("update", "transaction", row, {self.amount(home): 450}, by=home.bob, base=base)
        answer = home.send("update", "transaction", row, {self.amount(home): 540}, base=base)
        assert (answer.status, answer.seq) == ("conflict", home.seq)
        (conflict,) = home.conflicts()
        assert conflict == {
            "entity": "transaction",
            "row": row,
            "path": self.amount(home),
            "kept": 540,
            "lost": 450,
            "kept_by": "alice",
            "lost_by": "bob",
            "at": "2026-11-22T12:00:00Z",
            "settled": False,
        }

    def test_keep_a_note_that_lost_without_asking(self, home: Home, row: str) -> None:
        base = home.seq
        home.send("update", "transaction", row, {"note": "bob's"}, by=home.bob, base=base)
        assert home.send("update", "transaction", row, {"note": "alice's"}, base=base).status == "conflict"
        assert [(one["lost"], one["settled"]) for one in home.conflicts()] == [("bob's", True)]

    def test_are_settled_by_a_mutation(self, home: Home, row: str) -> None:
        base = home.seq
        home.send("update", "transaction", row, {"date": "2026-11-01"}, by=home.bob, base=base)
        home.send("update", "transaction", row, {"date": "2026-11-02"}, base=base)
        (uid,) = [uid for uid, held in home.rows().items() if held["entity"] == "conflict"]
        assert home.send("update", "conflict", uid, {"settled": True}).status == "applied"
        assert [one["settled"] for one in home.conflicts()] == [True]

    def test_has_nothing_left_to_settle_of_a_conflict_that_a_restore_lost(self, home: Home) -> None:
        lost, seq = new_id(), home.seq
        answer = home.send("update", "conflict", lost, {"settled": True}, base=seq)
        assert (answer.status, answer.seq) == ("applied", seq + 1)
        assert (home.conflicts(), audit(home.ledger)) == ([], [])

    def test_arise_from_two_different_amounts_not_from_amount_and_category(
        self, home: Home, row: str
    ) -> None:
        base = home.seq
        category = self.amount(home).replace("amount", "category")
        home.send("update", "transaction", row, {self.amount(home): 450}, by=home.bob, base=base)
        answer = home.send("update", "transaction", row, {category: home.account("dining")}, base=base)
        assert (answer.status, home.conflicts()) == ("applied", [])
        (line,) = home.row(row)["fields"]["lines"].values()
        assert line == {"category": home.account("dining"), "amount": 450, "currency": "EUR"}

    @pytest.mark.parametrize("deletion_first", [True, False])
    def test_between_edit_and_deletion_revive_the_row(
        self, home: Home, row: str, deletion_first: bool
    ) -> None:
        base = home.seq
        edit = mutation("update", "transaction", row, {"note": "keep"}, base=base)
        deletion = mutation("delete", "transaction", row, base=base)
        first, second = (deletion, edit) if deletion_first else (edit, deletion)
        home.push(first, by=home.bob)
        assert home.push(second)[0].status == "conflict"
        assert home.row(row)["deleted"] is False and home.row(row)["fields"]["note"] == "keep"
        (conflict,) = home.conflicts()
        assert (conflict["path"], conflict["kept"], conflict["lost"], conflict["settled"]) == (
            "deleted",
            False,
            True,
            False,
        )
        assert audit(home.ledger) == []

    def test_are_none_for_an_own_edit_not_yet_pulled(self, home: Home, row: str) -> None:
        first = mutation("update", "transaction", row, {"date": "2026-11-01"}, base=home.seq)
        second = mutation(
            "update", "transaction", row, {"date": "2026-11-02"}, base=home.seq, seen=[first["mid"]]
        )
        assert [answer.status for answer in home.push(first, second)] == ["applied", "applied"]


class TestParents:
    def test_park_what_names_a_row_that_has_not_arrived(self, home: Home) -> None:
        payee = natural_id(home.id, "payee", "Lidl")
        row = new_id()
        spent = mutation("create", "transaction", row, home.spending(payee=str(payee)))
        edited = mutation("update", "transaction", row, {"note": "milk"}, seen=[spent["mid"]])
        assert [(answer.status, answer.seq) for answer in home.push(spent, edited)] == [("parked", None)] * 2
        home.send("create", "payee", payee, {"name": "Lidl"})
        assert [answer.status for answer in home.push(spent, edited)] == ["applied", "applied"]
        assert home.row(row)["fields"]["note"] == "milk"

    def test_let_a_parked_edit_give_way_to_the_later_one_that_had_seen_it(self, home: Home) -> None:
        row, payee = new_id(), natural_id(home.id, "payee", "Lidl")
        home.send("create", "transaction", row, home.spending())
        base = home.seq
        early = mutation("update", "transaction", row, {"payee": str(payee), "date": "2026-11-01"}, base=base)
        late = mutation("update", "transaction", row, {"date": "2026-11-02"}, base=base, seen=[early["mid"]])
        home.push(early, late)
        home.send("create", "payee", payee, {"name": "Lidl"})
        fields = home.row(row)["fields"]
        assert (fields["date"], fields["payee"]) == ("2026-11-02", str(payee))
        assert home.conflicts() == []

    def test_come_back_when_a_transaction_names_a_deleted_one(self, home: Home) -> None:
        dining = home.account("dining")
        home.send("delete", "account", dining, by=home.bob, base=home.seq)
        assert home.row(dining)["deleted"]
        lines = {str(new_id()): home.line("dining", 500)}
        assert home.send("create", "transaction", new_id(), home.spending(lines=lines)).status == "conflict"
        assert not home.row(dining)["deleted"]
        (conflict,) = home.conflicts()
        assert (conflict["row"], conflict["path"], conflict["lost_by"]) == (dining, "deleted", "bob")

    def test_stay_when_deleted_in_use(self, home: Home) -> None:
        home.send("create", "transaction", new_id(), home.spending())
        assert home.send("delete", "account", home.account("groceries"), base=home.seq).status == "conflict"
        assert not home.row(home.account("groceries"))["deleted"]

    def test_stay_when_deleted_again_by_somebody_who_saw_neither_deletion_nor_return(
        self, home: Home
    ) -> None:
        dining, base = home.account("dining"), home.seq
        home.send("delete", "account", dining, by=home.bob, base=base)
        lines = {str(new_id()): home.line("dining", 500)}
        home.send("create", "transaction", new_id(), home.spending(lines=lines), by=home.bob, base=home.seq)
        assert home.send("delete", "account", dining, base=base).status == "conflict"
        assert not home.row(dining)["deleted"]

    def test_flag_a_posting_on_an_account_closed_unseen(self, home: Home) -> None:
        base = home.seq
        home.send("update", "account", home.account("cash"), {"closed": True}, by=home.bob, base=base)
        answer = home.send("create", "transaction", new_id(), home.spending(), base=base)
        assert answer.status == "conflict"
        (conflict,) = home.conflicts()
        assert (conflict["path"], conflict["kept_by"], conflict["settled"]) == ("closed", "bob", False)

    def test_flag_nothing_when_the_closing_was_seen(self, home: Home) -> None:
        home.send("update", "account", home.account("cash"), {"closed": True}, by=home.bob, base=home.seq)
        assert (
            home.send("create", "transaction", new_id(), home.spending(), base=home.seq).status == "applied"
        )

    def test_that_never_come_end_in_a_visible_rejection(self, home: Home) -> None:
        spent = mutation("create", "transaction", new_id(), home.spending(payee=str(new_id())))
        home.push(spent)
        assert expire_parked(NOW + timedelta(days=6)) == 0
        assert [expire_parked(NOW + timedelta(days=7)) for _ in range(2)] == [1, 0]
        (answer,) = home.push(spent)
        assert (answer.status, answer.code) == ("rejected", "parent_missing")


class TestOtherLedgers:
    """An id of another ledger names nothing here: no reading, no writing, no sign that it exists."""

    @pytest.mark.parametrize("op", ["update", "delete"])
    def test_are_out_of_reach_of_a_known_id(self, home: Home, charlies: Ledger, op: str) -> None:
        theirs = account(charlies.id, "cash")
        fields: dict[str, Any] = {"name": "stolen"} if op == "update" else {}
        known, unknown = home.push(
            mutation(op, "account", theirs, fields), mutation(op, "account", new_id(), fields)
        )
        assert known.status == unknown.status == "parked"
        charlie = charlies.memberships.get().person
        rows = pull(person=charlie, ledger_id=charlies.id, epoch=None, cursor=0).rows
        assert next(row for row in rows if row["id"] == theirs)["fields"]["name"] == "Cash"

    def test_are_not_touched_by_a_create_of_the_same_id(self, home: Home, charlies: Ledger) -> None:
        theirs = account(charlies.id, "cash")
        mine = {"name": "Mine", "kind": "asset", "currency": "EUR"}
        assert home.send("create", "account", theirs, mine).status == "applied"
        before = charlies.seq
        charlies.refresh_from_db()
        assert charlies.seq == before
        assert charlies.accounts.get(uid=theirs).name == "Cash"

    def test_lend_no_accounts(self, home: Home, charlies: Ledger) -> None:
        spent = home.spending(account=account(charlies.id, "cash"))
        assert home.send("create", "transaction", new_id(), spent).status == "parked"

    def test_cannot_be_renamed_through_this_one(self, home: Home, charlies: Ledger) -> None:
        assert home.send("update", "ledger", charlies.id, {"name": "stolen"}).code == "not_this_ledger"

    def test_keep_mids_apart(self, home: Home, charlies: Ledger) -> None:
        taken = MutationRecord.objects.filter(ledger=charlies).values_list("mid", flat=True)[0]
        answer = home.send("create", "payee", new_id(), {"name": "Lidl"}, mid=taken)
        assert answer.status == "applied"


class TestTheLedgerItself:
    def test_is_a_row_that_can_be_renamed(self, home: Home) -> None:
        assert home.send("update", "ledger", home.id, {"name": "Our home"}).status == "applied"
        assert home.row(home.id)["fields"]["name"] == "Our home"

    def test_refuses_an_unknown_time_zone(self, home: Home) -> None:
        assert home.send("update", "ledger", home.id, {"time_zone": "Mars"}).code == "bad_value"

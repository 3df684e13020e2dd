"""The rules of merging, on documents alone."""

from typing import Any

import pytest

from finance.errors import Malformed, Parked
from finance.merge import Clash, Edit, Write, merge

L1, L2 = "aaaaaaaa-0000-7000-8000-000000000001", "aaaaaaaa-0000-7000-8000-000000000002"


def row(**fields: Any) -> dict[str, Any]:
    lines = {L1: {"category": "food", "amount": 1200, "currency": "EUR"}}
    return {"deleted": False, "date": "2026-03-17", "note": "", "tags": {}, "lines": lines, **fields}


def edit(seen: tuple[str, ...] = (), mid: str = "mine", **fields: Any) -> Edit:
    paths = {path.replace("__", "."): value for path, value in fields.items()}
    return Edit(
        mid, "alice", {path.replace("L1", L1): value for path, value in paths.items()}, frozenset(seen)
    )


def write(mid: str = "theirs", seen: tuple[str, ...] = (), by: str = "bob", **paths: list[Any]) -> Write:
    named = {path.replace("__", ".").replace("L1", L1): change for path, change in paths.items()}
    return Write(mid, by, frozenset(seen), named)


class TestMerge:
    def test_keeps_two_edits_of_two_paths_without_a_clash(self) -> None:
        stands = row(lines={L1: {"category": "food", "amount": 450, "currency": "EUR"}})
        merged = merge(stands, edit(lines__L1__category="fun"), [write(lines__L1__amount=[1200, 450])])
        assert merged.document["lines"][L1] == {"category": "fun", "amount": 450, "currency": "EUR"}
        assert merged.clashes == []
        assert merged.changes == {f"lines.{L1}.category": ["food", "fun"]}

    def test_lets_the_later_arrival_win_and_keeps_the_loser(self) -> None:
        stands = row(lines={L1: {"category": "food", "amount": 450, "currency": "EUR"}})
        merged = merge(stands, edit(lines__L1__amount=540), [write(lines__L1__amount=[1200, 450])])
        assert merged.document["lines"][L1]["amount"] == 540
        assert merged.clashes == [Clash(f"lines.{L1}.amount", 540, 450, kept_by="alice", lost_by="bob")]

    def test_is_no_clash_when_both_say_the_same(self) -> None:
        assert merge(row(note="x"), edit(note="x"), [write(note=["", "x"])]).clashes == []

    def test_is_no_clash_over_what_the_device_had_seen(self) -> None:
        merged = merge(row(note="a"), edit(note="b", seen=("own",)), [write("own", note=["", "a"])])
        assert (merged.document["note"], merged.clashes) == ("b", [])

    def test_is_no_clash_when_an_own_edit_stands_over_the_unseen_one(self) -> None:
        writes = [write(note=["", "bob's"]), write("own", by="alice", note=["bob's", "first"])]
        assert merge(row(note="first"), edit(note="second", seen=("own",)), writes).clashes == []

    def test_still_clashes_with_a_path_that_the_own_edit_left_alone(self) -> None:
        writes = [write(lines__L1__amount=[1, 1200]), write("own", lines__L1__category=["fun", "food"])]
        merged = merge(row(), edit(lines__L1=None, seen=("own",)), writes)
        assert [clash.path for clash in merged.clashes] == [f"lines.{L1}"]

    def test_sets_type_and_value(self) -> None:
        merged = merge(row(closed=True), edit(closed=1), [])
        assert merged.document["closed"] == 1 and type(merged.document["closed"]) is int

    def test_leaves_its_inputs_alone(self) -> None:
        stands = row()
        merge(stands, edit(lines__L1__amount=5, tags__x=True), [])
        assert stands == row()


class TestCreating:
    def test_makes_a_row_of_its_paths(self) -> None:
        merged = merge(None, edit(name="Lidl", aliases__lidle=True, deleted=False), [])
        assert merged.document == {"deleted": False, "name": "Lidl", "aliases": {"lidle": True}}

    def test_joins_a_row_that_stands(self) -> None:
        stands = {"deleted": False, "name": "Lidl", "aliases": {"little": True}}
        merged = merge(stands, edit(name="Lidl", aliases__lidle=True, deleted=False), [])
        assert merged.document["aliases"] == {"little": True, "lidle": True}


class TestDeleting:
    def test_leaves_a_tombstone(self) -> None:
        merged = merge(row(), edit(deleted=True), [])
        assert merged.document["deleted"] and merged.changes == {"deleted": [False, True]}

    def test_gives_way_to_an_edit_it_had_not_seen(self) -> None:
        merged = merge(row(note="x"), edit(deleted=True), [write(note=["", "x"])])
        assert not merged.document["deleted"]
        assert merged.clashes == [Clash("deleted", kept=False, lost=True, kept_by="bob", lost_by="alice")]

    def test_gives_way_to_an_edit_that_comes_later(self) -> None:
        merged = merge(row(deleted=True), edit(note="x"), [write(deleted=[False, True])])
        assert (merged.document["deleted"], merged.document["note"]) == (False, "x")
        assert merged.clashes == [Clash("deleted", kept=False, lost=True, kept_by="alice", lost_by="bob")]

    def test_twice_is_once(self) -> None:
        merged = merge(row(deleted=True), edit(deleted=True), [write(deleted=[False, True])])
        assert merged.document["deleted"] and not merged.changes and not merged.clashes

    def test_stands_when_the_edit_had_seen_it(self) -> None:
        merged = merge(row(deleted=True), edit(note="x"), [])
        assert (merged.document["deleted"], merged.document["note"]) == (True, "x")


class TestLines:
    def test_revives_a_line_removed_unseen(self) -> None:
        old = {"category": "food", "amount": 1200, "currency": "EUR"}
        removed = [write(lines__L1=[old, None])]
        merged = merge(row(lines={}), edit(lines__L1__amount=5, lines__L1__category="fun"), removed)
        whole = {"category": "fun", "amount": 5, "currency": "EUR"}
        assert merged.document["lines"] == {L1: whole}
        assert merged.clashes == [Clash(f"lines.{L1}", whole, None, kept_by="alice", lost_by="bob")]
        assert merged.changes == {f"lines.{L1}": [None, whole]}

    def test_removes_a_line_over_an_unseen_edit_and_says_so(self) -> None:
        merged = merge(row(), edit(lines__L1=None), [write(lines__L1__amount=[5, 1200])])
        assert merged.document["lines"] == {}
        assert merged.clashes[0].lost == row()["lines"][L1]

    def test_turns_a_category_into_an_account(self) -> None:
        merged = merge(row(), edit(lines__L1__account="bank"), [])
        assert merged.document["lines"][L1] == {"account": "bank", "amount": 1200, "currency": "EUR"}

    def test_shows_one_clash_when_category_and_account_compete(self) -> None:
        stands = row(lines={L1: {"account": "bank", "amount": 1200, "currency": "EUR"}})
        theirs = write(lines__L1__account=[None, "bank"], lines__L1__category=["food", None])
        merged = merge(stands, edit(lines__L1__category="fun"), [theirs])
        assert [(clash.path, clash.lost) for clash in merged.clashes] == [(f"lines.{L1}.account", "bank")]

    def test_waits_for_a_line_that_has_not_arrived(self) -> None:
        with pytest.raises(Parked) as parked:
            merge(row(lines={}), edit(lines__L1__amount=5), [])
        assert parked.value.awaits == L1

    def test_refuses_to_leave_a_line_without_a_target(self) -> None:
        with pytest.raises(Malformed, match="needs an amount"):
            merge(row(), edit(lines__L1__category=None), [])

    def test_refuses_a_new_row_with_half_a_line(self) -> None:
        with pytest.raises(Malformed, match="needs an amount"):
            merge(None, edit(date="2026-03-17", lines__L1__amount=5), [])


class TestOvertaken:
    def test_leaves_alone_what_a_mutation_that_had_seen_this_one_has_set(self) -> None:
        later = write("later", seen=("mine",), note=["", "later"])
        merged = merge(row(note="later"), edit(note="mine", date="2026-03-18"), [later])
        assert (merged.document["note"], merged.document["date"]) == ("later", "2026-03-18")
        assert merged.clashes == []

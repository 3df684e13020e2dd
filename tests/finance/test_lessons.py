"""What corrections taught: one row on every phone, merged without asking anybody, forgotten everywhere."""

from typing import Any

import pytest

from finance.ids import new_id
from finance.lessons import lesson_id, lessons
from tests.finance.conftest import Home

ONE, OTHER, LIDL, DAY = str(new_id()), str(new_id()), str(new_id()), "2026-11-22"
TAUGHT = {"meant": LIDL, "day": DAY}


def teach(home: Home, transaction: str = ONE, **more: Any) -> Any:
    fields = {"kind": "alias", "about": "little", f"taught.{transaction}": TAUGHT}
    return home.send("create", "lesson", lesson_id(home.id, "alias", "little"), fields, **more)


class TestLesson:
    def test_is_one_row_however_it_is_written(self, home: Home) -> None:
        assert lesson_id(home.id, "alias", " LITTLE ") == lesson_id(home.id, "alias", "little")

    def test_reaches_every_phone(self, home: Home) -> None:
        assert teach(home).status == "applied"
        row = home.row(lesson_id(home.id, "alias", "little"))
        assert row["fields"] == {"kind": "alias", "about": "little", "taught": {ONE: TAUGHT}}

    def test_keeps_what_two_people_taught_apart(self, home: Home) -> None:
        before = home.seq
        teach(home, ONE, base=before)
        assert teach(home, OTHER, base=before, by=home.bob).status == "applied"
        assert home.row(lesson_id(home.id, "alias", "little"))["fields"]["taught"].keys() == {ONE, OTHER}

    def test_takes_back_what_one_transaction_taught(self, home: Home) -> None:
        teach(home)
        home.send("update", "lesson", lesson_id(home.id, "alias", "little"), {f"taught.{ONE}": None})
        assert home.row(lesson_id(home.id, "alias", "little"))["fields"]["taught"] == {}

    def test_is_forgotten_on_every_phone(self, home: Home) -> None:
        teach(home)
        home.send("delete", "lesson", lesson_id(home.id, "alias", "little"), base=home.seq)
        assert home.row(lesson_id(home.id, "alias", "little"))["deleted"]
        assert lessons(home.ledger) == []

    def test_that_was_forgotten_and_taught_apart_bothers_nobody(self, home: Home) -> None:
        teach(home)
        before = home.seq
        home.send("delete", "lesson", lesson_id(home.id, "alias", "little"), base=before)
        teach(home, OTHER, base=before, by=home.bob)
        assert [conflict["settled"] for conflict in home.conflicts()] in ([], [True])

    @pytest.mark.parametrize(
        "fields",
        [
            {"kind": "rumour"},
            {"about": ""},
            {"about": "x" * 201},
            {f"taught.{ONE}": {"meant": "Lidl", "day": DAY}},
            {f"taught.{ONE}": {"meant": 1.5, "day": DAY}},
            {f"taught.{ONE}": {"meant": LIDL, "day": "soon"}},
            {f"taught.{ONE}": {"meant": LIDL}},
            {f"taught.{ONE}": {"meant": LIDL, "day": DAY, "more": 1}},
            {"taught.x": TAUGHT},
            {"taught": [TAUGHT]},
        ],
    )
    def test_of_another_shape_is_rejected(self, home: Home, fields: dict[str, Any]) -> None:
        given = {"kind": "alias", "about": "little", **fields}
        assert home.send("create", "lesson", new_id(), given).status == "rejected"

    def test_may_teach_an_amount(self, home: Home) -> None:
        fields = {"kind": "amount", "about": "coffee", f"taught.{ONE}": {"meant": 450, "day": DAY}}
        assert home.send("create", "lesson", new_id(), fields).status == "applied"

"""What the household taught decides a category, where it is clear."""

from typing import Any

import pytest

from voice.parser import read

CONTEXT = {"locale": "en-IE", "currency": "EUR", "today": "2026-03-18", "accounts": ["Cash"]}


def category(text: str, **history: Any) -> Any:
    [item] = read(text, {**CONTEXT, "history": history})["items"]
    return item["category"]


class TestWords:
    @pytest.mark.parametrize(
        ("text", "category_of_it"),
        [
            ("nine for climbing", "entertainment"),
            ("5 on boba tea", "dining"),
            ("12 for Lunch", "Work food"),
            ("5 for tea", "coffee"),
            ("7 for origami", None),
        ],
    )
    def test_go_where_they_went(self, text: str, category_of_it: str | None) -> None:
        taught = {
            "climbing": {"entertainment": 3},
            "boba": {"dining": 3},
            "lunch": {"Work food": 4, "dining": 1},
        }
        tea = {"tea": {"groceries": 1, "dining": 1}}
        assert category(text, word_category={**taught, **tea}) == category_of_it

    def test_give_way_to_what_the_payee_taught(self) -> None:
        words, payees = {"climbing": {"entertainment": 3}}, {"Lidl": {"groceries": 9}}
        assert (
            category("nine at lidl for climbing", word_category=words, payee_category=payees) == "groceries"
        )

    def test_of_another_shape_teach_nothing(self) -> None:
        assert category("nine for climbing", word_category={"climbing": 3, "nine": {"x": "y"}}) is None


class TestPayee:
    @pytest.mark.parametrize(
        ("weights", "category_of_it"),
        [
            ({"kids": 6, "pets": 3, "fuel": 1}, "kids"),
            ({"kids": 5.9, "pets": 2, "fuel": 2.1}, None),
            ({"kids": 6.6, "pets": 3.4}, None),
        ],
    )
    def test_decides_at_sixty_percent_and_twice_the_runner_up(
        self, weights: dict[str, float], category_of_it: str | None
    ) -> None:
        assert category("nine at zorro", payee_category={"Zorro": weights}) == category_of_it

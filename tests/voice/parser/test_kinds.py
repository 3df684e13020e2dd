"""Expense, income, transfer or refund."""

import pytest

from voice.parser import read

HOME = {
    "locale": "en-US",
    "currency": "USD",
    "today": "2026-03-18",
    "accounts": ["Checking", "Savings", "Visa", "Cash"],
}


class TestKinds:
    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("tenant paid rent nine hundred dollars", "income"),
            ("took out a loan of five thousand dollars", "income"),
            ("deposited a check for four hundred dollars", "income"),
            ("got twenty dollars in tips", "income"),
            ("took forty dollars out of checking", "transfer"),
            ("put aside a hundred for savings", "transfer"),
            ("took the dog to the groomer sixty dollars", "expense"),
            ("paid anna back fifteen dollars", "expense"),
        ],
    )
    def test_are_told_by_the_verb(self, text: str, kind: str) -> None:
        assert [item["type"] for item in read(text, HOME)["items"]] == [kind]

    def test_name_cash_as_what_was_taken_out(self) -> None:
        item = read("took forty dollars out of checking", HOME)["items"][0]
        assert (item["account"], item["to_account"]) == ("Checking", "Cash")

    def test_give_what_was_sold_no_shops_category(self) -> None:
        item = read("sold apple stock for three hundred dollars", HOME)["items"][0]
        assert (item["type"], item["category"], item["payee"]) == ("income", "sale", "Apple")

    def test_keep_particles_out_of_a_payees_name(self) -> None:
        assert read("paid anna back fifteen dollars", HOME)["items"][0]["payee"] == "Anna"

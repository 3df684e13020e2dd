"""Which of the household's accounts a sentence names."""

import pytest

from voice.parser import read

HOME = {
    "locale": "en-US",
    "currency": "USD",
    "today": "2026-03-18",
    "accounts": ["Chase Checking", "Capital One", "Apple Pay", "Ally Savings", "Cash"],
}


def account(text: str) -> str | None:
    named: str | None = read(text, HOME)["items"][0]["account"]
    return named


class TestAccountsNamed:
    @pytest.mark.parametrize("text", ["one hundred dollars for the vet", "pay for parking nine dollars"])
    def test_are_not_found_in_numbers_and_verbs(self, text: str) -> None:
        assert account(text) is None

    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("nine dollars lunch capital one", "Capital One"),
            ("nine dollars lunch with apple pay", "Apple Pay"),
            ("nine dollars lunch chase", "Chase Checking"),
            ("nine dollars lunch from savings", "Ally Savings"),
        ],
    )
    def test_are_found_by_their_whole_name_or_a_word_of_their_own(self, text: str, name: str) -> None:
        assert account(text) == name

    def test_receive_what_tops_them_up(self) -> None:
        home = {**HOME, "accounts": ["Current Account", "Revolut"]}
        item = read("topped up revolut with one hundred dollars from current account", home)["items"][0]
        assert (item["type"], item["account"], item["to_account"]) == (
            "transfer",
            "Current Account",
            "Revolut",
        )

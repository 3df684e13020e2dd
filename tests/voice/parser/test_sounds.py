import pytest
from hypothesis import given
from hypothesis import strategies as st

from voice.parser.sounds import FAR, MOST_KEPT, apart, kept, key

ALIKE = [
    ("star bucks", "Starbucks"),
    ("all dee", "Aldi"),
    ("jon", "John"),
    ("cathy", "Kathy"),
    ("sara", "Sarah"),
    ("i kea", "Ikea"),
    ("wal mart", "Wal-Mart"),
    ("trader joes", "Trader Joe's"),
    ("boats", "Boots"),
    ("rossman", "Rossmann"),
]
NEAR = [
    ("little", "Lidl"),
    ("ray way", "REWE"),
    ("test co", "Tesco"),
    ("car four", "Carrefour"),
    ("a decker", "Edeka"),
    ("biller", "Billa"),
    ("spa", "Spar"),
    ("hover", "Hofer"),
    ("so motto", "Zomato"),
    ("revel loot", "Revolut"),
    ("miller", "Müller"),
    ("asher", "Asha"),
]
FAR_APART = [
    ("market", "Mark"),
    ("piece", "Reise"),
    ("milk", "Mike"),
    ("rent", "Brent"),
    ("taxi", "Texaco"),
    ("star struck", "Starbucks"),
    ("bus", "Boots"),
]
words = st.text(alphabet="abcdefghijklmnopqrstuvwxyz '", max_size=14)


class TestKey:
    @pytest.mark.parametrize(("heard", "name"), ALIKE)
    def test_is_the_same_for_what_sounds_the_same(self, heard: str, name: str) -> None:
        assert key(heard) == key(name)

    @pytest.mark.parametrize("text", ["", "12", "日本", "МОСКВА", "…"])
    def test_is_empty_for_what_is_not_written_in_latin_letters(self, text: str) -> None:
        assert key(text) == ""

    def test_is_forgotten_when_too_many_are_kept(self) -> None:
        for number in range(MOST_KEPT + 10):
            key("a" * (number % 50) + "b" * (number // 50))
        assert len(kept) <= MOST_KEPT


class TestApart:
    @pytest.mark.parametrize(("heard", "name"), NEAR)
    def test_is_little_for_names_as_recognisers_mishear_them(self, heard: str, name: str) -> None:
        assert 0 <= apart(key(heard), key(name)) <= 18

    @pytest.mark.parametrize(("heard", "name"), FAR_APART)
    def test_is_much_for_other_words(self, heard: str, name: str) -> None:
        assert apart(key(heard), key(name)) > 18

    def test_is_everything_from_a_name_without_a_sound(self) -> None:
        assert apart(key("little"), key("日本")) == FAR

    @given(words, words)
    def test_is_the_same_both_ways_and_nothing_from_itself(self, one: str, other: str) -> None:
        assert apart(key(one), key(other)) == apart(key(other), key(one))
        assert apart(key(one), key(one)) == (0 if key(one) else FAR)

"""The English lexicon: phrases as the tokeniser gives them, categories known to the ledger's own list."""

from collections.abc import Iterator

import pytest

from voice.parser.letters import bare
from voice.parser.lexicon import Lexicon, Phrases, lexicon_for
from voice.parser.tokens import words_of

DEFAULT_CATEGORIES = """
groceries, dining, coffee, transport, fuel, housing, utilities, shopping, health, personal care,
entertainment, subscriptions, travel, education, kids, pets, gifts, charity, insurance, taxes, fees, debt,
salary, freelance, interest, dividend, sale, other income"""


@pytest.fixture(scope="module")
def english() -> Lexicon:
    return lexicon_for("en-US")


def tables(lexicon: Lexicon) -> Iterator[Phrases]:
    yield from (lexicon.major, lexicon.minor, lexicon.recurring, lexicon.approximate, lexicon.vague)
    yield from (lexicon.keywords, lexicon.merchants, *lexicon.date_phrases.values())
    for group in lexicon.lists.values():
        yield from group.values()


class TestEnglish:
    def test_writes_every_phrase_as_the_tokeniser_does(self, english: Lexicon) -> None:
        phrases = [phrase for table in tables(english) for phrase in table.meanings]
        phrases += [*english.generic, *english.small_tickets, *english.large_tickets, *english.weak_merchants]
        assert len(phrases) > 2000
        assert [phrase for phrase in phrases if words_of(phrase) != phrase] == []

    def test_has_the_default_categories(self, english: Lexicon) -> None:
        wanted = {name.strip() for name in DEFAULT_CATEGORIES.split(",")}
        assert {name.replace("\n", " ") for name in wanted} == set(english.categories)

    def test_gives_merchants_categories_it_knows(self, english: Lexicon) -> None:
        assert set(english.merchant_categories.values()) - {""} <= set(english.categories)

    def test_doubts_only_words_it_has(self, english: Lexicon) -> None:
        known = {bare(name) for name in english.merchants.meanings}
        assert [name for name in english.weak_merchants if bare(name) not in known] == []
        assert [word for word in english.generic if not english.keywords.has(word)] == []


class TestLexiconFor:
    def test_answers_unknown_languages_in_english(self, english: Lexicon) -> None:
        assert lexicon_for("xx-YY") is english
        assert lexicon_for("../../secret") is english
        assert lexicon_for("") is english

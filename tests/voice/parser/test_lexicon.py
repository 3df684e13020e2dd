"""The lexicons: phrases as the tokeniser gives them, the default categories, no key missing."""

from collections.abc import Iterator
from typing import Any

import pytest

from voice.parser.letters import bare
from voice.parser.lexicon import COMMANDS, Lexicon, Phrases, from_file, lexicon_for, merged
from voice.parser.tokens import words_of

DEFAULT_CATEGORIES = """
groceries, dining, coffee, transport, fuel, housing, utilities, shopping, health, personal care,
entertainment, subscriptions, travel, education, kids, pets, gifts, charity, insurance, taxes, fees, debt,
salary, freelance, interest, dividend, sale, other income"""


LANGUAGES = ("en", "es", "fr", "de", "pt", "hi")
OWN_KEYS = (
    *COMMANDS,
    "account_aliases",
    "categories",
    "merchants",
    "families",
    "national",
    "moving",
    "nth_weekday",
)


@pytest.fixture(scope="module")
def english() -> Lexicon:
    return lexicon_for("en-US")


@pytest.fixture(scope="module", params=[*LANGUAGES, "en-IN"])
def lexicon(request: pytest.FixtureRequest) -> Lexicon:
    return lexicon_for(request.param)


def lacking(model: dict[str, Any], words: dict[str, Any], path: str = "") -> Iterator[str]:
    """The keys that English has and another language has not, two levels deep. Words differ below, and
    English may tell more ways of asking and changing apart than other languages do.
    """
    for key, value in model.items():
        if key not in words:
            yield path + key
        elif isinstance(value, dict) and path == "" and key not in OWN_KEYS:
            yield from lacking(value, words[key], f"{key}.")


def tables(lexicon: Lexicon) -> Iterator[Phrases]:
    yield from (lexicon.major, lexicon.minor, lexicon.recurring, lexicon.approximate, lexicon.vague)
    yield from (lexicon.keywords, lexicon.merchants, *lexicon.date_phrases.values())
    for group in lexicon.lists.values():
        yield from group.values()


class TestLexicon:
    def test_writes_every_phrase_as_the_tokeniser_does(self, lexicon: Lexicon) -> None:
        phrases = [phrase for table in tables(lexicon) for phrase in table.meanings]
        phrases += [*lexicon.generic, *lexicon.small_tickets, *lexicon.large_tickets, *lexicon.weak_merchants]
        assert len(phrases) > 2000
        assert [phrase for phrase in phrases if phrase and words_of(phrase) != phrase] == []

    def test_has_the_default_categories(self, lexicon: Lexicon) -> None:
        wanted = {name.strip() for name in DEFAULT_CATEGORIES.split(",")}
        assert {name.replace("\n", " ") for name in wanted} == set(lexicon.categories)

    def test_gives_merchants_categories_it_knows(self, lexicon: Lexicon) -> None:
        assert set(lexicon.merchant_categories.values()) - {""} <= set(lexicon.categories)

    def test_doubts_only_words_it_has(self, lexicon: Lexicon) -> None:
        known = {bare(name) for name in lexicon.merchants.meanings}
        assert [name for name in lexicon.weak_merchants if bare(name) not in known] == []
        assert [word for word in lexicon.generic if not lexicon.keywords.has(word)] == []

    def test_counts_all_below_a_hundred(self, lexicon: Lexicon) -> None:
        said = {int(value) for value in lexicon.below_hundred.meanings.values()}
        assert said | {1} == set(range(1, 100))

    def test_drops_no_filler_that_counts_or_joins(self, lexicon: Lexicon) -> None:
        numbers = lexicon.numbers
        needed = {
            *lexicon.small,
            *numbers["and"],
            *numbers["hundreds"],
            *numbers["scales"],
            *numbers["points"],
        }
        needed |= {*numbers["zeros"], *lexicon.major.meanings, *lexicon.minor.meanings}
        assert [word for word in needed if lexicon.phrases("words", "fillers").has(word)] == []


class TestLanguages:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_have_every_key_that_english_has(self, language: str) -> None:
        words = merged(from_file("every_language"), from_file(language))
        assert list(lacking(from_file("en"), words)) == []


class TestLexiconFor:
    def test_answers_unknown_languages_in_english(self, english: Lexicon) -> None:
        assert lexicon_for("xx-YY") is english
        assert lexicon_for("../../secret") is english
        assert lexicon_for("") is english

"""Every language reads back what libraries say in it, and the sentences given for it."""

from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.voice.parser.cases import Case, cases, differences
from tools.proofs.speech import SPEECHES, TODAY, Speech
from voice.parser import read
from voice.parser.jsontext import to_json
from voice.parser.lexicon import lexicon_for

EXAMPLES = settings(max_examples=60, deadline=None)
LANGUAGES = ("es", "fr", "de", "pt", "hi")
GIVEN = [case for language in LANGUAGES for case in cases(f"given_{language}")]
WRITTEN = (
    ("de-DE", "1.250 € Miete", 125000),
    ("de-DE", "12,50 beim Bäcker", 1250),
    ("de-CH", "12.50 beim Bäcker", 1250),
    ("fr-FR", "loyer 1 250,00 €", 125000),
    ("es-ES", "alquiler 1.250,50 €", 125050),
    ("es-MX", "renta 1,250.50", 125050),
    ("pt-BR", "aluguel R$ 1.250,50", 125050),
    ("hi-IN", "किराया ₹१२,५००", 1250000),
)
MIXED = (
    ("dedh lakh for the bike", 15000000),
    ("paanch sau for recharge", 50000),
    ("dhai hazaar rent", 250000),
    ("saadhe teen sau auto", 35000),
    ("pachaas rupaye ka chai", 5000),
    ("do sau rupaye sabzi", 20000),
    ("paune do sau petrol", 17500),
    ("ek lakh pachees hazaar for the scooter", 12500000),
)


def amount_of(text: str, context: dict[str, object]) -> int:
    items = read(text, context)["items"]
    assert len(items) == 1, (text, items)
    amount: int = items[0]["amount"]
    return amount


@cache
def vocabulary(locale: str) -> list[str]:
    """Phrases of all the lists that steer the reading, and of what is counted."""
    lexicon = lexicon_for(locale)
    lists = [table for group in lexicon.lists.values() for table in group.values()]
    tables = [lexicon.below_hundred, lexicon.major, lexicon.minor, *lexicon.date_phrases.values(), *lists]
    numbers = [word for value in lexicon.numbers.values() if isinstance(value, dict | list) for word in value]
    phrases = {phrase for table in tables for phrase in table.meanings}
    return sorted(phrases | {word for word in numbers if isinstance(word, str)})


@pytest.mark.parametrize("speech", SPEECHES, ids=lambda speech: speech.name)
class TestSpeech:
    @EXAMPLES
    @given(whole=st.one_of(st.integers(1, 10_000), st.integers(1, 99_999_999)))
    def test_reads_back_whole_amounts(self, speech: Speech, whole: int) -> None:
        assert amount_of(speech.amount(whole), speech.context()) == whole * 100

    @EXAMPLES
    @given(whole=st.one_of(st.integers(1, 200), st.integers(1, 99_999)), part=st.integers(10, 99))
    def test_reads_back_hundredths(self, speech: Speech, whole: int, part: int) -> None:
        for text in speech.amounts(whole, part):
            assert amount_of(text, speech.context()) == whole * 100 + part, text

    @EXAMPLES
    @given(ago=st.integers(0, 364))
    def test_reads_back_dates(self, speech: Speech, ago: int) -> None:
        day = date.fromisoformat(TODAY) - timedelta(ago)
        item = read(speech.day(day), speech.context())["items"][0]
        assert (item["date"], item["amount"]) == (day.isoformat(), 1200), speech.day(day)


class TestGivenSentences:
    @pytest.mark.parametrize("case", GIVEN, ids=lambda case: case.text)
    def test_are_exact(self, case: Case) -> None:
        reading = read(case.text, case.context)
        assert differences(case, reading) == [], reading


@pytest.mark.parametrize("speech", SPEECHES, ids=lambda speech: speech.name)
class TestNoText:
    @EXAMPLES
    @given(choices=st.lists(st.integers(0, 10**6), max_size=12))
    def test_of_its_own_words_makes_the_parser_raise(self, speech: Speech, choices: list[int]) -> None:
        words = vocabulary(speech.locale)
        text = " ".join(words[choice % len(words)] for choice in choices)
        to_json(read(text, speech.context()))


class TestWriting:
    @pytest.mark.parametrize(("locale", "text", "amount"), WRITTEN)
    def test_follows_the_country(self, locale: str, text: str, amount: int) -> None:
        assert amount_of(text, {"locale": locale, "currency": "EUR", "today": TODAY}) == amount


class TestIndianEnglish:
    @pytest.mark.parametrize(("text", "amount"), MIXED)
    def test_mixes_in_hindi(self, text: str, amount: int) -> None:
        assert amount_of(text, {"locale": "en-IN", "currency": "INR", "today": TODAY}) == amount

    def test_keeps_hindi_out_of_other_english(self) -> None:
        american = {"locale": "en-US", "currency": "USD", "today": TODAY}
        assert read("do sau lunch", american)["action"] == "refuse"


class TestMorgen:
    @pytest.mark.parametrize(
        ("locale", "done", "planned"),
        [
            ("de-DE", "heute morgen vier euro für brötchen", "morgen vier euro für brötchen"),
            ("es-ES", "esta mañana cuatro euros en café", "mañana cuatro euros en café"),
            ("hi-IN", "कल चार सौ का दूध लिया", "कल चार सौ का दूध लेना है"),
        ],
    )
    def test_is_a_plan_only_where_it_means_tomorrow(self, locale: str, done: str, planned: str) -> None:
        context = {"locale": locale, "currency": "EUR", "today": TODAY}
        assert read(done, context)["action"] == "draft"
        assert read(planned, context)["action"] == "refuse"

"""The words of one language, read from voice/lexicon/<language>.json into tables that answer by phrase."""

import json

from voice.parser.letters import is_letter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from voice.parser.tokens import Token

DEFAULT = "en"
FOLDER = __file__.replace("\\", "/").rsplit("/", 2)[0] + "/lexicon/"
loaded: "dict[str, Lexicon]" = {}


def lexicon_for(locale: str) -> "Lexicon":
    """The lexicon of a locale's language; English where there is none."""
    language = locale.split("-")[0].split("_")[0]
    if language in loaded:
        return loaded[language]
    if language != DEFAULT and not exists(language):
        return lexicon_for(DEFAULT)
    with open(FOLDER + language + ".json", encoding="utf-8") as file:
        loaded[language] = Lexicon(json.loads(file.read()))
    return loaded[language]


def exists(language: str) -> bool:
    if not language or not all([is_letter(letter) for letter in language]):
        return False
    try:
        with open(FOLDER + language + ".json", encoding="utf-8"):
            return True
    except OSError:
        return False


class Phrases:
    """Phrases of one to several words, each with a value; the longest match wins.

    A phrase is written as `tokens.words_of` gives it: folded, one space between words.
    """

    def __init__(self, entries: "dict[str, str]") -> None:
        self.meanings: dict[str, str] = {}
        self.longest: dict[str, int] = {}
        for phrase in sorted(entries):
            self.put(phrase, entries[phrase])

    def put(self, phrase: str, value: str) -> None:
        if phrase:
            first = phrase.split(" ")[0]
            self.meanings[phrase] = value
            self.longest[first] = max(self.longest.get(first, 1), phrase.count(" ") + 1)

    def match(self, tokens: "list[Token]", start: int, end: int) -> int:
        """How many tokens from `start` (before `end`) make a phrase of the table; 0 for none."""
        if start >= end:
            return 0
        longest = self.longest.get(tokens[start].word, 0)
        for count in range(min(longest, end - start), 0, -1):
            if phrase_at(tokens, start, count) in self.meanings:
                return count
        return 0

    def value(self, tokens: "list[Token]", start: int, count: int) -> str:
        return self.meanings[phrase_at(tokens, start, count)]

    def has(self, phrase: str) -> bool:
        return phrase in self.meanings


def phrase_at(tokens: "list[Token]", start: int, count: int) -> str:
    return " ".join([token.word for token in tokens[start : start + count]])


class Lexicon:
    """All tables of a language; see voice/lexicon/en.json for the words themselves."""

    def __init__(self, words: "dict[str, Any]") -> None:
        numbers, money, self.dates = words["numbers"], words["money"], words["dates"]
        self.numbers: dict[str, Any] = numbers
        self.small: dict[str, int] = joined([numbers["units"], numbers["teens"], numbers["tens"]])
        self.money: dict[str, Any] = money
        self.major = Phrases(money["major"])
        self.minor = Phrases(money["minor"])
        self.lists = {
            group: lists_of(words[group]) for group in ("quantity", "words", "gate", "kinds", "slots")
        }
        self.relative_days: dict[str, int] = self.dates["relative"]
        self.date_phrases = date_phrases(self.dates)
        self.recurring = Phrases(words["recurring"]["phrases"])
        self.recurring_words: dict[str, Any] = words["recurring"]
        self.account_aliases: dict[str, list[str]] = words["account_aliases"]
        self.cash: list[str] = words["cash"]
        self.read_numbers(numbers)
        self.read_things(words)

    def read_numbers(self, numbers: "dict[str, Any]") -> None:
        self.approximate = as_phrases(numbers["approximate"])
        self.approximate_after = as_phrases(numbers["approximate_after"])
        self.vague_numbers: dict[str, int] = numbers["vague"]
        self.vague = as_phrases(list(numbers["vague"]))

    def read_things(self, words: "dict[str, Any]") -> None:
        self.categories: dict[str, Any] = words["categories"]
        self.keywords = keyword_table(words["categories"])
        self.generic = as_set(words["generic"])
        self.small_tickets = tickets(words["categories"], "small")
        self.large_tickets = tickets(words["categories"], "large")
        self.merchants, self.merchant_categories = merchant_tables(words["merchants"])
        self.weak_merchants = as_set(words["weak_merchants"])

    def phrases(self, group: str, name: str) -> Phrases:
        """A list of phrases, such as `phrases("gate", "question_any")`."""
        return self.lists[group][name]


def joined(tables: "list[dict[str, int]]") -> "dict[str, int]":
    whole: dict[str, int] = {}
    for table in tables:
        whole.update(table)
    return whole


def lists_of(group: "dict[str, list[str]]") -> "dict[str, Phrases]":
    return {name: as_phrases(group[name]) for name in group}


def as_phrases(phrases: "list[str]") -> Phrases:
    return Phrases({phrase: phrase for phrase in phrases})


def as_set(phrases: "list[str]") -> "dict[str, bool]":
    return {phrase: True for phrase in phrases}


def date_phrases(dates: "dict[str, Any]") -> "dict[str, Phrases]":
    names = ("vague", "day_before", "last_month", "clock_after", "clock_half", "ago", "last", "this")
    tables = {name: as_phrases(dates[name]) for name in names}
    for name in ("relative", "holidays", "national", "nth_weekday", "easter", "moving"):
        tables[name] = as_phrases(list(dates[name]))
    return tables


def keyword_table(categories: "dict[str, Any]") -> Phrases:
    table = Phrases({})
    for category in sorted(categories):
        for phrase in categories[category]["words"].split(","):
            table.put(phrase, category)
    return table


def tickets(categories: "dict[str, Any]", size: str) -> "dict[str, bool]":
    """The words for things that cost much less ("small") or more ("large") than their category usually
    does.
    """
    words: dict[str, bool] = {}
    for category in sorted(categories):
        words.update(as_set(categories[category].get(size, "").split(",")))
    return words


def merchant_tables(merchants: "dict[str, dict[str, str]]") -> "tuple[Phrases, dict[str, str]]":
    """Phrase → merchant's name, and name → category (empty when it sells many things)."""
    names, categories = Phrases({}), {}
    for category in sorted(merchants):
        for phrase in sorted(merchants[category]):
            name = merchants[category][phrase]
            names.put(phrase, name)
            categories[name] = category
    return names, categories

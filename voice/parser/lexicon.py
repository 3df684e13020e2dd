"""The words of one language, read from voice/lexicon/<language>.json into tables that answer by phrase."""

import json

from voice.parser.letters import fold, is_letter
from voice.parser.number_words import below_hundred, single_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from voice.parser.tokens import Token

DEFAULT = "en"
COMMANDS = ("periods", "query", "amend", "set")
EVERY = "every_language"
DATE_LISTS = (
    "vague day_before last_month last_week last last_after this ago ago_before clock_after clock_half"
    " clock_before clock_hours day_before_number"
    " day_after_number"
)
DATE_TABLES = ("relative", "holidays", "national", "nth_weekday", "easter", "moving")
FOLDER = __file__.replace("\\", "/").rsplit("/", 2)[0] + "/lexicon/"
loaded: "dict[str, Lexicon]" = {}
by_locale: "dict[str, Lexicon]" = {}


def lexicon_for(locale: str) -> "Lexicon":
    """The lexicon of a locale: its language's, with what its country adds ("en" and "en_in"); English where
    there is none.
    """
    if locale not in by_locale:
        by_locale[locale] = found_for(locale)
    return by_locale[locale]


def found_for(locale: str) -> "Lexicon":
    parts = fold(locale).replace("_", "-").split("-")
    language = parts[0] if is_name(parts[0]) and exists(parts[0]) else DEFAULT
    region = language + "_" + parts[-1]
    names = [EVERY, language] + ([region] if is_name(parts[-1]) and exists(region) else [])
    if names[-1] not in loaded:
        words: "dict[str, Any]" = {}
        for name in names:
            words = merged(words, from_file(name))
        loaded[names[-1]] = Lexicon(words)
    return loaded[names[-1]]


def from_file(name: str) -> "dict[str, Any]":
    with open(FOLDER + name + ".json", encoding="utf-8") as file:
        words: "dict[str, Any]" = json.loads(file.read())
        return words


def merged(below: "dict[str, Any]", above: "dict[str, Any]") -> "dict[str, Any]":
    """Two tables as one: tables within join, lists follow each other, any other value is the upper one's."""
    whole = dict(below)
    for key in above:
        old, new = below.get(key), above[key]
        if isinstance(old, dict) and isinstance(new, dict):
            whole[key] = merged(old, new)
        else:
            whole[key] = old + new if isinstance(old, list) and isinstance(new, list) else new
    return whole


def is_name(text: str) -> bool:
    return text != "" and all([is_letter(letter) for letter in text])


def exists(name: str) -> bool:
    try:
        with open(FOLDER + name + ".json", encoding="utf-8"):
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
        word = tokens[start].word
        longest = self.longest.get(word, 0)
        if longest == 0:
            return 0
        for count in range(min(longest, end - start), 1, -1):
            if phrase_at(tokens, start, count) in self.meanings:
                return count
        return 1 if word in self.meanings else 0

    def value(self, tokens: "list[Token]", start: int, count: int) -> str:
        return self.meanings[phrase_at(tokens, start, count)]

    def has(self, phrase: str) -> bool:
        return phrase in self.meanings

    def copy_with(self, phrase: str, value: str) -> "Phrases":
        """A table of its own with one phrase more."""
        copied = Phrases({})
        copied.meanings, copied.longest = dict(self.meanings), dict(self.longest)
        copied.put(phrase, value)
        return copied


NO_PHRASES = Phrases({})


def phrase_at(tokens: "list[Token]", start: int, count: int) -> str:
    return " ".join([token.word for token in tokens[start : start + count]])


class Lexicon:
    """All tables of a language; see voice/lexicon/en.json for the words themselves."""

    def __init__(self, words: "dict[str, Any]") -> None:
        numbers, money, self.dates = words["numbers"], words["money"], words["dates"]
        self.numbers: dict[str, Any] = numbers
        self.money: dict[str, Any] = money
        self.major = Phrases(money["major"])
        self.minor = Phrases(money["minor"])
        self.lists = {
            group: lists_of(words[group])
            for group in ("quantity", "words", "gate", "kinds", "slots", "accounts")
        }
        for group in COMMANDS:
            self.lists[group] = lists_of(words.get(group, {}))
        self.relative_days: dict[str, int] = self.dates["relative"]
        self.date_phrases = date_phrases(self.dates)
        self.recurring = Phrases(words["recurring"]["phrases"])
        self.recurring_words: dict[str, Any] = words["recurring"]
        self.account_aliases: dict[str, list[str]] = words["account_aliases"]
        self.cash: list[str] = words["cash"]
        self.plurals: list[list[str]] = words["plurals"]
        self.read_numbers(numbers)
        self.read_things(words)

    def read_numbers(self, numbers: "dict[str, Any]") -> None:
        below = below_hundred(numbers)
        self.small: dict[str, int] = single_words(below)
        self.below_hundred = Phrases(below)
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
        """A list of phrases, such as `phrases("gate", "question_any")`; empty where a language has none."""
        return self.lists[group].get(name, NO_PHRASES)


def lists_of(group: "dict[str, Any]") -> "dict[str, Phrases]":
    """Lists of phrases, and tables of what phrases mean."""
    return {
        name: Phrases(group[name]) if isinstance(group[name], dict) else as_phrases(group[name])
        for name in group
    }


def as_phrases(phrases: "list[str]") -> Phrases:
    return Phrases({phrase: phrase for phrase in phrases})


def as_set(phrases: "list[str]") -> "dict[str, bool]":
    return {phrase: True for phrase in phrases}


def date_phrases(dates: "dict[str, Any]") -> "dict[str, Phrases]":
    tables = {name: as_phrases(dates[name]) for name in DATE_LISTS.split(" ")}
    for name in DATE_TABLES:
        tables[name] = as_phrases(list(dates[name]))
    return tables


def keyword_table(categories: "dict[str, Any]") -> Phrases:
    table = Phrases({})
    for category in sorted(categories):
        for words in ("words", "more"):
            for phrase in categories[category].get(words, "").split(","):
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

"""What the caller knows: locale, currency, today, accounts, payees, history. Ill-shaped parts count as
absent.
"""

from voice.parser.civil import from_text
from voice.parser.letters import fold, plain, upper_first
from voice.parser.lexicon import Phrases
from voice.parser.tokens import words_of

TODAY = 20454
Json = object


class Context:
    """The context of one reading; `today` is a day number, `currency` an ISO code, `country` like "US"."""

    def __init__(self, given: "dict[str, object]") -> None:
        self.locale = text(given.get("locale"), "en-US")
        self.currency = text(given.get("currency"), "USD")
        today = from_text(text(given.get("today"), ""))
        self.today = TODAY if today is None else today
        self.accounts = texts(given.get("accounts"))
        self.payees = texts(given.get("payees"))
        self.categories = categories(given.get("categories"))
        self.hypotheses = texts(given.get("hypotheses"))
        self.heard = heard(given.get("words"))
        self.history = History(table(given.get("history")))
        self.own_categories = named(self.categories)
        self.known_payees = known(self.history.aliases, self.payees)
        self.account_tables: tuple[Phrases, Phrases] | None = None
        self.by_sound: dict[str, int] = {}
        self.country = "".join(
            [upper_first(letter) for letter in self.locale.replace("_", "-").split("-")[-1]]
        )


def named(categories: list[tuple[str, str]]) -> Phrases:
    table = Phrases({})
    for name, key in categories:
        table.put(words_of(name), key)
    return table


def known(aliases: "dict[str, str]", payees: list[str]) -> Phrases:
    """Payees by their names and by what they were misheard as; the table of the latest household is kept."""
    if latest.table is None or latest.aliases != aliases or latest.payees != payees:
        latest.aliases, latest.payees, latest.table = aliases, payees, made(aliases, payees)
    return latest.table


def made(aliases: "dict[str, str]", payees: list[str]) -> Phrases:
    table = Phrases({})
    for heard_as in sorted(aliases):
        table.put(words_of(heard_as), aliases[heard_as])
    for payee in payees:
        table.put(words_of(payee), payee)
    return table


class Latest:
    """What a table was made from, so that it is made anew only for another household or new names."""

    def __init__(self) -> None:
        self.aliases: dict[str, str] = {}
        self.payees: list[str] = []
        self.table: Phrases | None = None


latest = Latest()


class History:
    """What corrections taught: aliases {heard: payee}, weights of payee → category and of word → category,
    past amounts by category; and the amount (minor units) and category of the last entry.
    """

    def __init__(self, given: "dict[str, object]") -> None:
        aliases = table(given.get("aliases"))
        self.aliases = {heard: text(aliases[heard], "") for heard in aliases}
        self.amounts = amounts(table(given.get("amounts")))
        last = table(given.get("last"))
        past = last.get("amount")
        self.last_amount = abs(past) if isinstance(past, int) and not isinstance(past, bool) else 0
        self.last_category = text(last.get("category"), "") or None
        counts = table(given.get("payee_category"))
        words = table(given.get("word_category"))
        self.word_category = {fold(word): shares(table(words[word])) for word in words}
        self.word_totals = totals(self.word_category)
        self.payee_category = {fold(payee): shares(table(counts[payee])) for payee in counts}


def text(value: object, otherwise: str) -> str:
    return value if isinstance(value, str) else otherwise


def texts(value: object) -> list[str]:
    return [one for one in value if isinstance(one, str) and one != ""] if isinstance(value, list) else []


def table(value: object) -> "dict[str, object]":
    return {key: value[key] for key in value if isinstance(key, str)} if isinstance(value, dict) else {}


def categories(value: object) -> list[tuple[str, str]]:
    """(name, the key or name to answer with) of each category."""
    found = []
    for one in value if isinstance(value, list) else []:
        name = text(table(one).get("name"), "")
        if name:
            found.append((name, text(table(one).get("key"), "") or name))
    return found


def heard(value: object) -> list[tuple[str, int]]:
    """(word, confidence in percent) of each word the recogniser heard."""
    found = []
    for one in value if isinstance(value, list) else []:
        word = table(one)
        found.append((plain(text(word.get("word"), "")), percent(word.get("conf"))))
    return found


def percent(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 1:
        return 100
    return int(value * 100 + 0.5)


def totals(tables: "dict[str, dict[str, float]]") -> "dict[str, float]":
    """The weight of each category in all tables."""
    found: dict[str, float] = {}
    for name in sorted(tables):
        for category in sorted(tables[name]):
            found[category] = found.get(category, 0) + tables[name][category]
    return found


def shares(given: "dict[str, object]") -> "dict[str, float]":
    return {key: number(given[key]) for key in given if number(given[key]) > 0}


def number(value: object) -> float:
    return value if isinstance(value, (int, float)) and not isinstance(value, bool) else 0


def amounts(given: "dict[str, object]") -> "dict[str, list[int]]":
    found = {}
    for key in given:
        past = given[key]
        found[key] = (
            [one for one in past if isinstance(one, int) and one > 0] if isinstance(past, list) else []
        )
    return found

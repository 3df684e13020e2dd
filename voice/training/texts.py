"""What people say to the app: sentences drawn from the frames of `texts/frames.txt` and its word classes.

`Texts(is_sayable).sentence(rng)` is a list of lower-case words. Nothing was copied from a benchmark.
"""

from collections.abc import Callable, Iterable
from functools import partial
from random import Random

from voice.training.amounts import amount, bare
from voice.training.days import MONTHS, WEEKDAYS, day
from voice.training.frames import MARKS, Choice, Draw, parse
from voice.training.numbers import below_hundred, digits
from voice.training.phrases import Lexicon, in_plain_words, lines, phrases

# A class and the text file of its phrases.
LISTED = {
    "income": "incomes",
    "place": "places",
    "town": "towns",
    "account": "accounts",
    "name": "people",
    "kin": "kin",
    "common": "common",
    "usual": "usual_shops",
    "goods": "things",
    "bills": "services",
    "spent": "spent",
    "bought": "bought",
    "earned": "earned",
    "soft": "soft",
}
# Files the built classes are made from.
BUILT_FROM = ("holidays", "relative_days", "currencies")
# A class and the classes it is drawn from, one of them more often where it stands more often.
MIXED = {
    "kind": ("common", "common", "common", "common", "goods", "bills", "known"),
    "any": ("everyday", "everyday", "common", "goods", "known", "named_shop", "name"),
    "shop": ("usual", "usual", "named_shop", "named_shop", "place"),
    "person": ("name", "name", "kin"),
    "where": ("usual", "usual", "named_shop", "place", "place", "name", "kin", "town"),
}
AT_SHOP = ("at", "at", "at", "at", "at", "from", "from", "from", "on", "to", "in")
WHERE = {
    "usual": AT_SHOP,
    "named_shop": AT_SHOP,
    "place": ("at", "at", "at", "from", "in", "to"),
    "town": ("in", "in", "in", "to", "from"),
    "name": ("with", "with", "for", "to", "from"),
    "kin": ("with", "for", "for", "to", "from"),
}
MEANS = [
    "with",
    "with my",
    "using",
    "by",
    "from",
    "from my",
    "on",
    "on my",
    "in",
    "through",
    "via",
    "to",
    "into",
]
COUNTS = ("two", "three", "four", "five", "six", "a", "a dozen", "ten", "some")
GOT = ("got", "i got", "we got", "was", "just got", "finally got")
ARTICLES = ("the", "a", "an", "my", "some", "new", "our")
BEFORE_THING = ("", "", "", "", "", "", "", "", "the ", "a ", "my ", "some ", "new ", "a new ")
SHORT_UNITS = 24


class Texts:
    """Sentences from the frames, and whole ones; every word of them is in `vocabulary`."""

    def __init__(self, usable: Callable[[str], bool] = bool) -> None:
        """`usable` says whether a word can be pronounced; a phrase with another word is left out."""
        self.usable = usable
        self.lexicon = Lexicon()
        self.plain = [line.split() for line in lines("plain") if self.fits(line)]
        self.listed = self.read_classes()
        self.classes = self.drawn_from()
        split = [line.split(" | ", 1) for line in lines("frames")]
        self.frames: list[Choice] = [parse(frame) for _, frame in split]
        self.weights = [int(weight) for weight, _ in split]
        self.vocabulary = self.all_words()

    def sentence(self, rng: Random) -> list[str]:
        return rng.choices(self.frames, self.weights)[0].words(self.classes, rng)

    def fits(self, phrase: str) -> bool:
        return all(map(self.usable, phrase.split()))

    def kept(self, listed: Iterable[str]) -> tuple[str, ...]:
        return tuple(phrase for phrase in listed if self.fits(phrase))

    def read_classes(self) -> dict[str, tuple[str, ...]]:
        read = {name: self.kept(phrases(file)) for name, file in LISTED.items()}
        return read | {
            "everyday": tuple(sorted(set(self.kept(" ".join(lines("everyday")).split())))),
            "named_shop": self.kept([*phrases("shops"), *self.lexicon.shops]),
            "known": self.kept(self.lexicon.things),
            "category": self.kept(self.lexicon.categories),
            "unit": self.kept(self.lexicon.units[:SHORT_UNITS]),
            "weekday": WEEKDAYS,
            "month": MONTHS,
            "count": COUNTS,
            "got": GOT,
        }

    def drawn_from(self) -> dict[str, Draw]:
        drawn: dict[str, Draw] = {name: partial(pick, rows) for name, rows in self.listed.items()}
        for name, classes in MIXED.items():
            drawn[name] = partial(pick_class, tuple(drawn[each] for each in classes))
        return drawn | {
            "amount": amount,
            "bare": bare,
            "when": day,
            "digits": digits,
            "thing": lambda rng: with_article(rng.choice(BEFORE_THING), drawn["kind"](rng)),
            "at": partial(place_of, drawn),
            "how": partial(paid_with, drawn),
            "tail": partial(tail, drawn),
            "small": lambda rng: below_hundred(rng.randint(2, 12)),
            "hour": lambda rng: below_hundred(rng.randint(1, 12)),
            "order": lambda rng: " ".join(rng.choice(self.plain)),
        }

    def all_words(self) -> set[str]:
        found = {word for rows in self.listed.values() for phrase in rows for word in phrase.split()}
        found |= {word for line in self.plain for word in line}
        framed = {word for line in lines("frames") for word in MARKS.findall(line.split(" | ", 1)[1])}
        dated = {word for file in BUILT_FROM for phrase in phrases(file) for word in phrase.split()}
        spoken = {word for word in framed | dated if in_plain_words(word)} | self.lexicon.words()
        return found | {word for word in spoken if self.usable(word)}


def pick(rows: tuple[str, ...], rng: Random) -> str:
    return rows[int(rng.random() * len(rows))]


def pick_class(classes: tuple[Draw, ...], rng: Random) -> str:
    return classes[int(rng.random() * len(classes))](rng)


def with_article(article: str, phrase: str) -> str:
    """A phrase with its article, if it has none yet."""
    return phrase if phrase.split(" ", 1)[0] in ARTICLES else f"{article}{phrase}"


def paid_with(drawn: dict[str, Draw], rng: Random) -> str:
    """ "with my visa", "from the joint account"."""
    how, account = rng.choice(MEANS), drawn["account"](rng)
    return f"{how.removesuffix(' my')} {account}" if account.split()[0] in ARTICLES else f"{how} {account}"


def place_of(drawn: dict[str, Draw], rng: Random) -> str:
    """ "at starbucks", "with sarah", "in london"."""
    kind = rng.choice(MIXED["where"])
    return f"{rng.choice(WHERE[kind])} {drawn[kind](rng)}"


def tail(drawn: dict[str, Draw], rng: Random) -> str:
    """Where, how and when, each now and then and in any order."""
    parts = [place_of(drawn, rng)] if rng.random() < 0.3 else []
    parts += [paid_with(drawn, rng)] if rng.random() < 0.2 else []
    parts += [day(rng)] if rng.random() < 0.38 else []
    if rng.random() < 0.3:
        rng.shuffle(parts)
    return " ".join(parts)

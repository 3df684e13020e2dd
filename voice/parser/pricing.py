"""Which reading of a number is the amount, and how sure we are: priors for bare pairs, doubts, the
recogniser's words.
"""

from voice.parser.decimals import ONE, to_minor
from voice.parser.tokens import UNHEARD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from voice.parser.money import Money
    from voice.parser.sentence import Sentence

SURE = 96
CAPS = {
    "homophone": 70,
    "approximate": 72,
    "vague": 60,
    "each": 70,
    "rival": 60,
    "in doubt": 70,
    "debt": 72,
    "share": 70,
    "digits": 55,
    "pair": 70,
    "close pair": 62,
    "bare": 70,
    "likely pair": 85,
    "count": 60,
    "rounded": 60,
    "for": 65,
    "slurred": 75,
    "sum": 78,
}
SMALL_TICKET, LARGE_TICKET, TRANSFER, INCOME, UNKNOWN = 4, 300, 200, 1500, 20
DEFAULT_DECIMALS = 2
CERTAIN = 100
GAP = 50
SLURRED, SHORT = 80, 4
TEN = 100000
FAR = 3


class Price:
    """The chosen amount in minor units, the other readings, and what is in doubt about it."""

    def __init__(self, amount: int, others: list[int], doubts: list[str]) -> None:
        self.amount = amount
        self.others = others
        self.doubts = doubts


def price_of(s: "Sentence", money: "Money", typical: int) -> Price:
    """The price a number stands for, where things like it usually cost `typical` (major units of a
    dollar).
    """
    number = money.number
    currency = money.currency or s.context.currency
    places = decimals_of(s, currency)
    doubts = list(number.doubts)
    misheard = digit_before(s, money, currency)
    if misheard and far_below(typical, misheard, number.plain):
        return Price(to_minor(misheard, places), [to_minor(number.plain, places)], doubts + ["for"])
    if misheard and typical * ONE < number.plain * FAR and not s.listed("slots", "anchors", money.start - 1):
        others = [to_minor(misheard, places)]
        return Price(to_minor(number.plain, places), others, doubts + ["homophone"])
    if not number.small:
        others = [to_minor(value, places) for value in number.others]
        return Price(to_minor(number.plain, places), others, doubts + rounded(number.plain, places))
    small, big = to_minor(number.small, places), to_minor(number.big, places)
    hundreds, doubt = prefers_hundreds(s, money, currency, typical)
    doubts += [doubt] if doubt else []
    hidden = [to_minor(value, places) for value in number.others]
    return Price(big, [small] + hidden, doubts) if hundreds else Price(small, [big] + hidden, doubts)


def digit_before(s: "Sentence", money: "Money", currency: str) -> int:
    """For "coffee for fifty", "spent ate fifty": the value where the word before may be a digit misheard; 0
    where it may not.
    """
    number = money.number
    digit = s.lexicon.numbers["homophones"].get(s.word(money.start - 1), 0)
    tens = number.form == "plain" and number.plain % ONE == 0 and 10 * ONE <= number.plain < 100 * ONE
    if money.currency or not tens or not 0 < digit < 10:
        return 0
    if currency in s.lexicon.money["low_value"]:
        starts = money.start == 1 or s.listed("words", "expense_verbs", money.start - 2)
        stated = s.listed("slots", "for", money.start - 1) and not s.listed("slots", "for", money.end)
        return int(digit) * 100 * ONE + number.plain if starts and not stated else 0
    return int(digit) * ONE + number.plain // 100


def far_below(typical: int, small: int, big: int) -> bool:
    """Whether such a thing usually costs the smaller of two values rather than the larger."""
    return typical * typical * ONE * ONE * FAR < small * big


def rounded(value: int, places: int) -> list[str]:
    return ["rounded"] if value % (10000 // 10**places) else []


def decimals_of(s: "Sentence", currency: str) -> int:
    return int(s.lexicon.money["decimals"].get(currency, DEFAULT_DECIMALS))


def prefers_hundreds(s: "Sentence", money: "Money", currency: str, typical: int) -> tuple[bool, str]:
    """(whether a pair reads as hundreds, what is in doubt): "one twenty for shoes" does, "two ninety for
    the tube" not.

    The geometric middle between 1.20 and 120 is 12: what usually costs more than that is read as hundreds.
    """
    if currency in s.lexicon.money["low_value"]:
        return True, ""
    if not s.lexicon.numbers["pairs_as_hundreds"]:
        return False, ""
    if money.currency and money.end > money.number.end and money.number.small < TEN:
        return True, "pair"
    middle = money.number.small // 1000
    return (
        prices_like_ten(money, middle, typical)
        if money.number.small >= TEN
        else prices_below_ten(money, middle, typical)
    )


def prices_like_ten(money: "Money", middle: int, typical: int) -> tuple[bool, str]:
    """For "twelve fifty": 12.50, but for rent 1250."""
    if typical >= 3 * middle:
        return True, "pair"
    spoken_as_one = money.currency != "" and money.end > money.number.end
    return False, "pair" if spoken_as_one or 2 * typical > 3 * middle else ""


def prices_below_ten(money: "Money", middle: int, typical: int) -> tuple[bool, str]:
    """For "one twenty": 1.20 or 120; "ninety nine" and "ninety five" are the ends of a shelf price."""
    hundreds = typical > middle
    far = typical >= 4 * middle or 5 * typical <= 2 * middle
    shelf = money.number.small // 100 % 10 in (5, 9) and typical <= 30 and 10 * typical <= 7 * middle
    return hundreds, "likely pair" if far or shelf else "close pair"


def typical_of(s: "Sentence", category: "str | None", kind: str, words: list[str]) -> int:
    """What an item of this category usually costs, in dollars: the household's own past first."""
    own = s.context.history.amounts.get(category or "", [])
    if own:
        return max(int(sorted(own)[len(own) // 2] // 10 ** decimals_of(s, s.context.currency)), 1)
    if any([word in s.lexicon.large_tickets for word in words]):
        return LARGE_TICKET
    if any([word in s.lexicon.small_tickets for word in words]):
        return SMALL_TICKET
    if category in s.lexicon.categories:
        return int(s.lexicon.categories[category]["typical"])
    return {"transfer": TRANSFER, "income": INCOME}.get(kind, UNKNOWN)


def confidence(s: "Sentence", money: "Money", doubts: list[str]) -> int:
    """Percent: the least cap of the doubts, five less for each further one, times what the recogniser
    heard.
    """
    caps = sorted([CAPS.get(doubt, 70) for doubt in doubts + slurred(s, money)])
    base = max(caps[0] - 5 * (len(caps) - 1), 30) if caps else SURE
    heard = heard_at(s, money.start, money.end)
    return base * (50 + heard // 2) // 100 if heard < CERTAIN else base


def slurred(s: "Sentence", money: "Money") -> list[str]:
    """A short word right before the amount that was barely heard may have been a digit of it: "for not six"
    was 4.06. Spoken by ten voices, that is two in five of the wrong amounts that no other sign gave away.
    """
    before = money.start - 1
    short = 0 <= before and len(s.word(before)) <= SHORT
    return ["slurred"] if short and heard_at(s, before, money.start) < SLURRED else []


def heard_at(s: "Sentence", start: int, end: int) -> int:
    """The recogniser's least confidence (percent) in the words of tokens [start, end); a word between them
    that it did not understand may have been part of the number.
    """
    heard = s.context.heard
    least = CERTAIN
    for token in s.tokens[start:end]:
        if token.at < len(heard) and heard[token.at][0] == token.word:
            least = min(least, heard[token.at][1])
    between = heard[s.tokens[start].at : s.tokens[end - 1].at] if start < end else []
    return min(least, GAP) if any([word in UNHEARD for word, _ in between]) else least

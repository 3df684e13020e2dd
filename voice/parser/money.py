"""Numbers with their currency: "twelve dollars fifty", "eighty pence", "rs four hundred", "a buck fifty",
"a tenner".
"""

from voice.parser.categories import singulars
from voice.parser.decimals import ONE
from voice.parser.runs import Number, number_at
from voice.parser.small import cents_at, cents_joined, digit_of, half_end

LONGEST_COUNT = 5
LARGEST = 9 * 10**11 * ONE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from voice.parser.sentence import Sentence


class Money:
    """A candidate for an amount: tokens [start, end), its number, `currency` ("" when none was said), `role`.

    `role` is "amount" until another is found ("quantity", "clock", "code", "percent", "each", "people",
    "discount").
    """

    def __init__(self, number: Number, start: int, end: int, currency: str) -> None:
        self.number = number
        self.start = start
        self.end = end
        self.currency = currency
        self.role = "amount"
        self.each = False


def find_money(s: "Sentence") -> list[Money]:
    """Every number of the sentence with what belongs to it, left to right."""
    found: list[Money] = []
    place = 0
    while place < s.end:
        money = money_at(s, place) if s.free(place) else None
        if money is not None and 0 < money.number.plain + money.number.small <= LARGEST:
            found.append(money)
        place = money.end if money else place + 1
    return found


def money_at(s: "Sentence", place: int) -> "Money | None":
    return (
        coin(s, place)
        or buck_fifty(s, place)
        or currency_first(s, place)
        or one_of_currency(s, place)
        or number_first(s, place)
    )


def coin(s: "Sentence", place: int) -> "Money | None":
    """For "a fiver", "two tenners", "a dime"."""
    coins = s.lexicon.money["coins"]
    if not any([s.word(at) in coins for at in range(place, place + LONGEST_COUNT)]):
        return None
    number = None if s.word(place) in s.lexicon.numbers["halves"] else article_or_number(s, place)
    after = number.end if number else place
    known = coins.get(s.word(after))
    if not known or not s.free(after) or (number is None and singulars(s, s.word(after))):
        return None
    count = number.plain // ONE if number else 1
    value = Number(place, after + 1, "plain", int(known[0]) * ONE // 100 * count)
    return Money(value, place, after + 1, currency_of(s, str(known[1])))


def article_or_number(s: "Sentence", place: int) -> "Number | None":
    if s.word(place) in s.lexicon.numbers["articles"] and s.free(place):
        return Number(place, place + 1, "plain", ONE)
    number = number_at(s, place)
    return number if number and number.plain else None


def currency_first(s: "Sentence", place: int) -> "Money | None":
    """For "pounds twelve", "rs four hundred and twenty", "$12.50"."""
    count = s.match(s.lexicon.major, place)
    number = number_at(s, place + count) if count else None
    if number is None:
        return None
    end = number.end + s.match(s.lexicon.major, number.end)
    money = Money(number, place, end, currency_at(s, place, count))
    if s.match(s.lexicon.minor, number.end) and len(s.word(number.end)) > 1:
        money.number.plain, money.number.form = number.plain // 100, "plain"
        money.end = number.end + 1
        return money
    joining = s.lexicon.numbers["and"] + s.lexicon.numbers["cents_joins"]
    return add_cents(s, money, number.end) if s.word(number.end) in joining else money


def buck_fifty(s: "Sentence", place: int) -> "Money | None":
    """For "buck fifty", its article left out."""
    count = s.match(s.lexicon.major, place) if s.word(place) in s.lexicon.money["slang_one"] else 0
    if not count:
        return None
    number = Number(place, place + 1, "plain", ONE)
    return add_cents(s, Money(number, place, place + count, currency_at(s, place, count)), place + count)


def one_of_currency(s: "Sentence", place: int) -> "Money | None":
    """For "a buck fifty", "a pound", "a dollar and ten cents"; but "a pound of apples" is a weight."""
    count = s.match(s.lexicon.major, place + 1) if s.word(place) in s.lexicon.numbers["articles"] else 0
    if not count or s.word(place + 1 + count) in s.lexicon.dates["of"]:
        return None
    number = Number(place, place + 1, "plain", ONE)
    end = place + 1 + count
    return add_cents(s, Money(number, place, end, currency_at(s, place + 1, count)), end)


def number_first(s: "Sentence", place: int) -> "Money | None":
    number = number_at(s, place)
    if number is None:
        return None
    minor = s.match(s.lexicon.minor, number.end)
    if minor and number.plain % ONE:
        family = s.lexicon.minor.value(s.tokens, number.end, minor)
        return Money(number, place, number.end + minor, currency_of(s, family))
    if minor and (number.plain or number.form == "pair"):
        return cents(s, number, minor)
    count = s.match(s.lexicon.major, number.end) or odd_currency(s, number.end)
    if not count:
        return and_cents(s, number) or Money(number, place, number.end, "")
    end = number.end + count
    after = number.end if s.match(s.lexicon.major, number.end) else number.end + 1
    return add_cents(s, Money(number, place, end, currency_at(s, after, end - after)), end)


def and_cents(s: "Sentence", number: Number) -> "Money | None":
    """For "sixty three and twenty cents", its currency left out."""
    joined = (
        number.form == "plain" and number.plain % ONE == 0 and s.word(number.end) in s.lexicon.numbers["and"]
    )
    small = number_at(s, number.end + 1) if joined and number.end + 1 < s.end else None
    minor = s.match(s.lexicon.minor, small.end) if small else 0
    if small is None or not minor or not 0 < small.plain < 100 * ONE or len(s.word(small.end)) < 2:
        return None
    number.plain += small.plain // 100
    family = s.lexicon.minor.value(s.tokens, small.end, minor)
    return Money(number, number.start, small.end + minor, currency_of(s, family))


def odd_currency(s: "Sentence", place: int) -> int:
    """For "fifty odd dollars", "un million d'euros"."""
    between = s.match(s.lexicon.approximate_after, place) == 1 or s.word(place) in s.lexicon.dates["of"]
    count = s.match(s.lexicon.major, place + 1) if between else 0
    return count + 1 if count else 0


def cents(s: "Sentence", number: Number, count: int) -> Money:
    value = (number.plain or number.big) // 100
    whole = Number(number.start, number.end, "plain", value)
    whole.doubts = number.doubts
    family = s.lexicon.minor.value(s.tokens, number.end, count)
    return Money(whole, number.start, number.end + count, currency_of(s, family))


def add_cents(s: "Sentence", money: Money, place: int) -> Money:
    """What follows the currency word: "fifty", "and fifty cents", "and a half"."""
    half = half_end(s, place)
    if half > place and money.number.plain:
        money.number.plain += ONE // 2
        money.end = half
        return money
    value, end = cents_joined(s, place)
    if not value and digit_of(s, place) == 0:
        value, end = cents_at(s, place)
    if value and money.number.plain and money.number.plain % ONE == 0:
        return with_cents(s, money, value * ONE, end)
    loose = s.word(place) in s.lexicon.numbers["and"]
    close = s.word(place) in s.lexicon.numbers["cents_joins"]
    number = number_at(s, place + 1 if loose or close else place)
    if number is None or not is_cents(s, money, number, loose and not close):
        return money
    return with_cents(s, money, number.plain, number.end)


def with_cents(s: "Sentence", money: Money, hundredths: int, end: int) -> Money:
    money.number.plain += hundredths // 100
    money.end = end + s.match(s.lexicon.minor, end)
    return money


def is_cents(s: "Sentence", money: Money, number: Number, joined: bool) -> bool:
    """Whether a number after the currency is its hundredths, and no amount or quantity of its own."""
    whole = number.plain % ONE == 0 and 0 < number.plain < 100 * ONE and number.form in ("plain", "units")
    if not whole or not money.number.plain or money.number.plain % ONE or "homophone" in number.doubts:
        return False
    if s.match(s.lexicon.minor, number.end):
        return True
    counted = s.match(s.lexicon.major, number.end) or s.match(
        s.lexicon.phrases("quantity", "units"), number.end
    )
    return not counted and number.plain >= 10 * ONE and not (joined and own_item(s, number.end))


def own_item(s: "Sentence", place: int) -> bool:
    """Whether a number that ends at `place` goes on to something bought: "and twenty on lunch"."""
    return s.listed("slots", "on", place) or s.match(s.lexicon.keywords, place) > 0


def currency_at(s: "Sentence", place: int, count: int) -> str:
    return currency_of(s, s.lexicon.major.value(s.tokens, place, count))


def currency_of(s: "Sentence", family: str) -> str:
    """The ISO code a currency word means here: dollars are the household's own dollars."""
    own = s.context.currency
    if family == "local":
        return own
    members = s.lexicon.money["families"].get(family)
    if not members:
        return family
    return own if own in members else str(members[0])

"""What must not become a draft: questions, plans, what did not happen, and commands to the phone."""

from voice.parser.money import find_money, money_at
from voice.parser.small import small

LONGEST_DATE = 3

TYPE_CHECKING = False
if TYPE_CHECKING:
    from voice.parser.sentence import Sentence


def reason_to_refuse(s: "Sentence") -> "str | None":
    """For "question", "future", "negation", "imperative", "hypothetical", "empty", or None: the sentence may
    be a record.
    """
    if not s.end:
        return "empty"
    for reason, rule in (
        ("question", asks),
        ("negation", denies),
        ("imperative", commands),
        ("future", plans),
        ("hypothetical", states),
    ):
        if rule(s):
            return reason
    return None


def asks(s: "Sentence") -> bool:
    if s.tokens[-1].word == "?":
        return True
    if begins(s, "statement_start"):
        return False
    return begins(s, "question_start") or was_it(s) or s.has(s.lexicon.phrases("gate", "question_any"))


def was_it(s: "Sentence") -> bool:
    """For "was lunch twelve or fifteen"; "was twelve fifty for lunch" only lost its first word."""
    return s.end > 1 and s.listed("gate", "was", 0) and money_at(s, 1) is None


def denies(s: "Sentence") -> bool:
    return s.has(s.lexicon.phrases("gate", "negation_any"))


def plans(s: "Sentence") -> bool:
    """A plan, unless a past verb stands before it: "paid for tomorrow's lunch"."""
    place = first_plan(s)
    if place < 0:
        return False
    done = s.find(s.lexicon.phrases("gate", "future_ok"), 0, place)
    return done < 0


def first_plan(s: "Sentence") -> int:
    """Where a phrase of the future starts, -1 for none; the morgen of "heute morgen" is none."""
    table = s.lexicon.phrases("gate", "future_any")
    told = s.lexicon.phrases("words", "record").match(s.tokens, 0, s.end)
    for place in range(told, s.end):
        if table.match(s.tokens, place, s.end) and not ends_date(s, place):
            return place
    return -1


def ends_date(s: "Sentence", place: int) -> bool:
    """Whether the word at `place` belongs to a date or time that began before it: "esta mañana"."""
    if s.word(place - 1) in s.lexicon.dates["weekdays"] and s.word(place) in s.lexicon.dates["day_parts"]:
        return True
    tables = [s.lexicon.date_phrases[name] for name in ("relative", "vague", "clock_after")]
    starts = range(max(place - LONGEST_DATE, 0), place)
    return any([table.match(s.tokens, at, s.end) > place - at for table in tables for at in starts])


def states(s: "Sentence") -> bool:
    """What things cost, what someone earns or has: "gas is four dollars a gallon", "i have fifty dollars"."""
    if begins(s, "record") or s.has(s.lexicon.phrases("gate", "future_ok")):
        return False
    return s.has(s.lexicon.phrases("gate", "states_any")) or has_money(s) or unit_price(s)


def has_money(s: "Sentence") -> bool:
    """For "i have two hundred dollars left"; "i have a forty dollar lunch" was bought."""
    table = s.lexicon.phrases("gate", "has_money")
    for place in range(s.end):
        length = table.match(s.tokens, place, s.end)
        money = money_at(s, place + length) if length and place + length < s.end else None
        if money is not None and money.currency:
            return True
    return False


def unit_price(s: "Sentence") -> bool:
    """For "petrol costs a hundred rupees a litre", "a coffee costs five dollars"; who says what was bought
    says no price.
    """
    pointed = s.word(0) in s.lexicon.numbers["articles"] or s.listed("gate", "pointed", 0)
    if pointed and s.has(s.lexicon.phrases("gate", "costs")):
        return True
    rate = s.find(s.lexicon.phrases("quantity", "rates"), 1, s.end)
    told = s.find(s.lexicon.phrases("gate", "states_of"), 0, max(rate, 0))
    bought = s.has(s.lexicon.phrases("gate", "bought_any")) or (rate > 0 and len(find_money(s)) > 1)
    return rate > 0 and told >= 0 and not bought


def commands(s: "Sentence") -> bool:
    if begins(s, "record"):
        return False
    if s.has(s.lexicon.phrases("gate", "imperative_any")):
        return True
    length = s.lexicon.phrases("gate", "imperative_start").match(s.tokens, 0, s.end)
    noun = length == 1 and is_amount(s, length)
    return length > 0 and not noun and not s.has(s.lexicon.phrases("gate", "future_ok"))


def begins(s: "Sentence", name: str) -> bool:
    group = "words" if name == "record" else "gate"
    found = s.lexicon.phrases(group, name).match(s.tokens, 0, s.end)
    return found > 0 and small(s, 0)[0] == 0 and (name == "record" or not begins(s, "record"))


def is_amount(s: "Sentence", place: int) -> bool:
    """For "book twelve dollars" is a purchase of a book."""
    token = s.tokens[place] if place < s.end else None
    return token is not None and (
        token.kind == "number" or token.word in s.lexicon.small or s.match(s.lexicon.major, place) > 0
    )

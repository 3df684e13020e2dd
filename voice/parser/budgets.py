"""Wishes to set a budget: "set my grocery budget to four hundred", "limit dining to 200 a month"."""

from voice.parser.asides import find_asides
from voice.parser.categories import find_keywords, heaviest
from voice.parser.dates import find_dates
from voice.parser.money import find_money, money_at
from voice.parser.pricing import price_of, typical_of
from voice.parser.roles import assign_roles

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from voice.parser.money import Money
    from voice.parser.sentence import Sentence

LARGE = 400


def set_of(s: "Sentence") -> "dict[str, Any] | None":
    """`what`, `amount`, `category` (None for all spending), and `currency` where it was said; None when no
    budget is set to an amount.
    """
    if not budgets(s) and not limits(s):
        return None
    find_asides(s)
    find_dates(s)
    found = find_money(s)
    assign_roles(s, found)
    amounts = [money for money in found if money.role == "amount"]
    return wish(s, amounts[0]) if len(amounts) == 1 else None


def budgets(s: "Sentence") -> bool:
    """Whether a budget is named and told: "my budget for food is", "grocery budget four hundred", but not "a
    budget hotel", "over budget" or "raise the budget by fifty".
    """
    place = s.find(s.lexicon.phrases("set", "budget"), 0, s.end)
    other = s.word(s.end - 1) == "?" or s.has(s.lexicon.phrases("words", "money_verbs"))
    if place < 0 or other or s.has(s.lexicon.phrases("set", "no")):
        return False
    after = place + s.lexicon.phrases("set", "budget").match(s.tokens, place, s.end)
    thing = after + s.lexicon.keywords.match(s.tokens, after, s.end)
    links = max([s.lexicon.phrases("set", "links").match(s.tokens, at, s.end) for at in (after, thing)])
    told = links > 0 or (after < s.end and money_at(s, after) is not None)
    if told:
        s.claim(place, after, "budget")
    return told


def limits(s: "Sentence") -> bool:
    """For "limit dining to two hundred", "allow a thousand for rent", "spend at most fifty on coffee"."""
    for name, place in (("wishes", s.find(s.lexicon.phrases("set", "wishes"), 0, s.end)), ("allots", 0)):
        told = s.lexicon.phrases("set", name).match(s.tokens, place, s.end) if place >= 0 else 0
        if told and place + told < s.end and money_at(s, place + told) is not None:
            return True
    length = s.lexicon.phrases("set", "limits").match(s.tokens, 0, s.end)
    ends = [place + 1 for place in range(1, s.end - 1) if s.listed("set", "to", place)]
    return length > 0 and any([money_at(s, end) is not None for end in ends])


def wish(s: "Sentence", money: "Money") -> "dict[str, Any]":
    best = heaviest(find_keywords(s, 0, s.end))
    category = best.category if best else None
    price = price_of(s, money, max(typical_of(s, category, "expense", []), LARGE))
    found: dict[str, Any] = {"what": "budget", "amount": price.amount, "category": category}
    if money.currency:
        found["currency"] = money.currency
    return found

"""Whether words without an amount still speak of money, and what they tell until the amount is given."""

from voice.parser.categories import category_of, find_keywords, names_purchase
from voice.parser.items import Found, date_of, ends_of_money, note_of
from voice.parser.kinds import is_income, is_refund, kind_of, says
from voice.parser.money import Money
from voice.parser.payees import find_payee
from voice.parser.runs import Number
from voice.parser.segments import Segment

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from voice.parser.sentence import Sentence

UNSURE = 0.7


def means_money(s: "Sentence", found: Found) -> bool:
    """Whether it is worth asking for the amount: a verb of spending, a payee, an account or something
    bought.
    """
    if any([money.role == "code" for money in found.money]):
        return False
    if found.merchants or found.accounts or find_keywords(s, 0, s.end):
        return True
    verb = s.find(s.lexicon.phrases("words", "money_verbs"), 0, s.end) >= 0
    return verb or is_income(s, 0, s.end) or is_refund(s, 0, s.end) or says(s, "transfer", 0, s.end)


def partial_item(s: "Sentence", found: Found) -> "dict[str, object]":
    """What is known before the amount is: an item of amount 0 with confidence 0."""
    whole = Segment(0, s.end, Money(Number(0, 0, "plain", 0), 0, 0, ""))
    payee = find_payee(s, 0, s.end, found.merchants)
    keywords = find_keywords(s, 0, s.end)
    kind = kind_of(s, 0, s.end, found.accounts, payee, names_purchase(keywords))
    name = payee.name if payee else None
    category = category_of(s, keywords, name, kind == "income")
    item: dict[str, object] = {
        "type": kind,
        "amount": 0,
        "currency": s.context.currency,
        "category": found.asides.category or category,
        "payee": name,
        "date": date_of(whole, found.dates),
        "tags": list(found.asides.tags),
        "note": found.asides.note or note_of(s, 0, s.end, payee, category),
        "recurring": found.asides.recurring,
        "confidence": {"amount": 0.0},
        "other_amounts": [],
    }
    item.update(ends_of_money(s, kind, found.accounts))
    return item


def only_amount(s: "Sentence", found: Found, items: "list[dict[str, Any]]") -> bool:
    """Whether nothing tells what the one amount was for: "fifty dollars", "the score was twenty one"."""
    item = items[0]
    named = any([item[slot] is not None for slot in ("category", "payee", "account", "to_account")])
    if len(items) > 1 or named or item["type"] != "expense":
        return False
    if s.find(s.lexicon.phrases("words", "money_verbs"), 0, s.end) >= 0:
        return False
    money = [money for money in found.money if money.role == "amount"]
    said = any(
        [one.currency != "" or anchored(s, one) or s.tokens[one.start].kind == "number" for one in money]
    )
    return item["note"] is None or not said


def anchored(s: "Sentence", money: Money) -> bool:
    """Whether "for" or "on" follows the amount and so says what it bought."""
    return s.listed("slots", "for", money.end) or s.listed("slots", "on", money.end)


def doubt_bare(items: "list[dict[str, Any]]") -> None:
    """A number that nothing makes a price is at most likely one."""
    for item in items:
        item["confidence"]["amount"] = min(item["confidence"]["amount"], UNSURE)

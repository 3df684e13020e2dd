"""Whether words without an amount still speak of money."""

from voice.parser.categories import find_keywords
from voice.parser.items import Found
from voice.parser.kinds import is_income, is_refund, says
from voice.parser.money import Money

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

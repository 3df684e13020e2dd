"""Whether words without an amount still speak of money, and what they tell until the amount is given."""

from voice.parser.categories import category_of, find_keywords
from voice.parser.items import Found, date_of, ends_of_money, note_of
from voice.parser.kinds import is_income, is_refund, kind_of, says
from voice.parser.money import Money
from voice.parser.payees import find_payee
from voice.parser.runs import Number
from voice.parser.segments import Segment

TYPE_CHECKING = False
if TYPE_CHECKING:
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
    kind = kind_of(s, 0, s.end, found.accounts, payee, len(keywords) > 0)
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


def only_amount(s: "Sentence", items: "list[dict[str, object]]") -> bool:
    """Whether a bare amount ("twelve", "fifty dollars") is all there is; its confidence falls if it is no
    money word.
    """
    item = items[0]
    bare = (
        item["category"] is None
        and item["payee"] is None
        and item["note"] is None
        and item["account"] is None
    )
    return (
        len(items) == 1
        and bare
        and item["type"] == "expense"
        and s.find(s.lexicon.phrases("words", "money_verbs"), 0, s.end) < 0
    )

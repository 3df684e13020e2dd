"""The slots that a clause changes: amount, category, payee, date, accounts, note, tags, type."""

from voice.parser.accounts import find_accounts
from voice.parser.asides import Asides, find_asides
from voice.parser.categories import find_keywords, heaviest
from voice.parser.civil import to_text
from voice.parser.dates import find_dates
from voice.parser.items import said_in_doubt, unique
from voice.parser.money import currency_at, find_money
from voice.parser.payees import Named, find_merchants, find_payee, name_at
from voice.parser.pricing import confidence, decimals_of, price_of, typical_of
from voice.parser.roles import assign_roles, claim_times
from voice.parser.segments import Segment, content

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from voice.parser.money import Money
    from voice.parser.sentence import Sentence

PERCENT = 100


class Changes:
    """The `slots` that were said, the `share` of certainty of the amount and its `others`.

    `left` counts the words that fill no slot, `amounts` the amounts said; `first` is how many words stand
    before the first of them.
    """

    def __init__(self) -> None:
        self.slots: dict[str, Any] = {}
        self.share = 1.0
        self.others: list[int] = []
        self.left = 0
        self.amounts = 0
        self.first = 0

    def take(self, other: "Changes") -> None:
        """What a second clause of the sentence changes too."""
        if other.amounts:
            self.share, self.others, self.first = other.share, other.others, other.first
        self.slots.update(other.slots)
        self.left += other.left
        self.amounts += other.amounts


def changes_of(s: "Sentence", start: int, field: str) -> Changes:
    """What the tokens from `start` say; `field` is the one slot they are for, or empty."""
    changes = Changes()
    if field in ("note", "tags"):
        words(s, start, field, changes)
        return changes
    if field == "payee":
        name_payee(s, start, changes)
        return changes
    read_slots(s, start, changes)
    changes.left = len([place for place in range(start, s.end) if left_over(s, place)])
    if field:
        changes.slots = {slot: changes.slots[slot] for slot in fitting(field) if slot in changes.slots}
        if field == "to_account" and "account" in changes.slots:
            changes.slots = {"to_account": changes.slots["account"]}
    return changes


def fitting(field: str) -> list[str]:
    return {"amount": ["amount", "currency"], "to_account": ["account", "to_account"]}.get(field, [field])


def words(s: "Sentence", start: int, field: str, changes: Changes) -> None:
    """All words as a note; as tags, each "and" starts the next, and "on it" is none."""
    if field == "note":
        changes.slots["note"] = s.said(start, s.end)
        return
    tags = [""]
    for token in s.tokens[start : tags_end(s, start)]:
        if token.word in s.lexicon.numbers["and"]:
            tags.append("")
        elif token.kind != "word" or token.said != "#":
            tags[-1] += " " + token.word if tags[-1] else token.word
    changes.slots["tags"] = [tag for tag in tags if tag]


def tags_end(s: "Sentence", start: int) -> int:
    """The end of the tags in "birthday on it"."""
    ends = [place for place in range(start + 1, s.end) if of_last_ends(s, place)]
    return ends[0] if ends else s.end


def of_last_ends(s: "Sentence", place: int) -> bool:
    return s.lexicon.phrases("amend", "of_last").match(s.tokens, place, s.end) == s.end - place


def name_payee(s: "Sentence", start: int, changes: Changes) -> None:
    """A known payee or merchant, else the words as a name."""
    merchants = find_merchants(s)
    start += 1 if s.listed("words", "articles", start) else 0
    stop = name_at(s, start, s.end)
    if merchants:
        changes.slots["payee"] = merchants[0].name
    elif stop > start:
        changes.slots["payee"] = s.name(start, stop)
        changes.left = s.end - stop


def read_slots(s: "Sentence", start: int, changes: Changes) -> None:
    """Claims what each word is, the surest first, as a whole sentence's reading does."""
    slots = changes.slots
    asides = find_asides(s)
    claim_type(s, start, slots)
    merchants = find_merchants(s)
    dates = [dated.day for dated in find_dates(s) if dated.day is not None]
    claim_times(s)
    read_accounts(s, slots)
    found = find_money(s)
    assign_roles(s, found)
    read_names(s, start, asides, merchants, slots)
    slots.update({"date": to_text(dates[0])} if dates else {})
    read_amount(s, start, [money for money in found if money.role == "amount"], changes)
    only_currency(s, start, slots)


def read_names(
    s: "Sentence", start: int, asides: Asides, merchants: list[Named], slots: "dict[str, Any]"
) -> None:
    """Payee, category, note and tags; "an expense for groceries" says no more than its category."""
    payee = find_payee(s, start, s.end, merchants) or receiver(s, start) or (merchants + [None])[0]
    category = asides.category or category_said(s, start)
    said = {"payee": payee.name if payee else None, "category": category, "note": asides.note}
    slots.update({slot: said[slot] for slot in said if said[slot]})
    slots.update({"tags": asides.tags} if asides.tags else {})
    if payee:
        s.claim(payee.start, payee.end, "payee")
    if category and slots.get("type") == "expense":
        del slots["type"]


def claim_type(s: "Sentence", start: int, slots: "dict[str, Any]") -> None:
    """For "that was a refund"."""
    types = s.lexicon.phrases("amend", "types")
    for place in range(start, s.end):
        length = s.match(types, place)
        if length and s.match(s.lexicon.keywords, place) <= length and "type" not in slots:
            slots["type"] = types.value(s.tokens, place, length)
            s.claim(place, place + length, "type")


def read_accounts(s: "Sentence", slots: "dict[str, Any]") -> None:
    """For "charge it to the visa" the one account; "a transfer to savings" names the one that receives."""
    mentions = find_accounts(s)
    moves = slots.get("type") == "transfer" or len(mentions) > 1
    for mention in mentions:
        slots["to_account" if moves and mention.side == "to" else "account"] = mention.account


def receiver(s: "Sentence", start: int) -> "Named | None":
    """For "it was to anna"."""
    if not s.listed("slots", "to", start) or not s.free(start):
        return None
    first = start + 2 if s.listed("words", "articles", start + 1) else start + 1
    stop = name_at(s, first, s.end)
    return Named(first, stop, s.name(first, stop), "to") if stop > first else None


def category_said(s: "Sentence", start: int) -> "str | None":
    keywords = find_keywords(s, start, s.end)
    for keyword in keywords:
        s.claim(keyword.start, keyword.end, "tag")
    best = heaviest(keywords)
    return best.category if best else None


def read_amount(s: "Sentence", start: int, found: "list[Money]", changes: Changes) -> None:
    changes.amounts = len(found)
    if not found:
        return
    money = found[0]
    price = price_of(s, money, typical_now(s, changes.slots.get("category")))
    doubts = price.doubts + said_in_doubt(s, Segment(start, s.end, money))
    changes.first = money.start - start
    changes.share = confidence(s, money, doubts) / PERCENT
    changes.others = [one for one in unique(price.others) if one != price.amount and one > 0]
    changes.slots["amount"] = price.amount
    changes.slots.update({"currency": money.currency} if money.currency else {})


def typical_now(s: "Sentence", category: "str | None") -> int:
    """What the entry cost before the change tells most about what it really cost."""
    last = s.context.history.last_amount
    if last:
        return max(int(last // 10 ** decimals_of(s, s.context.currency)), 1)
    return typical_of(s, category or s.context.history.last_category, "expense", [])


def only_currency(s: "Sentence", start: int, slots: "dict[str, Any]") -> None:
    """For "that was in euros"."""
    for place in range(start, s.end):
        length = s.match(s.lexicon.major, place)
        if length and "amount" not in slots and "currency" not in slots:
            slots["currency"] = currency_at(s, place, length)
            s.claim(place, place + length, "amount")


def left_over(s: "Sentence", place: int) -> bool:
    """A word that says something no slot holds."""
    return content(s, place) and not s.listed("words", "silent", place)

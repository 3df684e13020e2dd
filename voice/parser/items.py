"""From a stretch of words around an amount to one item of the reading."""

from voice.parser.categories import category_of, find_keywords, names_purchase
from voice.parser.civil import to_text
from voice.parser.kinds import kind_of, says, withdraws
from voice.parser.marked_names import marked_name
from voice.parser.payees import Named, find_payee, sureness
from voice.parser.prefixes import typed_prefix
from voice.parser.pricing import Price, confidence, price_of, typical_of
from voice.parser.roles import quantity_beside
from voice.parser.segments import content
from voice.parser.tokens import words_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from voice.parser.accounts import Mention
    from voice.parser.asides import Asides
    from voice.parser.dates import Dated
    from voice.parser.money import Money
    from voice.parser.segments import Segment
    from voice.parser.sentence import Sentence

PERCENT = 100
MOST_PIECES = 1000


class Found:
    """Everything claimed in a sentence before its items are made."""

    def __init__(
        self, asides: "Asides", merchants: list[Named], accounts: "list[Mention]", dates: "list[Dated]"
    ) -> None:
        self.asides = asides
        self.merchants = merchants
        self.accounts = accounts
        self.dates = dates
        self.money: list[Money] = []


def item_of(s: "Sentence", segment: "Segment", found: Found, alone: bool) -> "dict[str, Any]":
    """One item, its amount in minor units; the shape of parser.md's `item`."""
    item, typical = described(s, segment.start, segment.end, found, alone)
    item["currency"] = segment.money.currency or s.context.currency
    price = priced(s, segment, found, typical)
    price["confidence"].update(item["confidence"])
    item.update(price)
    return item


def without_amount(s: "Sentence", found: Found) -> "dict[str, Any]":
    """What is known before the amount is: an item of amount 0 with confidence 0."""
    item, _ = described(s, 0, s.end, found, True)
    item["confidence"]["amount"] = 0.0
    item.update({"currency": s.context.currency, "amount": 0, "other_amounts": []})
    return item


def described(s: "Sentence", start: int, end: int, found: Found, alone: bool) -> "tuple[dict[str, Any], int]":
    """All slots of tokens [start, end) but the money, and what such a thing usually costs in dollars."""
    payee = (
        find_payee(s, start, end, found.merchants)
        or marked_name(s, start, end)
        or typed_prefix(s, start, end)
    )
    accounts = [one for one in found.accounts if alone or start <= one.start < end] or found.accounts
    keywords = find_keywords(s, start, end)
    kind = kind_of(s, start, end, accounts, payee, names_purchase(keywords))
    name = payee.name if payee else None
    words = said_besides(s, start, end, payee)
    said = found.asides.category or category_of(s, keywords, name, words, kind == "income")
    category = None if kind == "transfer" else said
    item: dict[str, Any] = {"type": kind, "category": category, "payee": name}
    item["confidence"] = confidence_in(s, payee)
    item["date"] = date_of(start, end, found.dates)
    item.update({"tags": list(found.asides.tags), "recurring": found.asides.recurring})
    item["note"] = found.asides.note or note_of(words, category)
    item.update(ends_of_money(s, kind, accounts))
    return item, typical_of(s, category, kind, [s.phrase(word.start, word.end) for word in keywords])


def confidence_in(s: "Sentence", payee: "Named | None") -> "dict[str, float]":
    """The confidence of a payee that is not quite sure; of all else nothing is said."""
    share = sureness(s, payee) if payee else PERCENT
    return {"payee": share / PERCENT} if share < PERCENT else {}


def date_of(start: int, end: int, dates: "list[Dated]") -> "str | None":
    """The stretch's own date, else the one said for all."""
    said = [dated for dated in dates if dated.day is not None]
    inside = [dated for dated in said if start <= dated.start < end] or said
    day = inside[0].day if inside else None
    return None if day is None else to_text(day)


def ends_of_money(s: "Sentence", kind: str, accounts: "list[Mention]") -> "dict[str, Any]":
    """`account` (where money left, or came in) and `to_account` (a transfer's other end)."""
    to = [one.account for one in accounts if one.side == "to"]
    source = [one.account for one in accounts if one.side == "from"]
    source += [one.account for one in accounts if one.side not in ("from", "to")]
    if kind != "transfer":
        named = source + to
        return {"account": named[0] if named else None, "to_account": None}
    if not to:
        to, source = transfer_ends(s, accounts)
    return {"account": source[0] if source else None, "to_account": to[0] if to else None}


def transfer_ends(s: "Sentence", accounts: "list[Mention]") -> tuple[list[str], list[str]]:
    """(receiving, giving) accounts where no "to" tells: cash after a withdrawal, the card that was paid
    off.
    """
    source = [one.account for one in accounts if one.side == "from"]
    rest = [one.account for one in accounts if one.side == "in"]
    rest += [one.account for one in accounts if one.side == ""]
    if withdraws(s, 0, s.end):
        cash = [
            account
            for account in s.context.accounts
            if any([word in words_of(account) for word in s.lexicon.cash])
        ]
        giving = [account for account in source + rest if account not in cash]
        return cash[:1], giving
    return (rest[:1], source + rest[1:]) if rest else (source[1:2], source[:1])


def priced(s: "Sentence", segment: "Segment", found: Found, typical: int) -> "dict[str, Any]":
    """`amount`, `confidence` and `other_amounts` of the segment's money."""
    money = segment.money
    price = price_of(s, money, typical)
    price.doubts += segment.doubts + said_in_doubt(s, segment)
    price.others += [price_of(s, rival, typical).amount for rival in segment.rivals]
    multiply(s, money, found, price)
    others = [amount for amount in unique(price.others) if amount != price.amount and amount > 0]
    share = confidence(s, money, price.doubts)
    return {"amount": price.amount, "confidence": {"amount": share / PERCENT}, "other_amounts": others}


def multiply(s: "Sentence", money: "Money", found: Found, price: Price) -> None:
    """For "two tickets at fifteen dollars each": the total, with the price of one beside it."""
    if not money.each:
        return
    count = quantity_beside(found.money)
    if 1 < count <= MOST_PIECES:
        price.others.insert(0, price.amount)
        price.amount *= count
    price.doubts.append("each")


def said_in_doubt(s: "Sentence", segment: "Segment") -> list[str]:
    """For "about thirty", "fifty odd", "i may have spent": the speaker is not sure."""
    doubts = ["approximate"] if approximate(s, segment.money) else []
    doubts += ["in doubt"] if says(s, "in_doubt", segment.start, segment.end) else []
    return doubts + (["debt"] if says(s, "debt", segment.start, segment.end) else [])


def approximate(s: "Sentence", money: "Money") -> bool:
    """Whether "about" stands right before the amount, or "or so" in or right after it."""
    before, after = s.lexicon.approximate, s.lexicon.approximate_after
    for place in range(max(money.start - 4, 0), money.start):
        length = before.match(s.tokens, place, money.start)
        if length and money.start - place - length <= 1:
            return True
    return any([after.match(s.tokens, place, s.end) > 0 for place in range(money.start, money.end + 1)])


def unique(amounts: list[int]) -> list[int]:
    kept: list[int] = []
    for amount in amounts:
        if amount not in kept:
            kept.append(amount)
    return kept


def said_besides(s: "Sentence", start: int, end: int, payee: "Named | None") -> list[str]:
    """The words that fill no slot but say what it was: "oil", "change"."""
    words = []
    for place in range(start, end):
        named = payee is not None and payee.start <= place < payee.end
        if content(s, place) and not named and not s.listed("words", "silent", place):
            words.append(s.tokens[place].said)
    return words


def note_of(words: list[str], category: "str | None") -> "str | None":
    note = " ".join(words)
    return note if note and note != category else None

"""The parser's two doors, `read` and `read_json`, and the order in which a sentence is taken apart."""

import json

from voice.parser.accounts import find_accounts
from voice.parser.amends import amend_of
from voice.parser.asides import find_asides
from voice.parser.budgets import set_of
from voice.parser.context import Context
from voice.parser.corrections import corrected
from voice.parser.dates import find_dates
from voice.parser.gate import reason_to_refuse
from voice.parser.hypotheses import weighed
from voice.parser.items import Found, item_of, without_amount
from voice.parser.jsontext import to_json
from voice.parser.lexicon import lexicon_for
from voice.parser.money import find_money
from voice.parser.own_names import hear_names
from voice.parser.payees import find_merchants
from voice.parser.queries import query_of
from voice.parser.roles import assign_roles, claim_times
from voice.parser.segments import segments_of
from voice.parser.sentence import Sentence
from voice.parser.signals import doubt_bare, means_money, only_amount
from voice.parser.sums import settle_sums
from voice.parser.tokens import tokenise
from voice.parser.words import without_noise
from voice.parser.writing import as_written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

MOST_HYPOTHESES = 3


def read_json(text: str) -> str:
    """`read` from JSON text to JSON text with sorted keys: the browser's door, whose integers stay whole.

    >>> read_json('{"text": "huh", "context": {}}')
    '{"action": "refuse", "ask": null, "items": [], "reason": "empty"}'
    """
    given = json.loads(text)
    return to_json(read(given["text"], given["context"]))


def read(text: str, context: "dict[str, Any]") -> "dict[str, Any]":
    """The reading of words as spoken or typed.

    `context` holds locale, currency (ISO 4217), today (YYYY-MM-DD) and accounts (names); payees,
    categories, history,
    words and hypotheses may be absent. Amounts are integers of minor units; a confidence below 0.8 means:
    show `other_amounts` too. Never raises for any text or context.
    """
    given = Context(context)
    first = read_text(text, given)
    for hypothesis in given.hypotheses[:MOST_HYPOTHESES]:
        first = weighed(first, read_text(hypothesis, given))
    return first


def read_text(text: str, given: Context) -> "dict[str, Any]":
    lexicon = lexicon_for(given.locale)
    tokens = without_noise(as_written(tokenise(text), lexicon, given.country), lexicon)
    s = Sentence(tokens, lexicon, given)
    hear_names(s)
    return command("amend", amend_of(s), s) or read_sentence(corrected(s))


def read_sentence(s: Sentence) -> "dict[str, Any]":
    wish = command("set", set_of(s), s) or command("query", query_of(s), s)
    return wish or read_record(s)


def command(action: str, said: "dict[str, Any] | None", s: Sentence) -> "dict[str, Any] | None":
    """The reading of a sentence that records nothing new; one that is no such command is left unclaimed."""
    if said is None:
        s.release()
        return None
    wish = reading(action)
    wish[action] = said
    return wish


def read_record(s: Sentence) -> "dict[str, Any]":
    reason = reason_to_refuse(s)
    if reason:
        return reading("refuse", reason=reason)
    found = find_all(s)
    amounts = [money for money in found.money if money.role == "amount"]
    if not amounts:
        return (
            reading("ask", ask="amount", items=[without_amount(s, found)])
            if means_money(s, found)
            else reading("refuse", reason="empty")
        )
    segments = segments_of(s, found.money)
    items = [item_of(s, segment, found, len(segments) == 1) for segment in segments]
    if only_amount(s, found, items):
        doubt_bare(items if all([money.currency == "" for money in amounts]) else [])
        return reading("ask", ask="category", items=items)
    return reading("draft", items=items)


def find_all(s: Sentence) -> Found:
    """Claims what each token is, the surest first."""
    asides = find_asides(s)
    merchants = find_merchants(s)
    dates = find_dates(s)
    claim_times(s)
    found = Found(asides, merchants, find_accounts(s), dates)
    found.money = find_money(s)
    assign_roles(s, found.money)
    settle_sums(s, found.money)
    return found


def reading(
    action: str,
    ask: "str | None" = None,
    reason: "str | None" = None,
    items: "list[dict[str, object]] | None" = None,
) -> "dict[str, Any]":
    return {"action": action, "ask": ask, "reason": reason, "items": items or []}

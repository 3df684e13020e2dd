"""Only words that are known, and of them none that state a figure, a name or an order by themselves."""

import re
from collections.abc import Iterator

from insights.verifier.fault import Fault
from insights.verifier.story import Story
from insights.verifier.token import Token

FORBIDDEN = {
    "number": "number",
    "ordinal": "number",
    "fraction": "number",
    "approximate": "number",
    "currency": "currency",
    "topic": "label",
    "instruction": "instruction",
    "advice": "advice",
    "always_false": "superlative",
    "average": "baseline",
    "weekdays": "period",
    "seasons": "period",
    "this_year": "period",
    "yesterday": "period",
    "tomorrow": "period",
    "period_noun": "period",
    "rate": "period",
}
"""Classes of words that may not stand in a text, and the fault they are."""

ROMAN = re.compile(r"M{0,4}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
FIRST_DAYS = ("the", "these", "those")


def vocabulary(story: Story) -> Iterator[Fault]:
    tokens = story.tokens
    for place, token in enumerate(tokens):
        if token.fact is None and token.ends is None and not excused(tokens, place):
            yield from faults_of(token)


def excused(tokens: list[Token], place: int) -> bool:
    """ "the first {{f:days}}" is no ordinal of the writer's: the fact says how many."""
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    counted = after is not None and after.fact is not None and after.fact.kind == "days"
    return tokens[place].text.lower() == "first" and counted


def faults_of(token: Token) -> Iterator[Fault]:
    word = token.text
    if is_roman(token):
        yield Fault("number", word)
    elif is_month(token):
        yield Fault("period", word)
    elif not token.classes:
        yield Fault("word", word)
    else:
        codes = dict.fromkeys(FORBIDDEN[name] for name in sorted(token.classes) if name in FORBIDDEN)
        yield from (Fault(code, word) for code in codes)


def is_roman(token: Token) -> bool:
    word = token.text
    if word.isupper() and word != "A" and ROMAN.fullmatch(word):
        return True
    return not token.classes and len(word) > 1 and bool(ROMAN.fullmatch(word.upper()))


def is_month(token: Token) -> bool:
    """A month's name; "may" is one where it is written like one within a sentence."""
    return token.has("month_names") and (not token.has("forecast") or token.text == "May")

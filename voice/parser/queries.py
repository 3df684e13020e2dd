"""Questions about the ledger: what is asked for ("spent", "balance"), of which rows, in which days."""

from voice.parser.categories import find_keywords
from voice.parser.civil import to_text
from voice.parser.filters import ASKED, filter_of
from voice.parser.gate import begins
from voice.parser.money import find_money
from voice.parser.payees import find_merchants
from voice.parser.periods import find_periods
from voice.parser.sentence import Sentence
from voice.parser.spans import ALWAYS, Period, span_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

ALWAYS_ANSWERED = ("left", "balance", "last", "largest")
WITHOUT_PERIOD = ("balance", "last")
LONGEST = ((1, "day"), (7, "week"), (31, "month"), (92, "quarter"))


def query_of(s: Sentence) -> "dict[str, Any] | None":
    """`measure`, `filter`, `period` and perhaps `compare` of a question about money; None for any other
    sentence.
    """
    how = way_of_asking(s)
    measure = measure_of(s) if how else ""
    if not measure and how not in ("shows", "?"):
        return None
    if cannot_be_answered(s, measure):
        return None
    periods = find_periods(s)
    found = filter_of(s, measure)
    measure = settled(s, measure, found, bool(periods))
    if not measure:
        return None
    query: dict[str, Any] = {"measure": measure, "filter": found}
    query.update(periods_of(s, measure, periods))
    return query


def way_of_asking(s: "Sentence") -> str:
    """How a sentence asks: "shows" ("list my"), "asks" ("how much did"), "states" ("total spending"), "?" or
    not at all, "".
    """
    shown = s.lexicon.phrases("query", "shows").match(s.tokens, 0, s.end)
    recorded = s.lexicon.phrases("words", "record").match(s.tokens, 0, s.end)
    if recorded > shown or (recorded and recorded == shown):
        return ""
    if shown:
        return "shows"
    if begins(s, "question_start") and not begins(s, "statement_start"):
        return "asks"
    if s.has(s.lexicon.phrases("gate", "question_any")) or compared_at_once(s):
        return "asks"
    states = s.lexicon.phrases("query", "statements").match(s.tokens, 0, s.end)
    states = states or s.listed("query", "ends", s.end - 1) or names_measure(s)
    if states and not [money for money in find_money(s) if money.currency]:
        return "states"
    return "?" if s.word(s.end - 1) == "?" else ""


def compared_at_once(s: "Sentence") -> bool:
    """For "compare dining with march", "was dining cheaper than last month", "groceries this month"."""
    helped = s.listed("query", "helpers", 0) and s.has(s.lexicon.phrases("query", "than"))
    return helped or s.has(s.lexicon.phrases("query", "compares")) or is_topic(s)


def is_topic(s: "Sentence") -> bool:
    """For "groceries this month", "my uber spending last year": things and a span of days, and nothing
    else.
    """
    if not s.has(s.lexicon.phrases("periods", "named")):
        return False
    apart = Sentence(s.tokens, s.lexicon, s.context)
    spans = [span for span in find_periods(apart) if span.last > span.first]
    words = find_merchants(apart) or find_keywords(apart, 0, s.end)
    for word in words:
        apart.claim(word.start, word.end, ASKED)
    rest = [place for place in range(s.end) if apart.free(place) and not about_topics(s, place)]
    apart.release()
    running = [span for span in spans if s.word(span.start) not in s.lexicon.dates["the"]]
    return bool(running and words and not rest)


def about_topics(s: "Sentence", place: int) -> bool:
    """Whether the word only says that a topic is meant, or compares two."""
    than = s.lexicon.phrases("query", "than").match(s.tokens, place, s.end)
    return than > 0 or s.listed("query", "topics", place) or s.listed("periods", "last", place)


def names_measure(s: "Sentence") -> bool:
    """For "last purchase at amazon", "most i ever spent on dinner": no amount, and what is wanted first."""
    first = [s.lexicon.phrases("query", name).match(s.tokens, 0, s.end) for name in ("when", "largest")]
    return max(first) > 0 and not find_money(s)


def measure_of(s: "Sentence") -> str:
    """What is asked for; the rarer words weigh more: "biggest", then "left", then "spent"."""
    shown = s.lexicon.phrases("query", "shows").match(s.tokens, 0, s.end)
    for name in ("when", "largest", "average", "count", "left", "balance", "received", "spent"):
        if s.find(s.lexicon.phrases("query", name), shown, s.end) >= 0:
            counts_money = name == "count" and counts_currency(s)
            return "spent" if counts_money else {"when": "last"}.get(name, name)
    return "spent" if s.has(s.lexicon.phrases("query", "was")) or compares(s) or is_topic(s) else ""


def counts_currency(s: "Sentence") -> bool:
    """For "how many rupees": an amount, no count of rows."""
    table = s.lexicon.phrases("query", "count")
    for place in range(s.end):
        length = table.match(s.tokens, place, s.end)
        if length and s.lexicon.major.match(s.tokens, place + length, s.end):
            return True
    return False


def compares(s: "Sentence") -> bool:
    return s.has(s.lexicon.phrases("query", "compares")) or s.has(s.lexicon.phrases("query", "than"))


def cannot_be_answered(s: "Sentence", measure: str) -> bool:
    """Plans, conditions, prices in general and what did not happen are not in the ledger."""
    return measure not in ALWAYS_ANSWERED and s.has(s.lexicon.phrases("query", "cannot"))


def settled(s: "Sentence", measure: str, found: "dict[str, str]", dated: bool) -> str:
    """The measure once it is known which rows are meant; empty when the question is not about the ledger."""
    if measure in ("left", "balance") and "account" in found and "category" not in found:
        return "balance"
    if measure == "balance" and found:
        return ("spent" if dated else "left") if "category" in found else ""
    if measure == "count" and not found and not s.has(s.lexicon.phrases("query", "things")):
        return ""
    if measure == "spent" and s.has(s.lexicon.phrases("query", "was")) and not spends(s):
        return "spent" if found else ""
    return measure or ("spent" if found else "")


def spends(s: "Sentence") -> bool:
    return s.has(s.lexicon.phrases("query", "spent"))


def periods_of(s: "Sentence", measure: str, periods: list[Period]) -> "dict[str, Any]":
    """`period` and, where two are compared, `compare`, each as two ISO days; None for all time."""
    others = compared(s, periods) or before(s, periods)
    asked = [period for period in periods if period not in others]
    if not asked and others:
        return {"period": days(*like(s, others[0])), "compare": days(others[0].first, others[0].last)}
    if not asked:
        return {"period": None if measure in WITHOUT_PERIOD else days(*default_of(s))}
    answer: dict[str, Any] = {"period": days(asked[0].first, asked[0].last)}
    if others:
        answer["compare"] = days(others[0].first, others[0].last)
    return answer


def default_of(s: "Sentence") -> tuple[int, int]:
    first, last = span_of(s.context.today, "month", 0)
    return first, s.context.today if s.has(s.lexicon.phrases("periods", "to_date")) else last


def days(first: int, last: int) -> "list[str] | None":
    return None if first == ALWAYS else [to_text(first), to_text(last)]


def compared(s: "Sentence", periods: list[Period]) -> list[Period]:
    """The period after "than" or "versus"; the second of two that are compared."""
    than = s.find(s.lexicon.phrases("query", "than"), 0, s.end)
    if than >= 0:
        return [period for period in periods if period.start > than][:1]
    return periods[1:2] if s.has(s.lexicon.phrases("query", "compares")) else []


def before(s: "Sentence", periods: list[Period]) -> list[Period]:
    """For "more this month than last": the one before."""
    than = s.lexicon.phrases("query", "than")
    for place in range(s.end - 1):
        length = than.match(s.tokens, place, s.end)
        if length and periods and s.listed("periods", "last", place + length):
            first, last = span_of(periods[0].first, unit_of(periods[0]), -1)
            return [Period(place, place + length, first, last)]
    return []


def unit_of(period: Period) -> str:
    """The unit as long as a period."""
    units = [unit for most, unit in LONGEST if period.last - period.first < most]
    return units[0] if units else "year"


def like(s: "Sentence", other: Period) -> tuple[int, int]:
    """Today's day, week, month, quarter or year, whichever is as long as the one it is compared with."""
    return span_of(s.context.today, unit_of(other), 0)

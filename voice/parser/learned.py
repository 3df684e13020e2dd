"""What the household taught: where a payee's money went, and where that of words went that name nothing else.

A conclusion is drawn where one category has 60 % of the weight and twice that of the runner-up.
"""

from voice.parser.letters import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from voice.parser.sentence import Sentence

SURE = 0.6
TWICE = 2
UNSEEN = 0.01


def learned_for_payee(s: "Sentence", payee: "str | None") -> "str | None":
    return clear_winner(s.context.history.payee_category.get(fold(payee or ""), {}))


def learned_for_words(s: "Sentence", words: list[str]) -> "str | None":
    """Naive Bayes over those words of a note that were seen before."""
    taught = s.context.history.word_category
    known = [taught[fold(word)] for word in words if fold(word) in taught]
    totals = s.context.history.word_totals
    scores: dict[str, float] = {}
    for counts in known:
        for category in counts:
            scores[category] = score(category, known, totals, len(taught))
    return clear_winner(scores)


def score(
    category: str, known: "list[dict[str, float]]", totals: "dict[str, float]", vocabulary: int
) -> float:
    """The weight of the category, times the share that each word has in it."""
    total = totals[category]
    product = total
    for counts in known:
        product = product * (counts.get(category, 0) + UNSEEN) / (total + UNSEEN * vocabulary)
    return product


def clear_winner(weights: "dict[str, float]") -> "str | None":
    ranked = sorted([(-weights[key], key) for key in weights])
    total = sum([-weight for weight, _ in ranked])
    if not ranked or -ranked[0][0] < SURE * total:
        return None
    second = -ranked[1][0] if len(ranked) > 1 else 0
    return ranked[0][1] if -ranked[0][0] >= TWICE * second else None

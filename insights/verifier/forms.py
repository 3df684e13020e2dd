"""A level is not a difference, and days in a row are not just any days."""

from collections.abc import Iterator

from insights.facts import Fact
from insights.verifier.fault import Fault
from insights.verifier.story import CHANGES, Clause, Story, text_of
from insights.verifier.token import Token

MOVES = ("up", "down", "flat", "change")
ZONE_WORDS = ("above", "below", "over", "under", "than", "ahead of")
IS = ("is", "was", "are", "were", "has", "stands", "comes", "came")
SUMS = ("total", "sum", "tally", "amount", "figure", "level", "balance")
STREAK = ("row", "consecutive", "straight", "streak", "streaks", "gone", "running")


def levels_and_changes(story: Story) -> Iterator[Fault]:
    """Fault kind: a difference told as a sum, or a sum as a difference."""
    for number, place, clause in story.clauses():
        sentence = story.sentences[number]
        for token in clause.of_kind(*CHANGES):
            if not moves(token, sentence, place) or totals(clause, token):
                yield Fault("kind", f"{token.text} in “{text_of(clause)}”")
        for token in clause.of_kind("amount"):
            if stands_as_change(token, clause) or measured_off(token, sentence, place):
                yield Fault("kind", f"{token.text} in “{text_of(clause)}”")


def moves(token: Token, sentence: tuple[Clause, ...], place: int) -> bool:
    """Whether a word for a difference goes with a change: in its clause, or the comparison after it."""
    clause = sentence[place]
    if clause.zone:
        at = clause.tokens.index(token)
        beside = clause.tokens[max(1, at - 2) : at] + clause.tokens[at + 1 : at + 2]
        by = at > 0 and clause.tokens[at - 1].text.lower() == "by" and place > 0
        return any(one.has(*MOVES) for one in beside) or (by and bool(sentence[place - 1].words(*MOVES)))
    behind = any(one.words(*MOVES) for one in (*before_by(sentence, place), clause))
    return behind or any(zone_opens(one) for one in sentence[place + 1 : place + 2])


def measured_off(token: Token, sentence: tuple[Clause, ...], place: int) -> bool:
    """ "{{f:level}} above the usual": only a difference stands right before such a word."""
    after = sentence[place + 1 : place + 2]
    opens = after and zone_opens(after[0]) and after[0].tokens[0].text.lower() != "than"
    return bool(opens) and after[0].tokens[0].at == token.at + 1


def before_by(sentence: tuple[Clause, ...], place: int) -> tuple[Clause, ...]:
    """The clause that "by …" after a comma belongs to: "fell most, by …"."""
    return sentence[place - 1 : place] if place and sentence[place].tokens[0].text.lower() == "by" else ()


def zone_opens(clause: Clause) -> bool:
    first = clause.tokens[0]
    return clause.zone and (first.text.lower() in ZONE_WORDS or first.has("up", "down"))


def totals(clause: Clause, token: Token) -> bool:
    """ "rose to {{f:change}}", "a total of {{f:change}}", "{{f:change}} is up": the place of a level."""
    place = clause.tokens.index(token)
    before = [one.text.lower() for one in clause.tokens[max(0, place - 2) : place]]
    after = clause.tokens[place + 1 : place + 3]
    moved = len(after) == 2 and after[0].text.lower() in IS and after[1].has("up", "down")
    total = before[1:] == ["of"] and before[0] in SUMS
    return moved or total or before[-1:] in (["to"], ["at"], ["between"], ["from"])


def stands_as_change(token: Token, clause: Clause) -> bool:
    """ "rose by {{f:level}}", "up {{f:level}}", "{{f:level}} more"."""
    tokens = clause.tokens
    place = tokens.index(token)
    before, after = tokens[max(0, place - 2) : place], tokens[place + 1 : place + 2]
    if negative_saving(token.fact):
        return False
    if before and before[-1].text.lower() == "by":
        return True
    behind = [one for one in before if one.text.lower() not in ("a", "an", "the", "of", "by", "another")]
    moved = bool(behind) and behind[-1] in before[-1 - (len(before) > 1 and not before[-1].has(*MOVES)) :]
    if moved and behind[-1].has("up", "down") and not behind[-1].has("zone") and not is_zone_word(behind[-1]):
        return True
    return (
        bool(after) and after[0].has("up", "down") and not after[0].has("zone") and not is_zone_word(after[0])
    )


def negative_saving(fact: Fact | None) -> bool:
    return fact is not None and fact.measure == "saving" and fact.sign < 0


def is_zone_word(token: Token) -> bool:
    return token.text.lower() in ZONE_WORDS


def streaks(story: Story) -> Iterator[Fault]:
    """Fault kind: days in a row are not any days of the month, nor the other way round."""
    for _, _, clause in story.clauses():
        said = bool(clause.words("streak")) or any(one.text.lower() in STREAK for one in clause.tokens)
        for token in clause.of_kind("days"):
            if token.fact and token.fact.measure == "no_spend" and said != (token.fact.entity == "streak"):
                yield Fault("kind", f"{token.text} in “{text_of(clause)}”")

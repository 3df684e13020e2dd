"""What is said to have risen has risen."""

from collections.abc import Iterator

from insights.facts import Fact
from insights.verifier.anchors import Days, matches, month_days, named_days
from insights.verifier.baselines import right_baseline
from insights.verifier.context import CLAIMS, baseline_clauses, claims_of, subject_for
from insights.verifier.fault import Fault
from insights.verifier.labels import named_before
from insights.verifier.story import CHANGES, LEVELS, Clause, Story, nearest, text_of
from insights.verifier.token import Token

SIGNS = {"up": 1, "down": -1, "flat": 0}


def directions(story: Story) -> Iterator[Fault]:
    """Fault direction: a word for up, down or the same that no figure bears out."""
    for number, place, clause in story.clauses():
        for token in clause.tokens:
            said = sign_said(token, clause)
            if said is not None and sign_found(token, story, number, place) != said:
                yield Fault("direction", f"{token.text} in “{text_of(clause)}”")


def sign_said(token: Token, clause: Clause) -> int | None:
    """1 up, -1 down, 0 the same, None for none of these, as in "most expensive"."""
    before = [one for one in clause.tokens if one.at == token.at - 1]
    if before and before[0].text.lower() in ("most", "least"):
        return None
    for name, sign in SIGNS.items():
        if token.has(name):
            return sign
    spans = len(clause.tokens) > 1 and clause.tokens[1].has("same_days", "same_time")
    if clause.zone and token == clause.tokens[0] and token.text.lower() in ("over", "under") and not spans:
        return {"over": 1, "under": -1}[token.text.lower()]
    return None


def sign_found(token: Token, story: Story, number: int, place: int) -> int | None:
    """The sign of what the word is about: a change beside it, two levels, a name, an earlier change."""
    sentence = story.sentences[number]
    clause = sentence[place]
    if clause.zone and token == clause.tokens[0] and place:
        found = nearest(token, sentence[place - 1].of_kind(*CHANGES))
        if found and found.fact:
            return found.fact.sign
    own = nearest(token, clause.of_kind(*CHANGES))
    if own and own.fact:
        return own.fact.sign
    return first(
        following(story, number, place),
        compared_levels(story, number, place),
        label_sign(clause),
        *inherited(story, number, place),
    )


def inherited(story: Story, number: int, place: int) -> tuple[int | None, ...]:
    """From a change told before; or, where the sentence names what it compares with, from the known one."""
    balance = balance_moves(story, number, place)
    if balance is not None:
        return (balance,)
    compares = any(
        clause.words("typical", "year_ago", "last_month") or (clause.zone and clause.of_kind("month"))
        for clause in story.sentences[number]
    )
    if compares:
        return (looked_up(story, number, place),)
    return preceding(story, number, place), looked_up(story, number, place)


def balance_moves(story: Story, number: int, place: int) -> int | None:
    """Whether an expected balance is over or under today's: "your balance will dip to …"."""
    levels = [fact for fact in levels_of(story.sentences[number][place]) if fact.measure == "balance"]
    today = [one for one in story.facts.values() if one.measure == "balance" and one.basis == "recorded"]
    if len(levels) == 1 and len(today) == 1 and levels[0].basis == "expected":
        return signum(signed(levels[0]) - signed(today[0]))
    return None


def first(*signs: int | None) -> int | None:
    return next((sign for sign in signs if sign is not None), None)


def following(story: Story, number: int, place: int) -> int | None:
    """The change in a later clause, up to one that has a direction or a name of its own."""
    sentence = story.sentences[number]
    for clause in sentence[place + 1 :]:
        if not clause.zone and (clause.words(*SIGNS) or (clause.labels and sentence[place].labels)):
            return None
        changes = [fact for fact in clause.facts if fact.kind in CHANGES]
        if changes:
            return changes[0].sign if same_thing(changes[0], sentence[place]) else None
    return None


def same_thing(fact: Fact, clause: Clause) -> bool:
    return not clause.labels or any(label.entity == fact.entity for label in clause.labels)


def compared_levels(story: Story, number: int, place: int) -> int | None:
    """From the levels themselves: "from A to B", "B, more than A", "B against A"."""
    sentence = story.sentences[number]
    zones = [n for n, clause in enumerate(sentence) if clause.zone and n >= place and levels_of(clause)]
    if not zones:
        return None
    base = levels_of(sentence[zones[0]])[0]
    after = levels_of(sentence[zones[0] + 1]) if returns(sentence, zones[0]) else []
    before = [fact for clause in sentence[: zones[0]] if not clause.zone for fact in levels_of(clause)]
    others = [fact for fact in after or before[-1:] if comparable(fact, base)]
    return signum(signed(others[0]) - signed(base)) if others else None


def returns(sentence: tuple[Clause, ...], zone: int) -> bool:
    return zone + 1 < len(sentence) and sentence[zone + 1].tokens[0].text.lower() == "to"


def levels_of(clause: Clause) -> list[Fact]:
    return [fact for fact in clause.facts if fact.kind in LEVELS]


def comparable(one: Fact, two: Fact) -> bool:
    alike = (one.kind, one.currency, one.basis) == (two.kind, two.currency, two.basis)
    return (one.entity, one.kind, one.currency) == (two.entity, two.kind, two.currency) or (
        alike and one.period == two.period and "total" not in (one.subject, two.subject)
    )


def signed(fact: Fact) -> int:
    return int(fact.value) * (fact.sign or 1)


def signum(number: int) -> int:
    return (number > 0) - (number < 0)


def label_sign(clause: Clause) -> int | None:
    return next((label.sign for label in clause.labels if label.sign), None)


def preceding(story: Story, number: int, place: int) -> int | None:
    """The last change before: in the sentence, then in earlier ones, of the thing this clause is about."""
    sentence = story.sentences[number]
    earlier = [clause for one in story.sentences[:number] for clause in one]
    pronoun = named_before(story, number) if not sentence[place].labels else None
    for clause in reversed(earlier + list(sentence[:place])):
        for fact in reversed([one for one in clause.facts if one.kind in CHANGES]):
            if about(fact, sentence[place], pronoun):
                return fact.sign
    return None


def about(fact: Fact, clause: Clause, pronoun: Fact | None) -> bool:
    if clause.labels:
        return same_thing(fact, clause)
    return fact.entity == pronoun.entity if pronoun and fact.subject != "total" else fact.subject == "total"


def looked_up(story: Story, number: int, place: int) -> int | None:
    """From a change that is known but not shown: "you spent more in November than in October"."""
    sentence = story.sentences[number]
    clause = sentence[place]
    labels = clause.labels or [label for one in sentence[:place] for label in one.labels][-1:]
    levels = [fact for one in sentence for fact in levels_of(one)]
    entity = labels[-1].entity if labels else levels[0].entity if levels else "spending"
    known = [one for one in story.facts.values() if one.kind == "change" and one.entity == entity]
    signs = {fact.sign for fact in known if is_claimed(fact, story, number, place)}
    return signs.pop() if len(signs) == 1 else None


def is_claimed(fact: Fact, story: Story, number: int, place: int) -> bool:
    """Whether the sentence names the baseline of a change, and names its days as the change has them."""
    ahead = any(one.words("forecast") and not one.words("typical") for one in story.sentences[number])
    if fact.baseline == "price_before":
        return price_named(fact, story.sentences[number][place])
    if fact.baseline is None or (fact.basis == "expected") != ahead:
        return False
    if not matches(fact, subject_days(story, number, place)):
        return False
    named = any(
        CLAIMS[fact.baseline or ""] in claims_of(clause, fact, story)
        for clause in baseline_clauses(story, number, place)
    )
    return named and right_baseline(fact, story, number, place)


def subject_days(story: Story, number: int, place: int) -> Days:
    anchors = subject_for(story, number, place)
    return named_days(anchors[0], story) if anchors else month_days(story)


def price_named(fact: Fact, clause: Clause) -> bool:
    """Whether a clause speaks of the price of what a price change belongs to."""
    spoken = clause.words("price", "pricing", "typical", "same_days", "year_ago", "last_month")
    return (
        same_thing(fact, clause)
        and bool(clause.labels)
        and all(one.has("price", "pricing") for one in spoken)
    )

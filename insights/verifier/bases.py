"""What is expected, usual or due is not told as if it had happened, nor the other way round."""

from collections.abc import Iterable, Iterator

from insights.facts import Fact
from insights.verifier.fault import Fault
from insights.verifier.rates import is_yearly
from insights.verifier.story import CHANGES, LEVELS, Clause, Sentence, Story, nearest, text_of
from insights.verifier.token import Token


def bases(story: Story) -> Iterator[Fault]:
    """Fault basis: what is expected, usual or due told as if it had happened, or the other way round."""
    for number, place, clause in story.clauses():
        for token in clause.of_kind(*LEVELS, *CHANGES):
            assert token.fact
            if not based(token, story, number, place):
                yield Fault("basis", f"{token.text} in “{text_of(clause)}”")


def based(token: Token, story: Story, number: int, place: int) -> bool:
    fact, clause, sentence = token.fact, story.sentences[number][place], story.sentences[number]
    assert fact
    if fact.basis == "typical":
        return closest(token, clause, "typical", "typical") or led_by_usual(sentence, place)
    if fact.basis == "due" or is_yearly(fact):
        return fact.measure == "price" or falls_due(fact, story, number, place)
    if fact.kind in CHANGES:
        return like_its_level(token, story, number, place) and (
            fact.basis == "expected" or not clause.words("forecast")
        )
    if fact.basis in ("expected", "low", "high"):
        return foreseen(sentence, place) and placed(token, sentence)
    if fact.measure == "price" and clause.words("forecast"):
        return any(one.kind == "day" and one.basis == "due" for part in sentence for one in part.facts)
    usual = led_by_usual(sentence, place) and not clause.of_kind(*CHANGES)
    return not (usual or misplaced(token, clause) or beside_due_day(fact, sentence))


def led_by_usual(sentence: Sentence, place: int) -> bool:
    """ "Normally, …"."""
    return (
        place == 1
        and not sentence[0].zone
        and len(sentence[0].tokens) < 3
        and bool(sentence[0].words("typical"))
    )


def beside_due_day(fact: Fact, sentence: tuple[Clause, ...]) -> bool:
    """What was paid before told with the day on which the next payment falls due."""
    days = [one for clause in sentence for one in clause.facts if one.kind == "day" and one.basis == "due"]
    return fact.measure == "spending" and any(day.entity == fact.entity for day in days)


def foreseen(sentence: Sentence, place: int) -> bool:
    """A word for what is to come in the clause; or around it, where the clause has no verb of its own."""
    clause = sentence[place]
    if clause.words("forecast"):
        return not tells_usual(sentence, place)
    own = clause.words("running", "typical", "spending", "income", "balance", "saving")
    others = [number for number, one in enumerate(sentence) if one.words("forecast")]
    return not own and any(not tells_usual(sentence, number) for number in others)


def tells_usual(sentence: Sentence, place: int) -> bool:
    """ "You would usually have spent …" is no forecast; "{{f:change}} more than usual" may be one."""
    clause = sentence[place]
    usual = clause.words("typical") or led_by_usual(sentence, place)
    return bool(usual) and not clause.of_kind(*CHANGES)


def like_its_level(token: Token, story: Story, number: int, place: int) -> bool:
    """A change tells of the level before it: expected of the expected, recorded of the recorded."""
    assert token.fact
    sentence = story.sentences[number]
    heard = [clause for clause in sentence[: place + 1] if not clause.zone]
    before = levels_in(heard, token.at)
    head = [one.text.lower() for one in sentence[0].tokens[:3]]
    if not before and number and {"that", "this", "it", "which"}.intersection(head):
        before = levels_in(story.sentences[number - 1], token.at)
    level = before[-1] if before else None
    if level is None:
        return token.fact.basis != "expected" or any(clause.words("forecast") for clause in sentence)
    return (level.basis in ("expected", "low", "high")) == (token.fact.basis == "expected")


def levels_in(clauses: Iterable[Clause], before: int) -> list[Fact]:
    """The sums told up to a place in the text, the usual ones left out."""
    tokens = [one for clause in clauses for one in clause.of_kind("amount") if one.at < before]
    return [one.fact for one in tokens if one.fact and one.fact.basis != "typical"]


def closest(token: Token, clause: Clause, word: str, basis: str) -> bool:
    """Whether a word of that class stands in the clause and no other figure is nearer to it."""
    words = clause.words(word)
    figures = clause.of_kind(*LEVELS)
    return any(nearest(one, figures) in (token, None) or only_such(figures, basis) for one in words) or (
        basis == "" and bool(words)
    )


def only_such(figures: list[Token], basis: str) -> bool:
    return all(one.fact and one.fact.basis == basis for one in figures)


def misplaced(token: Token, clause: Clause) -> bool:
    """A recorded level in words for what is usual, expected or due, where no such figure takes them up."""
    facts = [one.fact for one in clause.of_kind(*LEVELS, *CHANGES) if one.fact]
    for word, bases in (
        ("typical", ("typical",)),
        ("forecast", ("expected", "low", "high", "due")),
        ("due", ("due",)),
    ):
        words = [one for one in clause.words(word) if word != "due" or not one.has("forecast")]
        taken = any(fact.basis in bases or (word == "typical" and fact.kind in CHANGES) for fact in facts)
        days = any(one.fact and one.fact.basis == "due" for one in clause.of_kind("day"))
        if words and not taken and not days and token.fact and token.fact.measure != "price":
            return True
        if words and taken and word != "due":
            closer = nearest(words[0], clause.of_kind(*LEVELS))
            if closer == token:
                return True
    return False


def falls_due(fact: Fact, story: Story, number: int, place: int) -> bool:
    """Words for what is due up to the clause, in the sentence before, or a day on which it is due."""
    sentence = story.sentences[number]
    before = [clause for one in story.sentences[max(0, number - 1) : number] for clause in one]
    foretold = any(one.basis in ("low", "high") for clause in sentence for one in clause.facts)
    if is_past(sentence[place]) or foretold:
        return False
    if any(one.kind == "day" and one.basis == "due" for clause in sentence for one in clause.facts):
        return True
    said = any(clause.words("due") for clause in [*before, *sentence[: place + 1]]) or any(
        one.kind == "days" and one.period == fact.period for clause in sentence for one in clause.facts
    )
    if fact.subject != "total" and sentence[place].words("forecast"):
        return True
    return said or any(clause.words("due") for clause in due_after(sentence, place))


def is_past(clause: Clause) -> bool:
    """ "took", "paid": told as done, with no word for what is to come."""
    return bool(clause.words("past")) and not clause.words("due", "forecast")


def due_after(sentence: tuple[Clause, ...], place: int) -> list[Clause]:
    """The clause a figure's own one runs on into, where that has no verb."""
    own = sentence[place].words("spending", "income", "balance", "saving", "running")
    return [] if own else list(sentence[place + 1 :])


def placed(token: Token, sentence: tuple[Clause, ...]) -> bool:
    """The lower end after "between" or "from", the upper after "and" or "to", the middle after neither."""
    assert token.fact
    tokens = [one for clause in sentence for one in clause.tokens]
    place = tokens.index(token)
    before = tokens[place - 1] if place else None
    word = before.text.lower() if before else ""
    low = word in ("between", "from") or (before is not None and before.has("bound_low"))
    third = tokens[place - 2].fact if place > 1 else None
    high = (before is not None and before.has("bound_high")) or (
        word in ("and", "to") and third is not None and third.basis == "low"
    )
    bounded = before is not None and before.has("bound_low")
    closed = bounded or any(
        one.fact is not None and one.fact.basis == "high" for one in tokens[place + 2 : place + 3]
    )
    return {"low": low and closed, "high": high}.get(token.fact.basis, not (low or high))


def due_days(story: Story) -> Iterator[Fault]:
    """Fault basis: a day on which something happened told as one on which it falls due, or the other way."""
    for number, place, clause in story.clauses():
        sentence = story.sentences[number]
        for token in clause.of_kind("day"):
            if token.fact and token.fact.subject == "payee" and not rightly_due(token.fact, sentence, place):
                yield Fault("basis", f"{token.text} in “{text_of(clause)}”")


def rightly_due(day: Fact, sentence: Sentence, place: int) -> bool:
    """A due day needs words for it, or a due sum beside it; any other day must have neither."""
    heard = sentence[: place + 1]
    facts = [fact for clause in sentence for fact in clause.facts]
    figures = [one for one in facts if one.kind == "amount" and one.entity == day.entity]
    due = any(fact.basis == "due" for fact in figures)
    if day.basis != "due":
        return not due and not any(one.words("due") for one in heard)
    if not all(one.basis == "due" or finding_of(one) == finding_of(day) for one in figures):
        return False
    return due or any(one.words("due", "forecast") for one in heard)


def finding_of(fact: Fact) -> str:
    """The finding a fact is of: "recurring_2"."""
    return fact.id.partition(".")[0]

"""A person's own names stand in their places only, and only beside what is theirs."""

import re
from collections.abc import Iterator
from itertools import pairwise

from insights.facts import Fact
from insights.verifier.fault import Fault
from insights.verifier.story import CHANGES, LEVELS, Clause, Sentence, Story, nearest
from insights.verifier.token import Token

FIGURES = (*LEVELS, *CHANGES, "count", "day", "cadence")
WORD = re.compile(r"[^\W_]+")
PRONOUNS = frozenset(["it", "its", "that", "this", "they", "their", "these", "those", "there"])
OF_IT = frozenset(["the", "your", "that", "this", "all"])


def outside_places(story: Story) -> Iterator[Fault]:
    """Fault label: the words of a label written out. Everyday words count only where written as a name."""
    for number, sentence in enumerate(story.sentences):
        tokens = [token for clause in sentence for token in clause.tokens if token.fact is None]
        words = [part for token in tokens for part in token.text.split()]
        for fact in story.facts.values():
            if fact.kind == "label" and stands_in(WORD.findall(str(fact.value)), words, story):
                yield Fault("label", f"{fact.value} (sentence {number + 1})")


def stands_in(label: list[str], words: list[str], story: Story) -> bool:
    everyday = all(story.lexicon.classes(word.lower()) - {"topic"} for word in label)
    length = len(label)
    for place in range(len(words) - length + 1):
        part = words[place : place + length]
        named = not everyday or (place > 0 and part[0][0].isupper())
        if label and named and [stem(word) for word in part] == [stem(word) for word in label]:
            return True
    return False


def stem(word: str) -> str:
    return word.casefold().removesuffix("s")


def bound_entities(story: Story) -> Iterator[Fault]:
    """Fault entity: a figure of one thing in a clause about another, or a name without its figure."""
    for number, place, clause in story.clauses():
        for token in clause.of_kind(*FIGURES):
            assert token.fact
            if not fits(token, story, number, place):
                yield Fault("entity", f"{token.text} {' '.join(one.text for one in clause.tokens)}"[:160])
    for number, sentence in enumerate(story.sentences):
        yield from lonely_labels(story, number, sentence)


def fits(token: Token, story: Story, number: int, place: int) -> bool:
    fact, sentence = token.fact, story.sentences[number]
    assert fact
    label = label_for(token, story, number, place)
    if fact.subject != "total":
        return label is not None and label.entity == fact.entity
    if fact.kind == "day":
        return belongs(token, sentence, place)
    if fact.kind == "count" and not sentence[place].labels:
        return True
    if sentence[place].labels:
        return is_share_of(token, sentence[place])
    if leads_into_name(sentence, place):
        return False
    return label is None or says_total(fact, sentence[place])


def leads_into_name(sentence: Sentence, place: int) -> bool:
    """ "At {{f:total}}, {{f:name}} …": read as the name's."""
    lead = len(sentence[place].tokens) < 4 and not sentence[place].words(
        "spending", "income", "balance", "saving"
    )
    after = sentence[place + 1 : place + 2]
    return place == 0 and lead and bool(after) and after[0].tokens[0].fact in after[0].labels


def label_for(token: Token, story: Story, number: int, place: int) -> Fact | None:
    """The name a figure is read with: the nearest in its clause, else before, else after, else "it"."""
    sentence = story.sentences[number]
    own = [one for one in sentence[place].tokens if one.fact and one.fact.kind == "label"]
    if own:
        return min(own, key=lambda one: (abs(one.at - token.at), -one.at)).fact
    before = [label for clause in sentence[:place] for label in clause.labels]
    if before:
        return before[-1]
    assert token.fact
    if token.fact.subject != "total" and (after := led_to(sentence, place)):
        return after
    named = named_before(story, number)
    return last_name(story, number - 1) if named is None and continues(token.fact, story, number) else named


def belongs(token: Token, sentence: Sentence, place: int) -> bool:
    """A day is that of the figure or name nearest to it, in its clause or one before."""
    for clause in (sentence[place], *reversed(sentence[:place]), *sentence[place + 1 :]):
        beside = nearest(token, clause.of_kind("amount", "change", "count", "label"))
        if beside is not None:
            assert beside.fact and token.fact
            return beside.fact.entity == token.fact.entity
    return False


def led_to(sentence: Sentence, place: int) -> Fact | None:
    """A name that follows: in the comparison that cut a clause in two, or after "With {{f:x}}, …"."""
    clause = sentence[place]
    after = sentence[place + 1 : place + 3]
    if clause.words("up", "down", "spending", "income", "balance", "saving"):
        cut = bool(after) and after[0].zone and not after[0].words("cause")
        after = after[:1] if cut else ()
    return next((label for one in after for label in one.labels), None)


def named_before(story: Story, number: int) -> Fact | None:
    """What "it" or "that" at the head of a sentence stands for: the last name of the sentence before."""
    words = [token.text.lower() for clause in story.sentences[number] for token in clause.tokens]
    if number == 0 or not PRONOUNS.intersection(words[:4]):
        return None
    return last_name(story, number - 1) or named_before(story, number - 1)


def last_name(story: Story, number: int) -> Fact | None:
    labels = [label for clause in story.sentences[number] for label in clause.labels]
    return labels[-1] if labels else None


def continues(fact: Fact, story: Story, number: int) -> bool:
    """A sentence that only adds what is due next, or the largest, goes on about the same thing."""
    clauses = story.sentences[number]
    due = any(clause.words("due") for clause in clauses)
    first = bool(fact.ranks) and any(clause.words("highest") for clause in clauses)
    return number > 0 and fact.subject != "total" and (due or first)


def is_share_of(token: Token, clause: Clause) -> bool:
    """ "of the {{f:change}} rise" names the whole beside a part."""
    before = [one.text.lower() for one in clause.tokens if one.at < token.at][-2:]
    return len(before) == 2 and before[0] == "of" and before[1] in OF_IT


TOTALS = ("overall", "spending", "outgoings", "expenses", "expenditure")


SUMMED = ("total", "altogether", "combined")


def says_total(fact: Fact, clause: Clause) -> bool:
    """Whether a clause turns from a name to the whole: "in total", "your spending", "your income"."""
    together = clause.words("total") or any(token.text.lower() in SUMMED for token in clause.tokens)
    if any(token.text.lower() in TOTALS for token in clause.tokens):
        return True
    if together and clause.words("spending", "income", "bills"):
        return True
    return fact.measure != "spending" and bool(clause.words(fact.measure))


def lonely_labels(story: Story, number: int, sentence: Sentence) -> Iterator[Fault]:
    """A name must come with a figure of its own, or deserve the superlative or the blame it is given."""
    yield from twice_named(sentence)
    near = story.sentences[number : number + 2]
    figures = {fact.entity for one in near for clause in one for fact in clause.facts if fact.kind in FIGURES}
    claims = any(clause.words("highest", "lowest", "cause", "against_cause") for clause in sentence)
    for clause in sentence:
        for label in clause.labels:
            if label.entity not in figures and not (claims and (label.ranks or label.drives)):
                yield Fault("entity", f"{{{{f:{label.id}}}}}")


def twice_named(sentence: Sentence) -> Iterator[Fault]:
    """ "{{f:name}} and {{f:name}}": the same name again before anything was said of it."""
    told = [
        fact for clause in sentence for fact in clause.facts if fact.kind == "label" or fact.kind in FIGURES
    ]
    for one, two in pairwise(told):
        if one.kind == two.kind == "label" and one.entity == two.entity:
            yield Fault("entity", f"{{{{f:{one.id}}}}} … {{{{f:{two.id}}}}}")

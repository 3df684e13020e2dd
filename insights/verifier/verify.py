"""Check a text against the facts it refers to, and render it once it is good."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from insights.facts import Fact
from insights.narrator import Narrative, narrate
from insights.verifier.baselines import baselines
from insights.verifier.bases import bases, due_days
from insights.verifier.causes import causes
from insights.verifier.characters import characters
from insights.verifier.directions import directions
from insights.verifier.fault import Fault
from insights.verifier.forms import levels_and_changes, streaks
from insights.verifier.labels import bound_entities, outside_places
from insights.verifier.lexicon import lexicon_of
from insights.verifier.measures import measured
from insights.verifier.periods import periods
from insights.verifier.places import doubled_nouns, unknown_places
from insights.verifier.rates import prices, rates
from insights.verifier.scopes import scopes
from insights.verifier.signs import negations, signs
from insights.verifier.story import Story, story_of
from insights.verifier.superlatives import superlatives
from insights.verifier.vocabulary import vocabulary

LONGEST = 1500
"""Characters of a text; a longer one is no summary."""

RULES: tuple[Callable[[Story], Iterator[Fault]], ...] = (
    vocabulary,
    outside_places,
    doubled_nouns,
    bound_entities,
    measured,
    periods,
    baselines,
    directions,
    superlatives,
    causes,
    levels_and_changes,
    bases,
    signs,
    rates,
    prices,
    due_days,
    streaks,
    negations,
    scopes,
)


class Unverified(ValueError):
    """A text was to be rendered that does not hold."""


def verify(
    text: str, facts: Mapping[str, Fact], *, month: str, today: date, language: str = "en"
) -> tuple[Fault, ...]:
    """What is wrong with a text that names facts as `{{f:<id>}}`; empty for a text that may be shown.

    `month` ("2026-11") is what the text is about: figures of other days must be said to be so. A language
    that the verifier has no words for is a fault, so that templates speak instead.
    """
    lexicon = lexicon_of(language)
    if lexicon is None:
        return (Fault("language", language),)
    if len(text) > LONGEST:
        return (Fault("length", f"{len(text)} characters, at most {LONGEST}"),)
    story = story_of(text, facts, month=month, today=today, lexicon=lexicon)
    faults = [*unknown_places(text, facts), *characters(text)]
    faults += [fault for rule in RULES for fault in rule(story)]
    return tuple(dict.fromkeys(faults))


def render(
    text: str, facts: Mapping[str, Fact], *, month: str, today: date, language: str = "en"
) -> Narrative:
    """The text with its places filled. Raises Unverified, naming the faults, for one that does not hold."""
    faults = verify(text, facts, month=month, today=today, language=language)
    if faults:
        raise Unverified("; ".join(f"{fault.code}: {fault.words}" for fault in faults))
    return narrate(text, facts, today=today, language=language)

"""Tell a finding: its facts, the wording that fits them, and the sentence they make."""

from datetime import date

from finance.wording import catalogue
from insights.facts import Finding, facts_of, kind_of
from insights.narrator.narrative import PLACE, Narrative, narrate
from insights.narrator.wordings import wordings


def tell(
    finding: Finding, *, today: date, language: str = "en", name: str | None = None, nth: int = 0
) -> Narrative:
    """The finding in one to three sentences.

    "You have spent €812.40 in the first 22 days of November, €54.10 more than in the same days of October.
    The largest rise was Groceries, up €40.00."

    `name` begins the facts' ids in place of the kind; `nth` picks another wording where several findings of
    a kind are told beside each other.
    """
    name = name or kind_of(finding)
    known = {fact.id: fact for fact in facts_of(finding, name)}
    text = " ".join(template(key, name, language) for key in wordings(finding, today, nth))
    return narrate(text, known, today=today, language=language)


def template(key: str, name: str, language: str) -> str:
    """A sentence of the catalogue with whole ids in its places: "{{f:now}}" → "{{f:what_changed.now}}"."""
    return PLACE.sub(rf"{{{{f:{name}.\1}}}}", catalogue(language)[key])

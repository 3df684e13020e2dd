"""Every place names a known fact, and stands where its shown form reads well."""

import re
from collections.abc import Iterator, Mapping

from insights.facts import Fact
from insights.verifier.fault import Fault
from insights.verifier.story import Story

NOUNS = {
    "days": ("day", "days"),
    "count": ("bill", "bills", "payment", "payments", "entry", "entries", "time", "times"),
}
ID = re.compile(r"\{\{f:([\w.]+)\}\}")


def unknown_places(text: str, facts: Mapping[str, Fact]) -> Iterator[Fault]:
    """Fault unknown_fact: an id that was not given, or braces that are no place."""
    for found in ID.finditer(text):
        if found[1] not in facts:
            yield Fault("unknown_fact", found[0])
    if re.search(r"[{}]", ID.sub("", text)):
        yield Fault("unknown_fact", "{")
    if not ID.search(text):
        yield Fault("no_fact", text[:40])


def doubled_nouns(story: Story) -> Iterator[Fault]:
    """Fault form: "{{f:days}} days" would read "22 days days"; "every {{f:cadence}}" "every every month"."""
    for one, two in zip(story.tokens, story.tokens[1:], strict=False):
        after = NOUNS.get(one.fact.kind, ()) if one.fact else ()
        if two.text.lower() in after or (two.fact and two.fact.kind == "cadence" and one.has("rate")):
            yield Fault("form", f"{one.text} {two.text}")

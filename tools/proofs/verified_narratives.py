"""What a model might write: the hostile, the good, and good ones with one thing made wrong."""

from collections import Counter
from collections.abc import Iterator
from random import Random

from insights.facts import kind_of
from insights.narrator import tell
from insights.narrator.wordings import VARIANTS
from insights.verifier import verify
from tools.narratives.corpus import fitted, lines
from tools.narratives.months import Household, household
from tools.narratives.mutations import mutants
from tools.proofs.figure import Figure, share

NARRATIVES = 200
HOUSEHOLDS = 40
GOOD = ("good.txt", "fresh.txt", "fresh_2.txt", "fresh_3.txt", "fresh_4.txt", "fresh_5.txt")
MUST_CATCH = ("period", "category", "baseline", "direction", "superlative")


def prove(seed: int) -> Figure:
    """Two hundred good narratives, each broken in every single way; beside them the corpora and templates."""
    homes = [household(seed * 1000 + number) for number in range(HOUSEHOLDS)]
    texts = [text for name in GOOD for text in lines(name)]
    good = [(text, home) for home in homes for text in fitted(texts, home)]
    alarms = sum(bool(faults(text, home)) for text, home in good)
    caught, made = mutations(Random(seed).sample(good, NARRATIVES))
    passed = sum(not faults(text, home) for text, home in hostile(homes))
    templates = [(text, home) for home in homes for text in templated(home)]
    false_templates = sum(bool(faults(text, home)) for text, home in templates)
    sure = all(caught[kind] == made[kind] for kind in MUST_CATCH)
    numbers = {kind: f"{share(caught[kind], made[kind])} caught" for kind in sorted(made)}
    numbers |= {
        "false alarms": share(alarms, len(good)),
        "templates rejected": share(false_templates, len(templates)),
        "hostile passed": share(passed, sum(1 for _ in hostile(homes))),
    }
    holds = sure and not alarms and not passed and not false_templates
    return Figure("No narrative that was made false is shown, and no good one is held back.", holds, numbers)


def faults(text: str, home: Household) -> tuple[object, ...]:
    return verify(text, home.facts, month=home.month, today=home.today)


def mutations(narratives: list[tuple[str, Household]]) -> tuple[Counter[str], Counter[str]]:
    caught, made = Counter[str](), Counter[str]()
    for text, home in narratives:
        for one in mutants(text, home):
            made[one.kind] += 1
            caught[one.kind] += bool(faults(one.text, home))
    return caught, made


def hostile(homes: list[Household]) -> Iterator[tuple[str, Household]]:
    """Every hostile text before a household some days into its month (on the first, "this week" may hold)."""
    home = next(one for one in homes if one.today.day > 9 and "what_changed.counter" in one.facts)
    for line in lines("hostile.txt"):
        text = line.split(" | ", 1)[1]
        yield next(fitted([text], home), text), home


def templated(home: Household) -> Iterator[str]:
    """Every wording of every finding, under the names its facts have in the household."""
    met: Counter[str] = Counter()
    for finding in home.findings:
        kind = kind_of(finding)
        met[kind] += 1
        name = kind if met[kind] == 1 else f"{kind}_{met[kind]}"
        yield from (tell(finding, today=home.today, name=name, nth=nth).text for nth in range(VARIANTS))

"""What queries counted, in ready sentences: for when the model's own words cannot be verified."""

from collections.abc import Mapping

from finance.wording import say
from insights.facts import Fact
from insights.narrator import Narrative, narrate
from insights.writer.material import Month

TOTAL = ".total"


def ready_answer(facts: Mapping[str, Fact], month: Month) -> tuple[Narrative, ...]:
    """A sentence for each total with its days: "You spent €12.00 on Groceries from 1 May to 3 June."

    A total below zero (refunds outweigh) has none.
    """
    totals = [fact for name, fact in facts.items() if name.endswith(TOTAL) and fact.sign >= 0]
    return tuple(
        narrate(sentence(total, month.language), facts, today=month.today, language=month.language)
        for total in totals
    )


def sentence(total: Fact, language: str) -> str:
    query = total.id.removesuffix(TOTAL)
    places = {name: f"{{{{f:{query}.{name}}}}}" for name in ("total", "name", "first_day", "last_day")}
    return say(f"writing.ready.{total.measure}_{total.subject}", places, language=language)

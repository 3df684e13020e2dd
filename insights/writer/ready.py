"""What queries counted, in ready sentences: for when the model has no words for it that can be verified."""

from collections.abc import Iterator, Mapping

from finance.wording import say
from insights.facts import Fact
from insights.narrator import Narrative, narrate
from insights.writer.material import Month


def ready_answer(facts: Mapping[str, Fact], month: Month) -> tuple[Narrative, ...]:
    """What each query counted: "You spent €12.00 on Groceries from 1 May to 3 June. That was 4 entries, …"

    A sum below zero (refunds outweigh) is left out.
    """
    asked = dict.fromkeys(name.partition(".")[0] for name in facts)
    return tuple(
        narrate(text, facts, today=month.today, language=month.language)
        for query in asked
        for text in told(Query(query, facts, month.language))
    )


class Query:
    """The facts of one query, named by what they say; its sentences in one language."""

    def __init__(self, name: str, facts: Mapping[str, Fact], language: str) -> None:
        self.name, self.language = name, language
        self.facts = {
            key.removeprefix(f"{name}."): fact for key, fact in facts.items() if key.startswith(f"{name}.")
        }

    def has(self, what: str) -> bool:
        """Whether the query has such a figure, and not below zero."""
        return what in self.facts and self.facts[what].sign >= 0

    def ready(self, sentence: str, number: int | None = None) -> str:
        """A ready sentence; `number` is that of the category or account told of."""
        numbered = "" if number is None else f"_{number}"
        places = {what: f"{{{{f:{self.name}.{what}}}}}" for what in self.facts}
        places |= {
            what: places[f"{what}{numbered}"]
            for what in ("name", "total", "balance")
            if f"{what}{numbered}" in places
        }
        if "first_day" in self.facts:
            days = "month" if "month" in self.facts else "days"
            places["when"] = say(f"writing.ready.when_{days}", places, language=self.language)
        return say(f"writing.ready.{sentence}", places, language=self.language)


def told(query: Query) -> Iterator[str]:
    if query.has("total"):
        total = query.facts["total"]
        yield query.ready(f"{total.measure}_{total.subject}")
        if query.has("largest") and int(query.facts["count"].value) > 1:
            yield query.ready("entries")
        if query.has("before"):
            yield query.ready("before")
    for number in numbers(query, "total"):
        yield query.ready(f"{query.facts[f'total_{number}'].measure}_category", number)
    for number in numbers(query, "balance"):
        held = query.facts[f"balance_{number}"].sign >= 0
        yield query.ready("balance_held" if held else "balance_owed", number)


def numbers(query: Query, what: str) -> Iterator[int]:
    """Of the categories or accounts that a query told of; sums below zero are left out."""
    for number in range(1, len(query.facts) + 1):
        fact = query.facts.get(f"{what}_{number}")
        if fact and (fact.sign >= 0 or what == "balance"):
            yield number

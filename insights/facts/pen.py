"""Writes the facts of one finding: they share its name, currency and days."""

from dataclasses import dataclass, replace
from datetime import date

from insights.facts.fact import Baseline, Basis, Fact, Measure, Subject, sign


@dataclass(frozen=True, slots=True)
class Pen:
    """Facts named `<name>.<what>`; those of other days, measures or bases are made by another pen."""

    name: str
    currency: str
    entity: str
    period: str
    measure: Measure = "spending"
    basis: Basis = "recorded"
    subject: Subject = "total"

    def about(self, entity: str, subject: Subject) -> "Pen":
        return replace(self, entity=entity, subject=subject)

    def during(self, period: object) -> "Pen":
        return replace(self, period=str(period))

    def measuring(self, measure: Measure) -> "Pen":
        """The same days' total of another measure."""
        return replace(self, measure=measure, entity=measure)

    def based_on(self, basis: Basis) -> "Pen":
        return replace(self, basis=basis)

    def amount(self, what: str, minor: int) -> Fact:
        return replace(self.fact(what, minor), kind="amount", value=abs(minor), currency=self.currency)

    def change(self, what: str, minor: int, baseline: Baseline) -> Fact:
        return replace(self.amount(what, minor), kind="change", baseline=baseline)

    def percent(self, what: str, delta: int, before: int, baseline: Baseline) -> list[Fact]:
        """The change in whole percent of what was before; nothing where that is 0 or a net refund."""
        percent = percent_of(delta, before)
        return [replace(self.fact(what, percent), kind="percent", baseline=baseline)] if percent else []

    def share(self, what: str, part: int, whole: int) -> list[Fact]:
        """The part in whole percent, between 1 and 100; nothing where it is none."""
        percent = percent_of(part, whole) if 0 < part <= whole else 0
        return [replace(self.fact(what, percent), kind="share")] if percent else []

    def count(self, what: str, number: int) -> Fact:
        return replace(self.fact(what, number), kind="count")

    def days(self, what: str, number: int) -> Fact:
        return replace(self.fact(what, number), kind="days")

    def label(self, what: str, words: str) -> Fact:
        return replace(self.fact(what, 0), kind="label", value=words)

    def cadence(self, what: str, cadence: str) -> Fact:
        return replace(self.fact(what, 0), kind="cadence", value=cadence)

    def month(self, what: str, month: str) -> Fact:
        calendar = replace(self, entity="calendar", subject="total", measure="calendar", basis="recorded")
        return replace(calendar.fact(what, 0), kind="month", value=month)

    def day(self, what: str, day: date) -> Fact:
        return replace(self.fact(what, 0), kind="day", value=str(day), period=f"{day}/{day}")

    def calendar_days(self, what: str, number: int) -> Fact:
        calendar = replace(self, entity="calendar", subject="total", measure="calendar", basis="recorded")
        return calendar.days(what, number)

    def fact(self, what: str, value: int) -> Fact:
        return Fact(
            f"{self.name}.{what}",
            "count",
            abs(value),
            None,
            sign(value),
            self.entity,
            self.period,
            self.subject,
            self.measure,
            basis=self.basis,
        )


def percent_of(part: int, whole: int) -> int:
    """Whole percent, halves away from zero, sign kept; 0 where the whole is not positive.

    >>> percent_of(-125, 1000), percent_of(3, 0)
    (-13, 0)
    """
    if whole <= 0:
        return 0
    size = (abs(part) * 200 + whole) // (whole * 2)
    return size if part > 0 else -size

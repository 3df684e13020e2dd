"""Facts: single figures with an id. A narrative may only speak in them."""

from dataclasses import dataclass
from typing import Literal

FactKind = Literal["amount", "change", "days", "month", "label"]
Sign = Literal[-1, 0, 1]


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure (or name) that a sentence may show in the place `{f:<id>}`.

    `value` is a magnitude in minor units for "amount" (a level) and "change" (a difference), whose direction
    is `sign`; a count for "days"; "YYYY-MM" for "month"; a person's own words for "label". `entity` says what
    it is about ("spending", or a category's id), `period` which days: "2026-11-01/2026-11-22".
    """

    id: str
    kind: FactKind
    value: int | str
    currency: str | None
    sign: Sign
    entity: str
    period: str


def amount(name: str, minor: int, currency: str, entity: str, period: str) -> Fact:
    return Fact(name, "amount", abs(minor), currency, sign(minor), entity, period)


def change(name: str, minor: int, currency: str, entity: str, period: str) -> Fact:
    return Fact(name, "change", abs(minor), currency, sign(minor), entity, period)


def days(name: str, count: int, period: str) -> Fact:
    return Fact(name, "days", count, None, 1, "calendar", period)


def month(name: str, text: str, period: str) -> Fact:
    return Fact(name, "month", text, None, 0, "calendar", period)


def label(name: str, words: str, entity: str, period: str) -> Fact:
    return Fact(name, "label", words, None, 0, entity, period)


def sign(minor: int) -> Sign:
    return 0 if minor == 0 else 1 if minor > 0 else -1

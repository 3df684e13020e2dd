"""The rules that others use for what comes back, what is odd and what is to come, put plainly.

Written anew from what two open apps do (read in November 2026): Sure's identifier of recurring transactions
and Actual Budget's finder of schedules. Both look at the latest months alone; so the rules do.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from statistics import fmean, median, pstdev

from tools.ledgers.entry import Entry

Found = tuple[str, int]
"""(payee, magnitude of the amount in minor units)."""


def same_amount_rule(entries: Sequence[Entry], today: date) -> set[Found]:
    """Sure's: within three months three times the same payee, account and amount on like days."""
    groups: defaultdict[tuple[str, int, str], list[date]] = defaultdict(list)
    for one in entries:
        if one.payee and one.currency == "EUR" and today - timedelta(days=92) <= one.day <= today:
            groups[one.payee, one.amount, one.account].append(one.day)
    return {
        (payee, abs(amount))
        for (payee, amount, _), days in groups.items()
        if len(days) >= 3 and (today - max(days)).days <= 45 and days_cluster(days)
    }


def days_cluster(days: Sequence[date]) -> bool:
    """Whether the distances from the middle day of the month, on a circle of 31, deviate by at most 5."""
    places = sorted(day.day - 1 for day in days)
    pivot = min(range(31), key=lambda pivot: span_from(places, pivot))
    middle = (round(median((place - pivot) % 31 for place in places)) + pivot) % 31
    return pstdev(min(abs(place - middle), 31 - abs(place - middle)) for place in places) <= 5


def span_from(places: Sequence[int], pivot: int) -> int:
    turned = [(place - pivot) % 31 for place in places]
    return max(turned) - min(turned)


def three_in_a_row_rule(entries: Sequence[Entry], today: date) -> set[Found]:
    """Actual Budget's: three in a row, a week, a fortnight or a month apart, each within 2 days and 7.5 %.

    One for a payee: the one whose days fit best.
    """
    best: dict[str, tuple[float, int]] = {}
    by_day: defaultdict[date, list[Entry]] = defaultdict(list)
    for one in entries:
        if one.payee and one.currency == "EUR" and today - timedelta(days=130) <= one.day <= today:
            by_day[one.day].append(one)
    for dates in patterns(max(by_day, default=today)):
        for payee, rank, amount in matches(by_day, dates):
            best[payee] = max(best.get(payee, (0.0, 0)), (rank, amount))
    return {(payee, abs(amount)) for payee, (_, amount) in best.items()}


def patterns(latest: date) -> Iterator[list[date]]:
    """The three days of each schedule that may have begun lately, the last of them first."""
    for weeks, back in ((1, 28), (2, 49)):
        for offset in range(14):
            start = latest - timedelta(days=back - offset)
            yield [start + timedelta(days=7 * weeks * step) for step in (2, 1, 0)]
    for offset in range(62):
        start = latest - timedelta(days=122 - offset)
        if start.day <= 28:
            index = start.year * 12 + start.month - 1
            yield [date((index + step) // 12, (index + step) % 12 + 1, start.day) for step in (2, 1, 0)]


def matches(by_day: dict[date, list[Entry]], dates: Sequence[date]) -> Iterator[tuple[str, float, int]]:
    """(payee, rank, amount) of payments that have a like one near every date."""
    latest, *before = [list(near(by_day, day)) for day in dates]
    for one in latest:
        found = [next((other for other in group if alike(one, other)), None) for group in before]
        days = [(other.day, day) for other, day in zip([one, *found], dates, strict=True) if other]
        if None not in found:
            yield one.payee, sum(1 / (abs((day - meant).days) + 1) for day, meant in days), one.amount


def near(by_day: dict[date, list[Entry]], day: date) -> Iterator[Entry]:
    for step in range(-2, 3):
        yield from by_day.get(day + timedelta(days=step), ())


def alike(one: Entry, other: Entry) -> bool:
    return one.payee == other.payee and 40 * abs(one.amount - other.amount) <= 3 * abs(one.amount)


def quarter_more_rule(history: Sequence[int], now: int) -> bool:
    """A month is odd that is 25 % off the mean of the months before."""
    usual = fmean(history)
    return usual > 0 and abs(now - usual) > 0.25 * usual


def linear_pace(known: int, day: int, days: int) -> int:
    """A month goes on as it began."""
    return known * days // day

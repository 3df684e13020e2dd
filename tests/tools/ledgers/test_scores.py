"""The figures of the findings, in short: three ledgers that were looked at; `make prove` takes forty new."""

from datetime import date

import pytest

from tools.ledgers.entry import Entry, Life, Truth
from tools.ledgers.rivals import (
    days_cluster,
    linear_pace,
    quarter_more_rule,
    same_amount_rule,
    three_in_a_row_rule,
)
from tools.ledgers.scores import Scores, judged
from tools.ledgers.table import false_alarms, measured, rows
from tools.ledgers.tally import Errors, Tally
from tools.proofs.findings_found import holds

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def scores() -> Scores:
    return measured(range(3))


class TestTheFigures:
    def test_hold(self, scores: Scores) -> None:
        assert holds(scores)

    def test_are_better_than_the_rules_of_others(self, scores: Scores) -> None:
        ours, *others = scores.recurring.values()
        assert all(ours.precision > one.precision and ours.recall > one.recall for one in others)
        assert false_alarms(scores, "ours") < false_alarms(scores, "25 % off the mean")
        assert scores.projection["ours"].wape < scores.projection["linear pace"].wape

    def test_are_all_in_the_table(self, scores: Scores) -> None:
        assert {"recurring, ours", "recurring, same amount", "anomalies, ours", "next month, ours"} <= rows(
            scores
        ).keys()

    @pytest.mark.parametrize("worse", ["wrong", "missed"])
    def test_do_not_hold_any_more_with_a_fifth_wrong_or_missed(self, scores: Scores, worse: str) -> None:
        tally = scores.recurring["ours"]
        kept = getattr(tally, worse)
        setattr(tally, worse, kept + tally.right // 5)
        assert not holds(scores)
        setattr(tally, worse, kept)


def series(payee: str, ended: date | None = None) -> Truth:
    return Truth(payee, "subscriptions", False, "monthly", 1000, False, date(2025, 1, 1), ended)


class TestJudged:
    LIFE = Life(date(2024, 1, 1), TODAY, (), (), (), ())

    def test_counts_what_is_found_missed_and_made_up(self) -> None:
        tally = judged([series("Gym"), series("Paper")], {("Gym", 1050), ("Lidl", 500)}, self.LIFE)
        assert (tally.right, tally.wrong, tally.missed) == (1, 1, 1)

    def test_wants_the_price_that_is_paid_now(self) -> None:
        assert judged([series("Gym")], {("Gym", 1200)}, self.LIFE) == Tally(0, 1, 1)

    def test_takes_what_ended_long_ago_as_wrong_and_what_ended_lately_as_neither(self) -> None:
        assert judged([series("Gym", date(2026, 6, 1))], {("Gym", 1000)}, self.LIFE) == Tally(0, 1, 0)
        assert judged([series("Gym", date(2026, 11, 1))], {("Gym", 1000)}, self.LIFE) == Tally(0, 0, 0)


class TestErrors:
    def test_weigh_by_what_was_spent(self) -> None:
        errors = Errors()
        errors.add(110, 100)
        errors.add(190, 300)
        assert errors.wape == 120 / 400


def paid(days: list[str], amount: int = 1000) -> list[Entry]:
    return [Entry(date.fromisoformat(day), "subscriptions", "Gym", amount) for day in days]


class TestTheRulesOfOthers:
    def test_find_a_plain_subscription(self) -> None:
        plain = paid(["2026-08-20", "2026-09-20", "2026-10-20", "2026-11-20"])
        assert same_amount_rule(plain, TODAY) == three_in_a_row_rule(plain, TODAY) == {("Gym", 1000)}

    def test_do_not_find_one_that_is_irregular(self) -> None:
        odd = paid(["2026-09-01", "2026-09-28", "2026-11-14"])
        assert same_amount_rule(odd, TODAY) == three_in_a_row_rule(odd, TODAY) == set()

    def test_bear_seven_percent_in_one_and_nothing_in_the_other(self) -> None:
        risen = [*paid(["2026-09-20", "2026-10-20"]), *paid(["2026-11-20"], 1070)]
        assert same_amount_rule(risen, TODAY) == set()
        assert three_in_a_row_rule(risen, TODAY) == {("Gym", 1070)}

    def test_see_days_around_the_end_of_months_as_near(self) -> None:
        assert days_cluster([date(2026, 8, 31), date(2026, 10, 1), date(2026, 11, 2)])
        assert not days_cluster([date(2026, 8, 1), date(2026, 9, 1), date(2026, 10, 16)])

    def test_call_a_quarter_more_odd_and_go_on_as_begun(self) -> None:
        assert quarter_more_rule([100, 100], 126)
        assert quarter_more_rule([100, 100], 74)
        assert not quarter_more_rule([100, 100], 125)
        assert linear_pace(1000, 10, 30) == 3000

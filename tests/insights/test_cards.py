"""Cards: few, ranked, never twice in the same words, and silent when nothing moved."""

from dataclasses import replace
from datetime import timedelta

from insights.cards import MOST_CARDS, MOST_OF_A_KIND, cards_of, digest_of
from insights.facts import Finding, kind_of
from insights.findings.month import Findings
from insights.findings.week import last_week
from insights.periods import whole_month
from tools.narratives.months import Household, household

PLURAL = {
    "recurring": "recurring",
    "price_rise": "price_rises",
    "anomaly": "anomalies",
    "duplicate": "duplicates",
}


def found(home: Household, *without: str) -> Findings:
    """The household's findings as they are handed on, some kinds left out."""
    kept: dict[str, list[Finding]] = {}
    for finding in home.findings:
        if kind_of(finding) not in without:
            kept.setdefault(kind_of(finding), []).append(finding)
    names = {field: () if field in PLURAL.values() else None for field in Findings.__dataclass_fields__}
    several = {PLURAL[kind]: tuple(them) for kind, them in kept.items() if kind in PLURAL}
    single = {kind: them[0] for kind, them in kept.items() if kind not in PLURAL}
    return Findings(**{**names, **several, **single, "currency": "EUR"})  # type: ignore[arg-type]


ALL = (
    "what_changed", "compared", "projection", "recurring", "price_rise", "upcoming", "anomaly",
    "cash_flow", "next_month", "savings", "movers", "no_spend", "duplicate", "months",
)  # fmt: skip


class TestCardsOf:
    def test_are_few_and_of_many_kinds(self) -> None:
        for seed in range(10):
            home = household(seed)
            cards = cards_of(found(home), today=home.today)
            kinds = [card.kind for card in cards]
            assert 0 < len(cards) <= MOST_CARDS
            assert max(kinds.count(kind) for kind in kinds) <= MOST_OF_A_KIND

    def test_keep_their_ids_and_never_share_one(self) -> None:
        home = household(4)
        cards = cards_of(found(home), today=home.today)
        assert len({card.id for card in cards}) == len(cards)
        assert [card.id for card in cards] == [card.id for card in cards_of(found(home), today=home.today)]

    def test_never_repeat_a_wording(self) -> None:
        for seed in range(10):
            home = household(seed)
            texts = [card.narrative.text for card in cards_of(found(home), today=home.today)]
            assert len(set(texts)) == len(texts)

    def test_put_a_balance_that_runs_out_first(self) -> None:
        home = household(4)
        findings = found(home)
        assert findings.cash_flow
        short = replace(findings, cash_flow=replace(findings.cash_flow, lowest=-100))
        assert cards_of(short, today=home.today)[0].kind == "cash_flow"

    def test_are_silent_when_nothing_moved(self) -> None:
        home = household(4)
        assert cards_of(found(home, *ALL), today=home.today) == ()

    def test_judge_what_was_kept_only_once_the_month_is_over(self) -> None:
        home = household(4)
        findings = found(home, *(kind for kind in ALL if kind != "savings"))
        rate = findings.savings
        assert rate
        over = replace(rate, span=whole_month(rate.span.first), spent=rate.income + 100, percent=-1)
        assert cards_of(replace(findings, savings=replace(over, span=rate.span)), today=home.today) == ()
        told = cards_of(replace(findings, savings=over), today=over.span.last)
        assert [card.kind for card in told] == ["savings"]

    def test_lead_to_transactions(self) -> None:
        home = household(4)
        anomaly = next(card for card in cards_of(found(home), today=home.today) if card.kind == "anomaly")
        assert anomaly.link
        assert anomaly.link.category in ("c8", "c9")


class TestDigestOf:
    def test_begins_with_the_last_whole_week_and_ends_with_the_bills_of_the_next(self) -> None:
        for seed in range(10):
            home = household(seed)
            findings = found(home)
            assert findings.week
            assert findings.upcoming
            lines = digest_of(findings, today=home.today)
            assert 1 <= len(lines) <= 3
            assert lines[0].kind == "week"
            due = [bill for bill in findings.upcoming.bills if bill.day < home.today + timedelta(days=7)]
            assert (lines[-1].kind == "upcoming") == bool(due)

    def test_leaves_out_what_is_told_of_the_month(self) -> None:
        for seed in range(20):
            home = household(seed)
            kinds = {line.kind for line in digest_of(found(home), today=home.today)}
            assert kinds <= {"week", "price_rise", "duplicate", "no_spend", "upcoming"}

    def test_tells_a_price_that_rose_in_the_week_and_no_older_one(self) -> None:
        home = household(4)
        findings = found(home, *(kind for kind in ALL if kind != "price_rise"), "week")
        (rise,) = findings.price_rises
        monday = last_week(home.today).first
        told = [
            digest_of(replace(findings, price_rises=(replace(rise, since=day),)), today=home.today)
            for day in (monday, monday - timedelta(days=1))
        ]
        assert [[line.kind for line in lines] for lines in told] == [["price_rise"], []]

    def test_counts_the_bills_of_seven_days(self) -> None:
        home = household(4)
        findings = found(home)
        assert findings.upcoming
        bill = findings.upcoming.bills[0]
        days = [home.today + timedelta(days=step) for step in (-2, 6, 7)]
        bills = replace(findings.upcoming, bills=tuple(replace(bill, day=day) for day in days))
        line = digest_of(replace(findings, upcoming=bills), today=home.today)[-1]
        assert line.narrative.sentence.startswith("In the next 7 days, 2 bills are due")

    def test_is_silent_when_nothing_moved_though_bills_are_due(self) -> None:
        home = household(4)
        quiet = found(home, *(kind for kind in ALL if kind != "upcoming"), "week")
        assert quiet.upcoming
        assert digest_of(quiet, today=home.today) == ()

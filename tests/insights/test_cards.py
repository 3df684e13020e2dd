"""Cards: few, ranked, never twice in the same words, and silent when nothing moved."""

from dataclasses import replace

from insights.cards import MOST_CARDS, MOST_OF_A_KIND, cards_of, digest_of
from insights.facts import Finding, kind_of
from insights.findings.month import Findings
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
    def test_has_three_lines_and_begins_with_what_changed(self) -> None:
        for seed in range(10):
            home = household(seed)
            findings = found(home)
            changed = findings.what_changed
            assert changed
            lines = digest_of(findings, today=home.today)
            assert len(lines) == 3
            moved = abs(changed.delta) * 10 >= changed.before
            assert (lines[0].kind == "what_changed") == moved

    def test_is_silent_when_nothing_moved_though_bills_are_due(self) -> None:
        home = household(4)
        quiet = found(home, *(kind for kind in ALL if kind != "upcoming"))
        assert quiet.upcoming
        assert digest_of(quiet, today=home.today) == ()

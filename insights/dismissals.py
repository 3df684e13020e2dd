"""What a person judged of insight cards: put away, or not useful; it holds on every device of theirs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from django.contrib.auth.models import AbstractUser

from insights.models import Dismissal, DismissalKind

Verdict = Literal["dismissed", "not_useful", "shown"]


@dataclass(frozen=True, slots=True)
class Judged:
    """Cards not to be shown again by their ids, and the kinds ("anomaly") to be shown less."""

    away: frozenset[str] = frozenset()
    less: frozenset[str] = frozenset()


NONE_JUDGED = Judged()


def judge_card(*, person: AbstractUser, ledger: UUID, card: str, verdict: Verdict, now: datetime) -> None:
    """Keep the verdict in place of an earlier one; "shown" forgets it. Doing it again changes nothing."""
    mine = Dismissal.objects.filter(person_id=person.pk, ledger_id=ledger, card=card)
    if verdict == "shown":
        mine.delete()
        return
    Dismissal.objects.update_or_create(
        person_id=person.pk,
        ledger_id=ledger,
        card=card,
        defaults={"kind": DismissalKind(verdict)},
        create_defaults={"kind": DismissalKind(verdict), "at": now},
    )


def judged_by(person: AbstractUser, ledger: UUID) -> Judged:
    """What a person judged of a ledger's cards."""
    rows: Iterable[tuple[str, str]] = (
        Dismissal.objects.filter(person_id=person.pk, ledger_id=ledger)
        .order_by("card")
        .values_list("card", "kind")
    )
    kept = list(rows)
    less = {card.partition(":")[0] for card, kind in kept if kind == DismissalKind.NOT_USEFUL}
    return Judged(frozenset(card for card, _ in kept), frozenset(less))

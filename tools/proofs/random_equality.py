"""Random households on an unreliable network: at the end every phone holds what the server holds."""

from collections import Counter
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from random import Random
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser

from finance.audit import audit
from finance.models import Ledger, MutationRecord
from finance.services import add_member, create_ledger
from tools.proofs import deeds
from tools.proofs.device import NOW, Device
from tools.proofs.figure import Figure

HISTORIES, STEPS, PHONES = 100, 90, 3
DEEDS = (deeds.create, deeds.create, *[deeds.edit] * 3, deeds.delete_or_revive, deeds.rename)
CLAIM = (
    "However requests and replies get lost or doubled, in the end every phone equals the server, "
    "each mutation took effect once and the audit finds nothing."
)


@dataclass(slots=True)
class World:
    """One ledger, its phones, the mids it began with, and every mutation that anybody saved, by mid."""

    ledger: Ledger
    dice: Random
    devices: list[Device]
    founding: set[str]
    saved: dict[str, dict[str, Any]] = field(default_factory=dict)


def prove(seed: int) -> Figure:
    """Creates, edits, deletions, revivals by three phones of two people; each history on its own ledger."""
    people = [get_user_model()._default_manager.create(username=f"equal-{number}") for number in (1, 2)]
    total: Counter[str] = Counter()
    broken: Counter[str] = Counter()
    for number in range(HISTORIES):
        world = lived(people, Random(f"{seed}:{number}"))
        broken.update(broken_in(world))
        total.update(counts(world))
    numbers = {"histories": HISTORIES, **total, **broken}
    return Figure(CLAIM, not broken, {name: f"{count:,}" for name, count in numbers.items()})


def lived(people: Sequence[AbstractUser], dice: Random) -> World:
    world = begin(people, dice)
    for _ in range(STEPS):
        step(world)
    for device in world.devices * 2:
        device.heal()
    return world


def begin(people: Sequence[AbstractUser], dice: Random) -> World:
    ledger = create_ledger(owner=people[0], name="Home", currency="EUR", time_zone="UTC", now=NOW)
    add_member(ledger_id=ledger.id, person=people[1], role="editor")
    phones = [Device(people[place % 2], ledger.id, str(ledger.epoch), dice) for place in range(PHONES)]
    return World(ledger, dice, phones, mids_in_effect(ledger))


def step(world: World) -> None:
    """One phone saves, pushes or pulls."""
    device, kind = world.dice.choice(world.devices), world.dice.randrange(4)
    if kind == 0:
        device.push()
    elif kind == 1:
        device.pull()
    else:
        world.dice.choice(DEEDS)(world.dice, device)
        world.saved |= {mutation["mid"]: mutation for mutation in device.outbox}


def broken_in(world: World) -> Iterator[str]:
    """The name of each promise that this history broke."""
    fresh = Device(world.devices[0].person, world.ledger.id, str(world.ledger.epoch), world.dice)
    fresh.heal()
    if any(device.rows != fresh.rows for device in world.devices):
        yield "a phone apart"
    if any(device.outbox for device in world.devices):
        yield "a mutation never settled"
    if mids_in_effect(world.ledger) != world.founding | world.saved.keys():
        yield "a mutation lost"
    if transactions(fresh) != replayed(world):
        yield "an effect lost or doubled"
    if audit(world.ledger):
        yield "an audit that fails"


def mids_in_effect(ledger: Ledger) -> set[str]:
    settled = MutationRecord.objects.filter(ledger=ledger, status__in=("applied", "conflict"))
    return {str(mid) for mid in settled.values_list("mid", flat=True)}


def transactions(device: Device) -> dict[str, dict[str, Any]]:
    return {row: one["fields"] for row, one in device.rows.items() if one["entity"] == "transaction"}


def replayed(world: World) -> dict[str, dict[str, Any]]:
    """What every transaction must be: its mutations set path by path in the order in which they arrived.

    Written without the server's merge, to judge it. Whether a row is deleted is not in the fields.
    """
    seqs = {mid: answer.seq or 0 for device in world.devices for mid, answer in device.answers.items()}
    rows: dict[str, dict[str, Any]] = {}
    for mid in sorted(world.saved.keys() & seqs.keys(), key=lambda mid: seqs[mid]):
        mutation = world.saved[mid]
        if mutation["entity"] == "transaction":
            put(rows.setdefault(mutation["id"], new_row()), mutation["fields"])
    return rows


def new_row() -> dict[str, Any]:
    return {"tags": {}, "status": "recorded", "origin": {}}


def put(row: dict[str, Any], fields: dict[str, Any]) -> None:
    for path, value in fields.items():
        *folders, name = path.split(".")
        place = row
        for folder in folders:
            place = place.setdefault(folder, {})
        if value is None and folders:
            place.pop(name, None)
        elif path != "deleted":
            place[name] = deepcopy(value)


def counts(world: World) -> dict[str, int]:
    conflicts = MutationRecord.objects.filter(ledger=world.ledger, status="conflict").count()
    return {"mutations": len(world.saved), "conflicts": conflicts, "transactions": len(replayed(world))}

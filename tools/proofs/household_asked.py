"""A household that made-up requests find: a ledger with people, rows and a device, and bodies of phones."""

from collections.abc import Sequence
from random import Random
from typing import Any
from uuid import UUID, uuid4

from config.people.models import Person
from finance import services
from finance.ids import natural_id, new_id
from finance.models import Device, Ledger, Transaction
from finance.services.record import mutation
from tools.proofs.asking import Known
from tools.proofs.device import NOW

LEDGER = "/api/ledgers/{ledger}"
ENTITIES = ("account", "payee", "transaction", "lesson")


def furnish() -> tuple[Person, Known]:
    """The owner who asks, and what stands."""
    owner, *others = (Person.objects.create(username=name) for name in ("asks", "edits", "views"))
    ledger = founded(owner, new_id())

    def mend() -> None:
        if not Ledger.objects.filter(id=ledger.id).exists():
            founded(owner, ledger.id)
        for person, role in zip((owner, *others), ("owner", "editor", "viewer"), strict=True):
            services.add_member(ledger_id=ledger.id, person=person, role=role)

    mend()
    rows = [row_of(owner, ledger.id, entity) for entity in ENTITIES]
    device = Device.objects.create(person=owner, uid=uuid4(), name="Phone", first_synced=NOW, last_synced=NOW)
    places: dict[str, Sequence[object]] = {
        "ledger": [ledger.id],
        "row": [*rows, natural_id(ledger.id, "account", "groceries")],
        "person": [person.pk for person in (owner, *others)],
        "device": [device.uid],
        "month": ["2026-11", "2026-10", "1900-01", "2199-12", "0001-01", "9999-12"],
    }
    return owner, Known(places, bodies(ledger.id), mend)


def founded(owner: Person, ledger: UUID) -> Ledger:
    fields = {"name": "Home", "currency": "EUR", "time_zone": "Europe/Berlin"}
    return services.create_ledger(owner=owner, id=ledger, now=NOW, **fields)


def row_of(owner: Person, ledger: UUID, entity: str) -> UUID:
    row = new_id()
    services.record(
        person=owner,
        ledger_id=ledger,
        op="create",
        entity=entity,
        row=row,
        fields=fields_of(entity, ledger, Random(1)),
        now=NOW,
    )
    return row


def bodies(ledger: UUID) -> dict[str, Any]:
    """What phones and scripts send, by door."""

    def creating(entity: str) -> Any:
        return lambda dice: {"fields": fields_of(entity, ledger, dice)}

    found: dict[str, Any] = {f"POST {LEDGER}/push": lambda dice: push_of(ledger, dice)}
    for entity in ENTITIES:
        found[f"POST {LEDGER}/{entity}s"] = creating(entity)
        found[f"PATCH {LEDGER}/{entity}s/{{row}}"] = creating(entity)
    return found


def push_of(ledger: UUID, dice: Random) -> dict[str, Any]:
    mutations = [mutation_of(ledger, dice) for _ in range(dice.randrange(1, 4))]
    epoch = str(Ledger.objects.get(id=ledger).epoch)
    return {"device": str(uuid4()), "epoch": epoch, "cursor": 0, "mutations": mutations}


def mutation_of(ledger: UUID, dice: Random) -> dict[str, Any]:
    entity, op = dice.choice(ENTITIES), dice.choice(("create", "create", "update", "delete"))
    stands = Transaction.objects.filter(ledger_id=ledger).order_by("pk").values_list("uid", flat=True)[:20]
    row = new_id() if op == "create" else dice.choice(list(stands))
    fields = {} if op == "delete" else fields_of(entity, ledger, dice)
    made = mutation(op=op, entity=entity, row=row, fields=fields, base=dice.randrange(50), mid=new_id())
    return {**made, "n": 1, "device": str(uuid4()), "was": {}, "client_time": "2026-11-22T12:00:00Z"}


def fields_of(entity: str, ledger: UUID, dice: Random) -> dict[str, Any]:
    if entity == "account":
        return {"name": f"Purse {dice.randrange(99)}", "kind": "asset", "currency": "EUR", "closed": False}
    if entity == "payee":
        return {"name": f"Shop {dice.randrange(99)}", "aliases": {"shoppe": True}}
    if entity == "lesson":
        return {"kind": "alias", "about": f"mini {dice.randrange(99)}", "taught": {}}
    amount = dice.choice((1, 1250, -400, 2**52))
    line = {"category": str(natural_id(ledger, "account", "groceries")), "amount": amount, "currency": "EUR"}
    cash = str(natural_id(ledger, "account", "cash"))
    entry = {"date": "2026-11-20", "account": cash, "note": "x", "tags": {"trip": True}}
    return {**entry, "lines": {str(new_id()): line}, "origin": {"how": "typed", "words": "12.50 lidl"}}

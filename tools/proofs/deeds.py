"""What people do to a ledger on their phones, at random."""

from random import Random
from typing import Any

from finance.ids import natural_id, new_id
from tools.proofs.device import Device

CATEGORIES = ("groceries", "coffee", "dining", "salary", "transport")
ACCOUNTS = ("cash", "bank", "card")
PAYEES = ("Lidl", "Rewe", "Blue Door Coffee", "City Transit")
Fields = dict[str, Any]


def create(dice: Random, device: Device) -> None:
    """A transaction of one to three lines, at a payee that may be new."""
    payee = payee_of(dice, device)
    lines = {str(new_id()): line(dice, device) for _ in range(dice.randrange(1, 4))}
    fields = {"date": day(dice), "account": account(dice, device), "payee": payee, "lines": lines, "note": ""}
    device.save("create", "transaction", str(new_id()), fields)


def payee_of(dice: Random, device: Device) -> str | None:
    name = dice.choice((None, *PAYEES))
    if name is None:
        return None
    row = str(natural_id(device.ledger, "payee", name))
    if row not in device.rows:
        device.save("create", "payee", row, {"name": name})
    return row


def edit(dice: Random, device: Device) -> None:
    """One or two paths of a transaction that this phone shows."""
    transactions = shown(device)
    if transactions:
        row = dice.choice(sorted(transactions))
        fields = dict(dice.sample(edits(dice, device, transactions[row]), dice.randrange(1, 3)))
        device.save("update", "transaction", row, fields)


def edits(dice: Random, device: Device, known: Fields) -> list[tuple[str, Any]]:
    own = dice.choice(sorted(known["lines"]))
    return [
        ("note", f"note {dice.randrange(100)}"),
        ("date", day(dice)),
        ("account", account(dice, device)),
        (f"tags.{dice.choice('abc')}", dice.choice((True, None))),
        (f"lines.{own}.amount", cents(dice)),
        (f"lines.{own}.category", category(dice, device)),
        (f"lines.{new_id()}", line(dice, device)),
    ]


def delete_or_revive(dice: Random, device: Device) -> None:
    transactions = shown(device)
    if transactions:
        row = dice.choice(sorted(transactions))
        if dice.randrange(2):
            device.save("delete", "transaction", row, {})
        else:
            device.save("update", "transaction", row, {"deleted": False})


def rename(dice: Random, device: Device) -> None:
    """A category gets another name, or an account is closed or opened again."""
    path = dice.choice((("name", f"Name {dice.randrange(9)}"), ("closed", bool(dice.randrange(2)))))
    row = category(dice, device) if path[0] == "name" else account(dice, device)
    device.save("update", "account", row, dict([path]))


def shown(device: Device) -> dict[str, Fields]:
    """The transactions on this phone's screen: pulled, or waiting in the outbox."""
    waiting = {
        mutation["id"]: mutation["fields"]
        for mutation in device.outbox
        if (mutation["op"], mutation["entity"]) == ("create", "transaction")
    }
    return waiting | {
        row: one["fields"] for row, one in device.rows.items() if one["entity"] == "transaction"
    }


def line(dice: Random, device: Device) -> Fields:
    return {
        "category": category(dice, device),
        "amount": cents(dice),
        "currency": dice.choice(("EUR", "EUR", "JPY")),
    }


def category(dice: Random, device: Device) -> str:
    return str(natural_id(device.ledger, "account", dice.choice(CATEGORIES)))


def account(dice: Random, device: Device) -> str:
    return str(natural_id(device.ledger, "account", dice.choice(ACCOUNTS)))


def cents(dice: Random) -> int:
    return dice.randrange(-100_000, 100_000)


def day(dice: Random) -> str:
    return f"2026-{dice.randrange(1, 13):02}-{dice.randrange(1, 29):02}"

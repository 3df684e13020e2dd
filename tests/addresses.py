"""The table of tests/test_routes.py: every address of the server, and what each visitor gets there."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from finance.ids import new_id
from finance.models import Ledger
from tests.factories import DEVICE, mutation, spending

STRANGER, VIEWER, EDITOR, OWNER = "stranger", "viewer", "editor", "owner"
PEOPLE = (STRANGER, VIEWER, EDITOR, OWNER)
HIDDEN, VIEWERS, OWNERS = (404, "unknown_ledger"), (403, "viewer"), (403, "owner_only")
REFUSED = {
    "a person": {},
    "a reader": {STRANGER: HIDDEN},
    "a writer": {STRANGER: HIDDEN, VIEWER: VIEWERS},
    "an owner": {STRANGER: HIDDEN, VIEWER: OWNERS, EDITOR: OWNERS},
    "a member who may go": {STRANGER: HIDDEN, OWNER: (409, "last_owner")},
    "its only member": {STRANGER: HIDDEN, VIEWER: OWNERS, EDITOR: OWNERS, OWNER: (409, "shared_ledger")},
    "the owner of it": dict.fromkeys((STRANGER, VIEWER, EDITOR), (404, "unknown_device")),
    "the first person": dict.fromkeys((VIEWER, EDITOR, OWNER), (403, "first_person_only")),
    "any owner": dict.fromkeys((VIEWER, EDITOR), (403, "models_for_owners")),
}
"""Whom an address is for → who else knocks → the status and code they get."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Whom an address is for, the status they get, and what is sent: a body, or what makes one."""

    whom: str
    status: int = 200
    body: Any = None


def push_of(ledger: UUID) -> dict[str, Any]:
    spent = mutation("create", "transaction", new_id(), spending(ledger))
    return {"device": DEVICE, "epoch": str(Ledger.objects.get(id=ledger).epoch), "mutations": [spent]}


LEDGER = "/api/ledgers/{ledger}"
NOTE, NAME = {"fields": {"note": "x"}}, {"fields": {"name": "x"}}
API: dict[str, Entry] = {
    "GET /api/session": Entry("a person"),
    "POST /api/person": Entry("a person", body={"language": "en"}),
    "POST /api/voice/utterances": Entry("a person", 415, {"sound": "none"}),
    "GET /api/voice/recordings": Entry("a person"),
    "POST /api/voice/recordings/keep": Entry("a person"),
    "POST /api/voice/recordings/stop": Entry("a person"),
    "POST /api/voice/recordings/drop": Entry("a person", 404, {"id": str(UUID(int=0))}),
    "GET /api/voice/recordings/{recording}": Entry("a person", 404),
    "GET /api/voice/models": Entry("a person"),
    "GET /api/voice/models/official": Entry("a person", 503),
    "POST /api/voice/models/install": Entry("any owner", 422, {"name": "../no name"}),
    "POST /api/voice/models/use": Entry("any owner", 404, {"name": "none"}),
    "POST /api/voice/models/remove": Entry("any owner", 409, {"name": "starter-en"}),
    f"POST {LEDGER}/invitations": Entry("an owner", 201, {"role": "viewer"}),
    "POST /api/ledgers": Entry("a person", 201, {"name": "Mine", "currency": "EUR", "time_zone": "UTC"}),
    f"POST {LEDGER}/leave": Entry("a member who may go"),
    f"DELETE {LEDGER}": Entry("its only member"),
    f"PATCH {LEDGER}/people/{{person}}": Entry("an owner", body={"role": "viewer"}),
    f"DELETE {LEDGER}/people/{{person}}": Entry("an owner"),
    "GET /api/devices": Entry("a person"),
    "PATCH /api/devices/{device}": Entry("the owner of it", body={"name": "Kitchen"}),
    "POST /api/devices/{device}/revoke": Entry("the owner of it"),
    "POST /api/devices/{device}/readmit": Entry("the owner of it"),
    f"POST {LEDGER}/push": Entry("a writer", body=push_of),
    f"GET {LEDGER}/pull": Entry("a reader"),
    f"GET {LEDGER}/people": Entry("a reader"),
    f"GET {LEDGER}/balances": Entry("a reader"),
    f"GET {LEDGER}/months/{{month}}": Entry("a reader"),
    f"GET {LEDGER}/months/{{month}}/preview": Entry("a reader"),
    f"POST {LEDGER}/months/{{month}}/report": Entry("a reader"),
    f"POST {LEDGER}/questions": Entry("a reader", body={"words": "How much did I spend?"}),
    "GET /api/writing": Entry("a person"),
    "GET /api/writing/log": Entry("a person"),
    "POST /api/writing/consent": Entry("a person", body={"given": False}),
    "POST /api/writing/key": Entry("the first person", body={"key": ""}),
    "GET /api/digest": Entry("a person"),
    "POST /api/digest": Entry("a person", body={"address": "asha@example.org"}),
    f"POST {LEDGER}/cards": Entry("a reader", body={"card": "no_spend:2026-11", "verdict": "dismissed"}),
    f"POST {LEDGER}/accounts": Entry(
        "a writer", 201, {"fields": {"name": "Purse", "kind": "asset", "currency": "EUR"}}
    ),
    f"POST {LEDGER}/payees": Entry("a writer", 201, NAME),
    f"POST {LEDGER}/lessons": Entry("a writer", 201, {"fields": {"kind": "alias", "about": "little"}}),
    f"POST {LEDGER}/transactions": Entry("a writer", 201, lambda ledger: {"fields": spending(ledger)}),
}
for plural, change in (
    ("accounts", NAME),
    ("payees", NAME),
    ("transactions", NOTE),
    ("lessons", {"fields": {"about": "x"}}),
):
    API |= {
        f"GET {LEDGER}/{plural}": Entry("a reader"),
        f"GET {LEDGER}/{plural}/{{row}}": Entry("a reader"),
        f"GET {LEDGER}/{plural}/{{row}}/history": Entry("a reader"),
        f"PATCH {LEDGER}/{plural}/{{row}}": Entry("a writer", body=change),
        f"DELETE {LEDGER}/{plural}/{{row}}": Entry("a writer"),
    }
STORED = {
    "POST /api/digest",
    "POST /api/ledgers",
    "PATCH /api/devices/{device}",
    "POST /api/devices/{device}/revoke",
}
"""What stores something beside the doors of a ledger, which all do."""
READING = {f"POST {LEDGER}/months/{{month}}/report", f"POST {LEDGER}/questions"}
"""What is asked of a ledger by POST, as it may cost something; it stores nothing for who did not agree."""
OPEN = {"api/", "api/docs", "api/openapi.json"}
"""What below /api/ is for everybody, and tells nothing of anybody."""
HARMLESS = {"shared"}
"""What takes a form from anywhere and keeps nothing of it: the service worker is meant to answer."""
SHELL = {"", "transactions", "transactions/<uuid:id>", "month", "settings", "attention"}
PAGES: dict[str, tuple[int, int]] = {
    **dict.fromkeys(SHELL | {"manifest.webmanifest", "sw.js", "api/docs", "api/openapi.json"}, (200, 200)),
    "api/": (404, 404),
    "shared": (405, 405),
    "speech/models/<str:file>": (404, 404),
    "accounts/": (302, 200),
    "accounts/welcome/": (302, 302),
    "accounts/recover/": (200, 200),
    "accounts/recovery-codes/": (302, 200),
    "accounts/invitation/<str:token>/": (410, 410),
    "accounts/login/": (200, 302),
    "accounts/logout/": (302, 200),
    "accounts/inactive/": (200, 200),
    "accounts/reauthenticate/": (302, 200),
    "accounts/password/change/": (302, 200),
    "accounts/2fa/": (302, 200),
    "accounts/2fa/authenticate/": (302, 302),
    "accounts/2fa/reauthenticate/": (302, 302),
    "accounts/2fa/totp/activate/": (302, 302),
    "accounts/2fa/totp/deactivate/": (302, 404),
}
"""Every address that is no door of the API → the status of a GET, signed out and signed in."""

"""`manage.py invite NAME`: a link for somebody to join a ledger that NAME owns."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse
from django.utils import timezone

from config.people import invitations, queries
from config.people.models import Person
from finance.queries import LedgerHead, ledgers_of
from finance.wording import say


class Command(BaseCommand):
    help = "Print a link, good once and for seven days, to join a ledger that NAME owns."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help="who invites")
        parser.add_argument("--ledger", help="the ledger's name, when NAME owns several")
        parser.add_argument("--role", choices=invitations.ROLES, default="editor")
        parser.add_argument("--address", default="http://localhost:8000", help="where people reach us")

    def handle(self, name: str, ledger: str | None, role: str, address: str, **options: Any) -> None:
        person = queries.person_named(name)
        if person is None:
            raise CommandError(say("people.command.unknown_name", {"name": name}))
        chosen = chosen_ledger(person, ledger)
        token, expires_at = invitations.invite(
            ledger=chosen.id, role=role, invited_by=person, now=timezone.now()
        )
        link = address.rstrip("/") + reverse("invitation", args=[token])
        spoken = {"ledger": chosen.name, "role": role, "until": f"{expires_at:%Y-%m-%d %H:%M} UTC"}
        self.stdout.write(say("people.command.invitation", spoken))
        self.stdout.write(link)


def chosen_ledger(person: Person, name: str | None) -> LedgerHead:
    """The one ledger the person owns, of that name if one is given."""
    owned = [head for head in ledgers_of(person) if head.role == "owner" and name in (None, head.name)]
    if len(owned) != 1:
        names = ", ".join(head.name for head in ledgers_of(person) if head.role == "owner") or "—"
        raise CommandError(say("people.command.which_ledger", {"name": person.username, "ledgers": names}))
    return owned[0]

"""`manage.py set_password NAME`: a new password for somebody who lost theirs and their recovery codes."""

import getpass
import sys
from typing import Any

from allauth.account.adapter import get_adapter
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from config.people import queries, services
from finance.wording import say


class Command(BaseCommand):
    help = "Set a person's password, asked for twice or read from standard input; ends their sessions."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name")

    def handle(self, name: str, **options: Any) -> None:
        person = queries.person_named(name)
        if person is None:
            raise CommandError(say("people.command.unknown_name", {"name": name}))
        password = asked() if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
        try:
            get_adapter().clean_password(password, person)
        except ValidationError as weak:
            raise CommandError(" ".join(weak.messages)) from weak
        services.set_password(person, password)
        self.stdout.write(say("people.command.password_set", {"name": person.username}))


def asked() -> str:
    """The password, typed twice alike at the terminal."""
    first = getpass.getpass(say("people.command.password"))
    if first != getpass.getpass(say("people.command.password_again")):
        raise CommandError(say("people.command.passwords_differ"))
    return first

"""`manage.py setup_code`: print the code that lets the first person in."""

from typing import Any

from django.core.management.base import BaseCommand

from config.people import queries, services
from finance.wording import say


class Command(BaseCommand):
    help = "Print a new code for the first visit; the one printed before stops working."

    def handle(self, **options: Any) -> None:
        if queries.somebody_is_here():
            self.stdout.write(say("people.command.no_code_needed"))
            return
        self.stdout.write(say("people.command.setup_code", {"code": services.new_setup_code()}))
